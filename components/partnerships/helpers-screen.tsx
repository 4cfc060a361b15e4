import { ActionForm } from '@/components/form/action-form';
import { RadioGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { keepHelper } from '@/lib/partnerships/proposal-actions';
import type { HelperForm, HelpersPage } from '@/lib/partnerships/proposal-queries';
import { STANCES } from '@/lib/partnerships/suitability';
import { STANCE_WORDS } from '@/lib/partnerships/words';
import { PartnerTabs } from './partner-tabs';

type Row = HelpersPage['rows'][number];

const columnsOf = (canChange: boolean): readonly Column<Row>[] => [
  {
    key: 'name',
    title: 'Школа',
    main: true,
    sortable: true,
    cell: ({ id, name }) =>
      canChange ? (
        <SiteLink className="link font-medium" href={links.partnerHelper(id)}>
          {name}
        </SiteLink>
      ) : (
        name
      ),
  },
  {
    key: 'card',
    title: 'Принятая карта',
    cell: ({ cardYear, points, needsHelp }) =>
      cardYear === null
        ? 'ещё нет'
        : `${formatSchoolYear(cardYear)}, баллов ${points.length}${needsHelp ? ', сама нуждается в помощи' : ''}`,
  },
  { key: 'taken', title: 'Помогает', align: 'end', sortable: true, cell: ({ taken }) => taken },
  {
    key: 'free',
    title: 'Свободно мест',
    align: 'end',
    sortable: true,
    cell: ({ capacity, taken }) => `${Math.max(0, capacity - taken)} из ${capacity}`,
  },
  { key: 'stance', title: 'Готовность', cell: ({ stance }) => STANCE_WORDS[stance] },
];

/** How schools stand to helping others: places, taken ones, and what they have said. */
export function HelpersScreen({ page, address }: { page: HelpersPage; address: ListAddress }) {
  return (
    <>
      <PageHeader
        title="Кто может помогать"
        lead="Скольким школам помогает каждая и готова ли она. По умолчанию – двум; предложение портала учитывает это сразу."
      />
      <PartnerTabs now="helpers" canPropose />
      <FilterBar address={address} filters={[{ kind: 'search', name: 'q', label: 'Школа' }]} />
      <DataTable
        caption="Школы, которые могут помогать"
        columns={columnsOf(page.canChange)}
        rows={page.rows}
        rowKey={(row) => row.id}
        address={address}
        defaultSort="name"
        empty={
          <EmptyState title="Таких школ не нашлось" icon="search">
            Проверьте название или сбросьте поиск.
          </EmptyState>
        }
      />
    </>
  );
}

/** One school's places and what it has said. */
export function HelperScreen({ school }: { school: HelperForm }) {
  return (
    <Stack>
      <PageHeader
        crumbs={[
          { href: links.partnerships(), title: 'Партнёры' },
          { href: links.partnerHelpers(), title: 'Кто может помогать' },
        ]}
        title={school.name}
        lead={`Сейчас помогает: ${school.taken}.`}
      />
      <Surface>
        <ActionForm action={keepHelper} label="Готовность помогать">
          <input type="hidden" name="schoolId" value={school.id} />
          <TextInput
            name="capacity"
            label="Скольким школам может помогать одновременно"
            inputMode="numeric"
            width="tiny"
            required
            defaultValue={school.capacity}
          />
          <RadioGroup
            name="stance"
            label="Что сказала школа"
            required
            defaultValue={school.stance}
            options={STANCES.map((stance) => ({ value: stance, label: STANCE_WORDS[stance] }))}
          />
          <TextArea name="note" label="Пометка" rows={2} maxLength={2000} defaultValue={school.note} />
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}
