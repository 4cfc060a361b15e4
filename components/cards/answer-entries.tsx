import type { ItemHistory } from '@/lib/diagnostics/cards/history-queries';
import { answerWords } from '@/lib/diagnostics/scoring/typed-number';
import { formatMoment } from '@/lib/kernel/moment';

/** The answers to one item over time, as they were given. */
export function AnswerEntries({ entries, timeZone }: { entries: ItemHistory['entries']; timeZone: string }) {
  if (entries.length === 0) return <p className="text-ink-soft">Ответов ещё не было.</p>;
  return (
    <ol className="space-y-2 pb-2">
      {entries.map((entry) => (
        <li key={`${entry.revision}-${entry.version}-${entry.at.getTime()}`}>
          <p>
            <b className="font-semibold">{answerWords(entry)}</b>
            <span className="text-sm text-ink-soft">
              {' · '}редакция {entry.revision} · {entry.author}, {formatMoment(entry.at, timeZone)}
            </span>
          </p>
          {entry.comment && <p className="max-w-measure whitespace-pre-wrap break-words">{entry.comment}</p>}
        </li>
      ))}
    </ol>
  );
}
