import { Level, type LevelValue } from '@/components/ui/level';
import type { ListRow } from '@/lib/diagnostics/lists/list-queries';
import { formatNumber } from '@/lib/kernel/russian';

const levelOf = (level: number | null): LevelValue =>
  level === null ? 'unknown' : level >= 3 ? 3 : level === 2 ? 2 : level === 1 ? 1 : 0;

/** What was computed and why, in the method's words. */
export function ComputedVerdict({ row }: { row: ListRow }) {
  if (row.verdict === '') return <span className="text-ink-soft">принятой карты нет</span>;
  return (
    <div className="space-y-1">
      <Level level={levelOf(row.level)} word={row.verdictText} />
      {row.because && <p className="text-sm text-ink-soft">{row.because}.</p>}
    </div>
  );
}

/** «12 из 35», and the range where data are missing. */
export function SumCell({ row: { outcome } }: { row: ListRow }) {
  if (!outcome) return <>–</>;
  return (
    <div className="tabular-nums">
      <p className="whitespace-nowrap">
        {formatNumber(outcome.sum)} из {formatNumber(outcome.max)}
      </p>
      {outcome.extra > 0 && (
        <p className="text-ink-soft">
          возможно {outcome.sum}–{outcome.sum + outcome.extra}
        </p>
      )}
    </div>
  );
}

/** The sum without the zone of objectivity: its points are not points of low results. */
export function ResultsSumCell({ row: { outcome } }: { row: ListRow }) {
  if (!outcome) return <>–</>;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {formatNumber(outcome.sumResults)} из {formatNumber(outcome.maxResults)}
    </span>
  );
}
