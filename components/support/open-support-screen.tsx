import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { openCase, openListCases } from '@/lib/support/cases/case-actions';
import type { OpenSupportPage } from '@/lib/support/cases/case-queries';
import { CASE_FORMS } from '@/lib/support/words';

type List = OpenSupportPage['lists'][number];

const titleOf = ({ year, orderNumber, orderDate }: List): string =>
  [
    `Список ${formatSchoolYear(year)}`,
    orderNumber && `приказ № ${orderNumber}`,
    orderDate && `от ${formatDay(orderDate)}`,
  ]
    .filter(Boolean)
    .join(', ');

/** Opens support for the schools of an approved list, or for one that asks. */
export function OpenSupportScreen({ page }: { page: OpenSupportPage }) {
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.support(), title: 'Сопровождение' }]}
        title="Открыть сопровождение"
        lead="Карточка сопровождения заводится на учебный год: для всех школ утверждённого списка сразу или по просьбе одной школы."
      />
      <Section title="По утверждённому списку">
        {page.lists.length === 0 ? (
          <EmptyState title="Утверждённых списков ещё нет" icon="order">
            Когда управление утвердит список приказом, карточки его школ откроются здесь одной кнопкой.
          </EmptyState>
        ) : (
          page.lists.map((list) => <ListToOpen key={list.id} list={list} />)
        )}
      </Section>
      <Section title="По просьбе" lead={`Учебный год ${formatSchoolYear(page.year)}. Школа видит основание.`}>
        <Surface>
          <ActionForm action={openCase} label="Открыть сопровождение школы">
            <input type="hidden" name="year" value={page.year} />
            <Select
              name="schoolId"
              label="Школа"
              required
              empty="Выберите школу"
              options={page.schools.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextArea
              name="reason"
              label="Основание"
              hint="Например: школа просит о помощи после смены половины учителей математики."
              rows={3}
              maxLength={2000}
              required
            />
            <SubmitButton pendingText="Открываем…">Открыть сопровождение</SubmitButton>
          </ActionForm>
        </Surface>
      </Section>
    </Stack>
  );
}

function ListToOpen({ list }: { list: List }) {
  const missing = list.schools.filter(({ hasCase }) => !hasCase);
  return (
    <Surface>
      <div className="space-y-4">
        <div className="flex flex-wrap items-center gap-3">
          <h3 className="text-lg font-semibold">{titleOf(list)}</h3>
          {missing.length === 0 && (
            <Badge tone="success" icon="check">
              все школы сопровождаются
            </Badge>
          )}
        </div>
        <p>{list.schools.length === 0 ? 'В списке нет школ.' : list.schools.map(({ name }) => name).join(', ')}</p>
        {missing.length > 0 && (
          <ActionForm action={openListCases} label={titleOf(list)}>
            <input type="hidden" name="listId" value={list.id} />
            <SubmitButton pendingText="Открываем…">
              Открыть для {count(missing.length, ['школы', 'школ', 'школ'])}
            </SubmitButton>
          </ActionForm>
        )}
        {missing.length > 0 && missing.length < list.schools.length && (
          <p className="text-sm text-ink-soft">
            Уже сопровождаются: {count(list.schools.length - missing.length, CASE_FORMS)}. Их карточки не изменятся.
          </p>
        )}
      </div>
    </Surface>
  );
}
