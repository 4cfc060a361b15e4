import { PrintButton } from '@/components/lists/print-button';
import { DownloadLink } from '@/components/table/download-link';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { Columns, Stack } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import type { RoadmapPage } from '@/lib/roadmaps/roadmap-queries';
import { PlanFilters } from './plan-filters';
import { PlanTable } from './plan-table';
import { RoadmapHead } from './roadmap-head';

type Props = { page: RoadmapPage; params: ListAddress['params'] };

/** The plan as a table: what, by when, who, and what became of it. */
export function RoadmapScreen({ page, params }: Props) {
  const { roadmap, progress } = page;
  const address = { path: links.roadmap(roadmap.id), params };
  return (
    <>
      <RoadmapHead roadmap={roadmap} current="table" canChange={page.canChange} canApprove={page.canApprove} />
      <Stack gap="medium">
        <Reading page={page} />
        {page.total === 0 ? (
          <EmptyState
            title="В плане ещё нет строк"
            icon="roadmap"
            actions={
              page.canChange && (
                <ButtonLink href={links.newRoadmapRow(roadmap.id)} icon="plus">
                  Добавить строку
                </ButtonLink>
              )
            }
          >
            Добавьте раздел и первую строку: мероприятие, срок и ответственных.
          </EmptyState>
        ) : (
          <>
            {roadmap.status !== 'DRAFT' && (
              <Columns count={3}>
                <Progress label="Выполнено" value={progress.done} max={progress.total} />
                <Progress label="Ждёт проверки" value={progress.reported} max={progress.total} />
                <Progress label="Срок прошёл" value={progress.late} max={progress.total} />
              </Columns>
            )}
            <PlanFilters page={page} address={address} withState />
            <PlanTable page={page} />
            <div className="flex flex-wrap items-center gap-3 print:hidden">
              <p className="text-sm text-ink-soft">
                Строк: {page.shown === page.total ? page.total : `${page.shown} из ${page.total}`}
              </p>
              {page.canChange && (
                <ButtonLink href={links.newRoadmapRow(roadmap.id)} variant="secondary" size="small" icon="plus">
                  Добавить строку в конец
                </ButtonLink>
              )}
              <DownloadLink href={listHref({ ...address, path: links.roadmapExport(roadmap.id) }, {})} what="план" />
              <PrintButton />
            </div>
          </>
        )}
      </Stack>
    </>
  );
}

/** What the reader of the file counted and doubted, until the plan is approved. */
function Reading({ page }: { page: RoadmapPage }) {
  const { reading, status, sourceName } = page.roadmap;
  if (!reading || status !== 'DRAFT' || !page.canChange) return null;
  return (
    <Notice
      tone={reading.doubts.length > 0 ? 'warning' : 'success'}
      title={
        reading.doubts.length > 0
          ? `План прочитан из «${sourceName}», есть вопросы: ${reading.doubts.length}`
          : `План прочитан из «${sourceName}» без вопросов`
      }
    >
      {reading.account.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {reading.doubts.length > 0 && (
        <Disclosure title="Что проверить" open={reading.doubts.length <= 8}>
          <ul className="list-disc space-y-1 pl-5">
            {reading.doubts.map(({ where, words }) => (
              <li key={`${where} ${words}`}>
                <b className="font-medium">{where}:</b> {words}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Notice>
  );
}
