import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import type { PlanRow } from '@/lib/roadmaps/plan';
import type { RoadmapRowForm } from '@/lib/roadmaps/roadmap-queries';
import { addRow, dropRow, editRow, shiftRow } from '@/lib/roadmaps/row-actions';
import { RowFields } from './row-fields';

const crumbsOf = ({ roadmap }: RoadmapRowForm) => [
  { href: links.roadmaps(), title: 'Дорожные карты' },
  { href: links.roadmap(roadmap.id), title: roadmap.title },
];
const shortOf = ({ number, measure }: PlanRow) => `${number} ${measure}`.trim().slice(0, 80);

/** One more row of the plan. */
export function NewRowScreen({ form, after, item }: { form: RoadmapRowForm; after: string; item: string }) {
  return (
    <Stack>
      <PageHeader crumbs={crumbsOf(form)} title="Новая строка плана" />
      <Surface>
        <ActionForm action={addRow} label="Новая строка">
          <input type="hidden" name="roadmapId" value={form.roadmap.id} />
          <Select
            name="after"
            label="Поставить после"
            empty="В конец плана"
            defaultValue={after}
            options={form.rows.map((row) => ({ value: row.id, label: shortOf(row) }))}
          />
          <RowFields item={item} />
          <SubmitButton pendingText="Добавляем…">Добавить строку</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

/** The words of a row, its place, and its end. */
export function EditRowScreen({ form, row }: { form: RoadmapRowForm; row: PlanRow }) {
  return (
    <Stack>
      <PageHeader crumbs={crumbsOf(form)} title="Правка строки" lead={shortOf(row)} />
      <Surface>
        <ActionForm key={row.version} action={editRow} label="Правка строки">
          <input type="hidden" name="rowId" value={row.id} />
          <input type="hidden" name="version" value={row.version} />
          <RowFields row={row} />
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
        </ActionForm>
      </Surface>
      <Section title="Место в плане">
        <div className="flex flex-wrap gap-3">
          {(['up', 'down'] as const).map((by) => (
            <ActionForm key={by} action={shiftRow} label={by === 'up' ? 'Выше' : 'Ниже'}>
              <input type="hidden" name="rowId" value={row.id} />
              <input type="hidden" name="by" value={by} />
              <SubmitButton variant="secondary" pendingText="Переставляем…">
                {by === 'up' ? 'На строку выше' : 'На строку ниже'}
              </SubmitButton>
            </ActionForm>
          ))}
        </div>
      </Section>
      <Disclosure title="Убрать строку из плана">
        <ActionForm action={dropRow} label="Убрать строку">
          <input type="hidden" name="rowId" value={row.id} />
          <input type="hidden" name="version" value={row.version} />
          <p className="max-w-measure">
            Строку с историей убрать нельзя: её отменяют с причиной на её странице, и она остаётся в плане.
          </p>
          <SubmitButton variant="danger" pendingText="Убираем…">
            Да, убрать строку
          </SubmitButton>
        </ActionForm>
      </Disclosure>
    </Stack>
  );
}
