import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import type { RosterPage } from '@/lib/development/development-queries';
import { addRosterMember, approveRoster, draftRoster, removeRosterMember } from '@/lib/development/roster-actions';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { DevelopmentTabs } from './development-tabs';

type Roster = RosterPage['rosters'][number];
type Member = Roster['members'][number];

const columnsOf = (roster: Roster): readonly Column<Member>[] => [
  { key: 'number', title: '№', cell: ({ number }) => number },
  {
    key: 'positions',
    title: 'Должность',
    main: true,
    cell: ({ positions }) => <span className="whitespace-pre-line">{positions}</span>,
  },
  {
    key: 'workplaces',
    title: 'Место работы',
    cell: ({ workplaces }) => <span className="whitespace-pre-line">{workplaces}</span>,
  },
  { key: 'name', title: 'Сотрудник портала', cell: ({ name }) => name ?? '–' },
  ...(roster.approvedAt
    ? []
    : [
        {
          key: 'remove',
          title: 'Убрать',
          cell: (row: Member) => (
            <ActionForm action={removeRosterMember} label={`Убрать строку ${row.number}`}>
              <input type="hidden" name="rosterId" value={roster.id} />
              <input type="hidden" name="memberId" value={row.id} />
              <SubmitButton variant="quiet" size="small">
                Убрать
              </SubmitButton>
            </ActionForm>
          ),
        },
      ]),
];

/** Who the centre consists of, by orders. */
export function RosterScreen({ page }: { page: RosterPage }) {
  const [current, ...earlier] = page.rosters.filter(({ approvedAt }) => approvedAt !== null);
  const draft = page.rosters.find(({ approvedAt }) => approvedAt === null);
  return (
    <>
      <PageHeader
        title="Состав центра"
        lead="Кто входит в муниципальный образовательный центр: должности и места работы. По имени названы только сотрудники центра со входом в портал."
        actions={current && <DownloadLink href={links.developmentExport('centre')} what="состав центра" />}
      />
      <DevelopmentTabs now="centre" />
      <Stack>
        {current ? (
          <RosterSection roster={current} title="Действующий состав" />
        ) : (
          <EmptyState title="Утверждённого состава ещё нет" icon="people">
            {page.canChange ? 'Начните проект, добавьте строки и запишите приказ.' : 'Его утверждает центр приказом.'}
          </EmptyState>
        )}
        {page.canChange && (draft ? <Draft roster={draft} page={page} /> : <NewDraft page={page} />)}
        {earlier.length > 0 && (
          <Disclosure title={`Прежние составы: ${earlier.length}`}>
            <Stack>
              {earlier.map((roster) => (
                <RosterSection key={roster.id} roster={roster} title="Прежний состав" />
              ))}
            </Stack>
          </Disclosure>
        )}
      </Stack>
    </>
  );
}

function RosterSection({ roster, title }: { roster: Roster; title: string }) {
  return (
    <Section
      title={`${title} с ${formatDay(roster.since)}`}
      lead={`Приказ № ${roster.orderNumber}${roster.orderDate ? ` от ${formatDay(roster.orderDate)}` : ''}`}
    >
      <DataTable caption={title} columns={columnsOf(roster)} rows={roster.members} rowKey={(row) => row.id} />
    </Section>
  );
}

function NewDraft({ page }: { page: RosterPage }) {
  return (
    <Section title="Изменить состав" lead="Проект начнётся со строк действующего состава.">
      <Surface>
        <ActionForm action={draftRoster} label="Начать проект состава">
          <DateInput name="since" label="С какого дня действует" required defaultValue={page.today} />
          <SubmitButton variant="secondary">Начать проект</SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}

function Draft({ roster, page }: { roster: Roster; page: RosterPage }) {
  return (
    <Section
      title={`Проект состава с ${formatDay(roster.since)}`}
      actions={<Badge tone="info">видит только центр</Badge>}
    >
      <DataTable
        caption="Проект состава"
        columns={columnsOf(roster)}
        rows={roster.members}
        rowKey={(row) => row.id}
        empty={<p className="text-ink-soft">Строк ещё нет.</p>}
      />
      <Surface>
        <ActionForm action={addRosterMember} label="Добавить строку" resetOnSuccess>
          <input type="hidden" name="rosterId" value={roster.id} />
          <Columns count={2}>
            <TextArea
              name="positions"
              label="Должность"
              required
              rows={2}
              maxLength={500}
              hint="Несколько – с новой строки"
            />
            <TextArea
              name="workplaces"
              label="Место работы"
              required
              rows={2}
              maxLength={500}
              hint="Несколько – с новой строки"
            />
          </Columns>
          <Select
            name="staffId"
            label="Сотрудник портала"
            empty="Без имени"
            options={page.staff.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SubmitButton variant="secondary">Добавить строку</SubmitButton>
        </ActionForm>
      </Surface>
      {roster.members.length > 0 && (
        <Surface>
          <ActionForm action={approveRoster} label="Утвердить состав">
            <input type="hidden" name="rosterId" value={roster.id} />
            <input type="hidden" name="version" value={roster.version} />
            <Columns count={2}>
              <TextInput name="orderNumber" label="Номер приказа" required maxLength={50} width="short" />
              <DateInput name="orderDate" label="Дата приказа" required />
            </Columns>
            <SubmitButton>Утвердить состав</SubmitButton>
          </ActionForm>
        </Surface>
      )}
    </Section>
  );
}
