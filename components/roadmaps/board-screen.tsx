import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { ListAddress } from '@/components/table/list-address';
import { Badge } from '@/components/ui/badge';
import { SiteLink } from '@/components/ui/site-link';
import { Stack } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { counting, isLate, organisationsOf, type PlanRow } from '@/lib/roadmaps/plan';
import type { RoadmapPage } from '@/lib/roadmaps/roadmap-queries';
import { moveRow } from '@/lib/roadmaps/row-actions';
import { movesFrom, ROW_STATES, type RowState } from '@/lib/roadmaps/row-moves';
import { ROW_MOVE_WORDS, ROW_STATE_WORDS } from '@/lib/roadmaps/words';
import { PlanFilters } from './plan-filters';
import { RoadmapHead } from './roadmap-head';

/** Cards in a column; the rest is a link to the table. */
const CARDS_MAX = 30;

type Props = { page: RoadmapPage; params: ListAddress['params'] };

/** The rows of a plan in columns by what became of them; what needs no words is done on the card. */
export function BoardScreen({ page, params }: Props) {
  const { roadmap } = page;
  const rows = counting(page.rows);
  const shown = ROW_STATES.filter((state) => state !== 'CANCELLED' || rows.some((row) => row.state === state));
  return (
    <>
      <RoadmapHead roadmap={roadmap} current="board" canChange={page.canChange} canApprove={page.canApprove} />
      <Stack gap="medium">
        <PlanFilters page={page} address={{ path: links.roadmapBoard(roadmap.id), params }} />
        <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-5">
          {shown.map((state) => (
            <Column key={state} page={page} state={state} rows={rows.filter((row) => row.state === state)} />
          ))}
        </div>
      </Stack>
    </>
  );
}

function Column({ page, state, rows }: { page: RoadmapPage; state: RowState; rows: readonly PlanRow[] }) {
  const title = `state-${state}`;
  return (
    <section aria-labelledby={title} className="rounded-lg bg-sunken p-3">
      <h2 id={title} className="mb-3 flex items-baseline justify-between gap-2 px-1 font-semibold">
        <span className="first-letter:uppercase">{ROW_STATE_WORDS[state]}</span>
        <span className="font-normal text-ink-soft tabular-nums">{rows.length}</span>
      </h2>
      {rows.length === 0 && <p className="px-1 pb-1 text-sm text-ink-soft">Строк нет.</p>}
      <ul className="space-y-3">
        {rows.slice(0, CARDS_MAX).map((row) => (
          <Card key={row.id} page={page} row={row} />
        ))}
      </ul>
      {rows.length > CARDS_MAX && (
        <p className="px-1 pt-3 text-sm">
          <SiteLink href={links.roadmap(page.roadmap.id, { state })} className="link">
            Ещё {rows.length - CARDS_MAX} – в таблице
          </SiteLink>
        </p>
      )}
    </section>
  );
}

function Card({ page, row }: { page: RoadmapPage; row: PlanRow }) {
  const late = isLate(row, page.today);
  const [answerable] = organisationsOf(row.responsible);
  const moves = page.canReport
    ? movesFrom(row.state, page.isSchool ? 'SCHOOL' : 'CENTRE').filter(({ needsWords }) => !needsWords)
    : [];
  return (
    <li className="space-y-2 rounded-md border border-line bg-surface p-3 text-sm shadow-card">
      <SiteLink href={links.roadmapRow(page.roadmap.id, row.id)} className="link line-clamp-4 break-words font-medium">
        {`${row.number} ${row.measure}`.trim()}
      </SiteLink>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-soft">
        <span>{row.due ? `до ${formatDay(row.due)}` : row.term || 'без срока'}</span>
        {answerable && <span>· {answerable}</span>}
        {late && (
          <Badge tone="danger" icon="warning">
            срок прошёл
          </Badge>
        )}
      </p>
      {moves.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {moves.map((move) => (
            <ActionForm key={move.code} action={moveRow} label={`${ROW_MOVE_WORDS[move.code]}: ${row.number}`}>
              <input type="hidden" name="rowId" value={row.id} />
              <input type="hidden" name="version" value={row.version} />
              <input type="hidden" name="move" value={move.code} />
              <SubmitButton variant="secondary" size="small">
                {ROW_MOVE_WORDS[move.code]}
              </SubmitButton>
            </ActionForm>
          ))}
        </div>
      )}
    </li>
  );
}
