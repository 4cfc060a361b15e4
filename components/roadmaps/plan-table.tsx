import { useId } from 'react';
import { Icon } from '@/components/ui/icon';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { SiteLink } from '@/components/ui/site-link';
import { links } from '@/lib/kernel/links';
import { isHeading, isLate, type PlanRow } from '@/lib/roadmaps/plan';
import type { RoadmapPage } from '@/lib/roadmaps/roadmap-queries';
import { RowStateBadge } from './state-badge';

const CELL = 'border-t border-line px-3 py-2.5 align-top whitespace-pre-line break-words';
const HEAD =
  'sticky top-0 z-10 border-b border-line-strong bg-sunken px-3 py-2 text-left align-bottom font-semibold print:static';

/** A column of the plan that is shown only where some row has it. */
const hasAny = (rows: readonly PlanRow[], name: 'result' | 'form') => rows.some((row) => row[name] !== '');

/** The rows under their headings, in the columns of the document; a phone scrolls the table inside itself. */
export function PlanTable({ page }: { page: RoadmapPage }) {
  const caption = useId();
  const { rows, roadmap } = page;
  const withResult = hasAny(rows, 'result');
  const withForm = hasAny(rows, 'form');
  const withState = roadmap.status !== 'DRAFT';
  const columns = 4 + Number(withResult) + Number(withForm) + Number(withState);
  const doubtful = new Set(page.doubtful);
  return (
    <ScrollRegion labelledBy={caption} when="narrow">
      <table className="w-full min-w-3xl border-collapse text-sm print:min-w-0">
        <caption id={caption} className="sr-only">
          План: {roadmap.title}
        </caption>
        <thead>
          <tr>
            <th scope="col" className={`${HEAD} w-14`}>
              №
            </th>
            <th scope="col" className={`${HEAD} w-[28%]`}>
              Мероприятие
            </th>
            <th scope="col" className={`${HEAD} w-32`}>
              Срок
            </th>
            <th scope="col" className={`${HEAD} w-36`}>
              Ответственные
            </th>
            {withResult && (
              <th scope="col" className={HEAD}>
                Результат
              </th>
            )}
            {withForm && (
              <th scope="col" className={HEAD}>
                Форма представления
              </th>
            )}
            {withState && (
              <th scope="col" className={`${HEAD} w-40`}>
                Состояние
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            isHeading(row) ? (
              <tr key={row.id} className="break-inside-avoid break-after-avoid">
                <th
                  scope="rowgroup"
                  colSpan={columns}
                  className={`border-t border-line-strong px-3 py-2.5 text-left ${row.kind === 'SECTION' ? 'bg-sunken text-base font-semibold' : 'bg-sunken/50 font-medium'}`}
                >
                  {page.canChange ? (
                    <SiteLink href={links.editRoadmapRow(roadmap.id, row.id)} className="link">
                      {[row.number, row.measure].filter(Boolean).join(' ')}
                    </SiteLink>
                  ) : (
                    [row.number, row.measure].filter(Boolean).join(' ')
                  )}
                </th>
              </tr>
            ) : (
              <tr key={row.id} id={row.id} className="break-inside-avoid scroll-mt-16 target:bg-accent-soft">
                <td className={`${CELL} tabular-nums`}>{row.number}</td>
                <th scope="row" className={`${CELL} text-left font-medium ${row.kind === 'SUBROW' ? 'pl-8' : ''}`}>
                  <SiteLink href={links.roadmapRow(roadmap.id, row.id)} className="link">
                    {row.measure}
                  </SiteLink>
                  {(page.proofs.get(row.id) ?? 0) > 0 && (
                    <span className="ml-2 inline-flex items-center gap-1 whitespace-nowrap font-normal text-ink-soft">
                      <Icon name="file" size={16} />
                      <span className="sr-only">подтверждений: </span>
                      {page.proofs.get(row.id)}
                    </span>
                  )}
                </th>
                <td className={CELL}>
                  {row.term}
                  {doubtful.has(row.id) && (
                    <span className="mt-1 block text-xs text-ink-soft">понят не весь – проверьте</span>
                  )}
                </td>
                <td className={CELL}>{row.responsible}</td>
                {withResult && <td className={CELL}>{row.result}</td>}
                {withForm && <td className={CELL}>{row.form}</td>}
                {withState && (
                  <td className={CELL}>
                    <RowStateBadge state={row.state} isLate={isLate(row, page.today)} />
                  </td>
                )}
              </tr>
            ),
          )}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className="p-6 text-ink-soft">По этому отбору строк нет. Измените или сбросьте отбор.</p>
      )}
    </ScrollRegion>
  );
}
