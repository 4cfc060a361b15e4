import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import type { RoadmapSheet } from '@/lib/roadmaps/roadmap-queries';
import { editCell } from '@/lib/roadmaps/row-actions';
import { RoadmapHead } from './roadmap-head';
import { SheetLeaf } from './sheet-leaf';

/** The plan as a table that is edited in its cells; without JavaScript each row leads to its form. */
export function SheetScreen({ page }: { page: RoadmapSheet }) {
  const { roadmap, rows, sheet, sheets } = page;
  const doubtful = new Set(page.doubtful);
  return (
    <>
      <RoadmapHead roadmap={roadmap} current="sheet" canChange={page.canChange} canApprove={page.canApprove} />
      <Stack gap="medium">
        <Disclosure title="Как править">
          <ul className="list-disc space-y-1 pl-5">
            <li>Стрелки ходят по ячейкам; щелчок, Enter или F2 начинают правку, буква – новый текст ячейки.</li>
            <li>Enter сохраняет и ведёт вниз, Tab – вправо, Shift+Enter начинает новую строку текста, Esc отменяет.</li>
            <li>Каждая ячейка сохраняется сразу; последнюю правку можно вернуть кнопкой под таблицей.</li>
          </ul>
        </Disclosure>
        {rows.length === 0 ? (
          <EmptyState
            title="В плане ещё нет строк"
            icon="roadmap"
            actions={
              <ButtonLink href={links.newRoadmapRow(roadmap.id)} icon="plus">
                Добавить строку
              </ButtonLink>
            }
          >
            Добавьте раздел и первую строку: мероприятие, срок и ответственных.
          </EmptyState>
        ) : (
          <SheetLeaf
            key={sheet}
            title={`План: ${roadmap.title}`}
            save={editCell}
            rows={rows.map(({ id, kind, number, measure, term, responsible, result, form }) => ({
              ...{ id, kind, number, measure, term, responsible, result, form },
              isDoubtful: doubtful.has(id),
              href: links.editRoadmapRow(roadmap.id, id),
            }))}
          />
        )}
        <ButtonRow>
          {sheet > 1 && (
            <ButtonLink href={links.roadmapSheet(roadmap.id, { sheet: String(sheet - 1) })} variant="secondary">
              Предыдущие строки
            </ButtonLink>
          )}
          {sheet < sheets && (
            <ButtonLink href={links.roadmapSheet(roadmap.id, { sheet: String(sheet + 1) })} variant="secondary">
              Следующие строки
            </ButtonLink>
          )}
          {sheets > 1 && (
            <p className="text-sm text-ink-soft">
              Лист {sheet} из {sheets}
            </p>
          )}
          <ButtonLink href={links.newRoadmapRow(roadmap.id)} variant="quiet" icon="plus">
            Добавить строку в конец
          </ButtonLink>
        </ButtonRow>
      </Stack>
    </>
  );
}
