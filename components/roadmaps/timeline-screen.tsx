import { useId } from 'react';
import { PrintButton } from '@/components/lists/print-button';
import { EmptyState } from '@/components/ui/empty-state';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { SiteLink } from '@/components/ui/site-link';
import { Stack } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { monthShort, monthWords } from '@/lib/roadmaps/month-words';
import { isHeading, isLate } from '@/lib/roadmaps/plan';
import type { RoadmapPage } from '@/lib/roadmaps/roadmap-queries';
import type { RowState } from '@/lib/roadmaps/row-moves';
import { ROW_STATE_WORDS } from '@/lib/roadmaps/words';
import { RoadmapHead } from './roadmap-head';

const FILL: Record<RowState, string> = {
  PLANNED: 'bg-[var(--chart-soft)]',
  IN_WORK: 'bg-info',
  REPORTED: 'bg-info',
  RETURNED: 'bg-warning',
  DONE: 'bg-accent',
  CANCELLED: 'border border-dashed border-line-strong',
};
/** A letter repeats what the colour says, on paper as well. */
const MARK: Record<RowState, string> = {
  PLANNED: '',
  IN_WORK: 'р',
  REPORTED: 'п',
  RETURNED: 'в',
  DONE: '✓',
  CANCELLED: '×',
};

const CELL = 'border-t border-line px-0.5 py-1.5 text-center align-middle';

/** Months × rows: when what is due, and what became of it. Drawn by the server, printed on a sheet that lies on its side. */
export function TimelineScreen({ page }: { page: RoadmapPage }) {
  const caption = useId();
  const { roadmap, rows, months, today } = page;
  const now = today.slice(0, 7);
  const dated = rows.filter((row) => isHeading(row) || row.months.length > 0);
  const undated = rows.filter((row) => !isHeading(row) && row.months.length === 0);
  return (
    <>
      <RoadmapHead roadmap={roadmap} current="timeline" canChange={page.canChange} canApprove={page.canApprove} />
      {rows.length === 0 ? (
        <EmptyState title="В плане ещё нет строк" icon="roadmap">
          Сроки появятся здесь, когда в плане будут строки.
        </EmptyState>
      ) : (
        <Stack gap="medium">
          <p className="text-sm text-ink-soft">
            Закрашен каждый месяц срока. Буквы: р – в работе, п – на проверке, в – возвращено, ✓ – выполнено, × –
            отменено.
          </p>
          <div className="print-wide">
            <ScrollRegion labelledBy={caption} when="narrow">
              <table className="w-full min-w-3xl table-fixed border-collapse text-sm print:min-w-0 print:text-xs">
                <caption id={caption} className="sr-only">
                  План по месяцам: {roadmap.title}
                </caption>
                <thead>
                  <tr>
                    <th
                      scope="col"
                      className="w-2/5 border-b border-line-strong bg-sunken px-3 py-2 text-left font-semibold"
                    >
                      Мероприятие
                    </th>
                    {months.map((month) => (
                      <th
                        key={month}
                        scope="col"
                        aria-current={month === now ? 'date' : undefined}
                        className={`border-b border-line-strong px-0.5 py-2 font-semibold ${month === now ? 'bg-accent-soft' : 'bg-sunken'}`}
                      >
                        <span aria-hidden="true">{monthShort(month)}</span>
                        <span className="sr-only">{monthWords(month)}</span>
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {dated.map((row) =>
                    isHeading(row) ? (
                      <tr key={row.id} className="break-after-avoid">
                        <th
                          scope="rowgroup"
                          colSpan={months.length + 1}
                          className="border-t border-line-strong bg-sunken px-3 py-2 text-left font-semibold"
                        >
                          {[row.number, row.measure].filter(Boolean).join(' ')}
                        </th>
                      </tr>
                    ) : (
                      <tr key={row.id}>
                        <th
                          scope="row"
                          className={`border-t border-line px-3 py-1.5 text-left align-top font-normal ${row.kind === 'SUBROW' ? 'pl-8' : ''}`}
                        >
                          <SiteLink
                            href={links.roadmapRow(roadmap.id, row.id)}
                            className="link line-clamp-2 print:line-clamp-none"
                          >
                            {[row.number, row.measure].filter(Boolean).join(' ')}
                          </SiteLink>
                          {isLate(row, today) && <span className="text-xs font-medium text-danger">срок прошёл</span>}
                        </th>
                        {months.map((month) => (
                          <td key={month} className={`${CELL} ${month === now ? 'bg-accent-soft' : ''}`}>
                            {row.months.includes(month) && (
                              <span
                                className={`flex h-6 items-center justify-center rounded-sm text-xs font-semibold ${FILL[row.state]} ${row.state === 'PLANNED' || row.state === 'CANCELLED' ? 'text-ink' : 'text-on-accent'}`}
                              >
                                <span aria-hidden="true">{MARK[row.state]}</span>
                                <span className="sr-only">{ROW_STATE_WORDS[row.state]}</span>
                              </span>
                            )}
                          </td>
                        ))}
                      </tr>
                    ),
                  )}
                </tbody>
              </table>
            </ScrollRegion>
          </div>
          {undated.length > 0 && (
            <section aria-labelledby={`${caption}-undated`} className="space-y-2">
              <h2 id={`${caption}-undated`} className="text-xl">
                Без месяцев: {undated.length}
              </h2>
              <p className="text-ink-soft">
                Срок «по плану» или такой, который портал не понял: на шкалу его не поставить.
              </p>
              <ul className="list-disc space-y-1 pl-5">
                {undated.map((row) => (
                  <li key={row.id}>
                    <SiteLink href={links.roadmapRow(roadmap.id, row.id)} className="link">
                      {[row.number, row.measure].filter(Boolean).join(' ')}
                    </SiteLink>{' '}
                    – {row.term || 'срока нет'}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <PrintButton />
        </Stack>
      )}
    </>
  );
}
