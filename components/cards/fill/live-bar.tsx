'use client';

import { buttonClass } from '@/components/ui/button-class';
import type { LiveCard } from '@/lib/diagnostics/cards/card-contract';
import { formatTime } from '@/lib/kernel/moment';
import { plural } from '@/lib/kernel/russian';
import type { Line } from './use-autosave';

type Props = {
  readonly live: LiveCard;
  readonly line: Line;
  readonly timeZone: string;
  /** The script runs: answers save themselves. */
  readonly isAlive: boolean;
  readonly submitHref: string;
  readonly onGap: (item: string) => void;
  readonly onRetry: () => void;
};

function words(line: Line, timeZone: string, isAlive: boolean): string {
  if (!isAlive) return 'Сохраняйте каждый раздел кнопкой под ним';
  if (line.kind === 'saving') return 'Сохраняется…';
  if (line.kind === 'signed-out') return 'Вход завершён. Ответы ждут в этом браузере – войдите снова.';
  if (line.kind === 'later' || line.kind === 'stopped') return line.message;
  return line.at ? `Все ответы сохранены в ${formatTime(new Date(line.at), timeZone)}` : 'Каждый ответ сохраняется сам';
}

/** Always in sight: how far the card is, its sum so far, what is left, and whether everything is saved. */
export function LiveBar({ live, line, timeZone, isAlive, submitHref, onGap, onRetry }: Props) {
  const left = live.gaps.length;
  const first = live.gaps[0];
  const isTrouble = line.kind === 'later' || line.kind === 'stopped' || line.kind === 'signed-out';
  const share = live.applicable > 0 ? (100 * live.answered) / live.applicable : 0;
  return (
    <div className="sticky top-0 z-10 -mx-4 border-b border-line bg-surface px-4 py-3 shadow-card sm:mx-0 sm:rounded-lg sm:border sm:px-5 print:hidden">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <p className="min-w-0 flex-1 basis-52">
          <span className="font-semibold tabular-nums">
            Отвечено {live.answered} из {live.applicable}
          </span>
          <span className="text-ink-soft tabular-nums">
            {' · '}сумма {live.sum} из {live.max}
            {live.extra > 0 && <> (с пропусками до {live.sum + live.extra})</>}
          </span>
        </p>
        {first ? (
          <a
            className={buttonClass('secondary', 'small')}
            href={`#${first.item}`}
            data-plain=""
            onClick={(event) => {
              event.preventDefault();
              onGap(first.item);
            }}
          >
            К первому пропуску ({left})
          </a>
        ) : (
          <a className={buttonClass('primary', 'small')} href={submitHref} data-plain="">
            Перейти к отправке
          </a>
        )}
      </div>
      <div className="mt-2 h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
        <div className="h-full bg-accent" style={{ width: `${share}%` }} />
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <p
          role="status"
          aria-live="polite"
          className={`text-sm ${isTrouble ? 'font-medium text-danger' : 'text-ink-soft'}`}
        >
          {words(line, timeZone, isAlive)}
        </p>
        {isTrouble && line.kind !== 'stopped' && (
          <button type="button" className="link text-sm" onClick={onRetry}>
            Сохранить сейчас
          </button>
        )}
        <p className="sr-only">
          {left > 0 ? `Осталось ${left} ${plural(left, ['пропуск', 'пропуска', 'пропусков'])}` : 'Пропусков нет'}
        </p>
      </div>
    </div>
  );
}
