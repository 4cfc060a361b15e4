import { type ReactNode, useId } from 'react';
import { Level, type LevelValue } from '@/components/ui/level';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { SiteLink } from '@/components/ui/site-link';
import { formatNumber } from '@/lib/kernel/russian';
import { ChartFrame } from './chart-frame';

export type LevelName = { key: string; value: LevelValue; word: string };
export type LevelMove = { from: string; to: string; count: number; href?: string };

type Props = {
  title: string;
  sentence: string;
  fromTitle: string;
  toTitle: string;
  /** The levels in order; schools of a move that names no known level are not counted here. */
  levels: readonly LevelName[];
  moves: readonly LevelMove[];
  download?: ReactNode;
};

/** The names of rows stay in sight while the rest is scrolled. */
const FIRST = 'sticky left-0 z-10 w-40 border-r border-b bg-surface px-3 py-3 text-left max-sm:w-32 max-sm:px-1';

/** From which level to which: rows are the earlier campaign, columns the later; the diagonal is «no change». */
export function LevelChange({ title, sentence, fromTitle, toTitle, levels, moves, download }: Props) {
  const id = useId();
  const moveOf = (from: string, to: string) => moves.find((move) => move.from === from && move.to === to);
  const totalOf = (from: string) => levels.reduce((sum, to) => sum + (moveOf(from, to.key)?.count ?? 0), 0);
  return (
    <ChartFrame title={title} sentence={sentence} download={download} tableInside numbers={{ columns: [], rows: [] }}>
      <ScrollRegion labelledBy={id} bare>
        <table className="w-full min-w-[40rem] border-separate border-spacing-0 text-sm">
          <caption id={id} className="sr-only">
            {title}: строки – {fromTitle}, столбцы – {toTitle}
          </caption>
          <thead>
            <tr>
              <th scope="col" className={`${FIRST} border-line-strong font-normal text-ink-soft`}>
                {fromTitle} ↓ &nbsp; {toTitle} →
              </th>
              {levels.map((level) => (
                <th key={level.key} scope="col" className="border-b border-line-strong px-3 py-3">
                  <Level level={level.value} word={level.word} />
                </th>
              ))}
              <th scope="col" className="border-b border-line-strong px-3 py-3 font-semibold">
                Всего
              </th>
            </tr>
          </thead>
          <tbody>
            {levels.map((from) => (
              <tr key={from.key}>
                <th scope="row" className={`${FIRST} border-line`}>
                  <Level level={from.value} word={from.word} />
                </th>
                {levels.map((to) => (
                  <td
                    key={to.key}
                    className={`border-b border-line px-3 py-3 text-center text-base tabular-nums ${from.key === to.key ? 'bg-sunken' : ''}`}
                  >
                    <MoveCount move={moveOf(from.key, to.key)} same={from.key === to.key} />
                  </td>
                ))}
                <td className="border-b border-line px-3 py-3 text-center text-base tabular-nums">
                  {formatNumber(totalOf(from.key))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </ChartFrame>
  );
}

function MoveCount({ move, same }: { move: LevelMove | undefined; same: boolean }) {
  if (!move || move.count === 0) return <span className="text-ink-soft">0</span>;
  const number = <b className={same ? 'font-normal' : 'font-semibold'}>{formatNumber(move.count)}</b>;
  return move.href ? (
    <SiteLink href={move.href} className="link inline-block px-2 py-1">
      {number}
    </SiteLink>
  ) : (
    number
  );
}
