import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { Pagination } from '@/components/table/pagination';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack } from '@/components/ui/surface';
import { INVITABLE_ROLES } from '@/lib/access/invitable-role';
import { withdrawInvitation } from '@/lib/access/people-actions';
import type { PeoplePage } from '@/lib/access/people-queries';
import type { OpenInvitation } from '@/lib/access/person';
import { ROLE_WORDS } from '@/lib/access/words';
import { links } from '@/lib/kernel/links';
import { formatDate, formatMoment } from '@/lib/kernel/moment';

type Props = { page: PeoplePage; params: ListAddress['params'] };

/** Everybody with a role in the municipality, and links that nobody has used yet. */
export function PeopleScreen({ page, params }: Props) {
  const address = { path: links.people(), params };
  return (
    <>
      <PageHeader
        title="Пользователи"
        lead="Люди с ролью в вашем муниципалитете. Ответов школ администратор не видит."
        actions={
          <ButtonLink href={links.invitePerson()} icon="plus">
            Пригласить
          </ButtonLink>
        }
      />
      <Stack>
        <div>
          <FilterBar
            address={address}
            filters={[
              { kind: 'search', name: 'q', label: 'Имя, почта или школа' },
              {
                kind: 'select',
                name: 'role',
                label: 'Роль',
                all: 'Все роли',
                options: INVITABLE_ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] })),
              },
              {
                kind: 'select',
                name: 'state',
                label: 'Доступ',
                all: 'Любой',
                options: [
                  { value: 'open', label: 'Открыт' },
                  { value: 'blocked', label: 'Закрыт' },
                ],
              },
            ]}
          />
          <PeopleTable page={page} address={address} />
          <Pagination
            address={address}
            after={page.after}
            shown={page.rows.length}
            total={page.total}
            forms={['человек', 'человека', 'человек']}
          />
          <div className="mt-4">
            <DownloadLink href={listHref({ ...address, path: links.peopleExport() }, {})} what="пользователей" />
          </div>
        </div>
        {page.invitations.length > 0 && <OpenInvitations page={page} />}
      </Stack>
    </>
  );
}

function PeopleTable({ page, address }: { page: PeoplePage; address: ListAddress }) {
  return (
    <DataTable
      caption="Пользователи"
      address={address}
      defaultSort="name"
      rows={page.rows}
      rowKey={(row) => row.membershipId}
      columns={[
        {
          key: 'name',
          title: 'Имя',
          main: true,
          sortable: true,
          cell: (row) => (
            <>
              <SiteLink href={links.person(row.membershipId)} className="link font-medium">
                {row.name}
              </SiteLink>
              {row.membershipId === page.ownMembershipId && ' (это вы)'}
            </>
          ),
        },
        { key: 'role', title: 'Роль', sortable: true, cell: (row) => ROLE_WORDS[row.role] },
        { key: 'school', title: 'Школа', sortable: true, cell: (row) => row.schoolName ?? '–' },
        { key: 'email', title: 'Почта', cell: (row) => <span className="break-all">{row.email}</span> },
        {
          key: 'state',
          title: 'Доступ',
          cell: (row) =>
            row.blockedAt ? (
              <Badge tone="danger" icon="lock">
                закрыт
              </Badge>
            ) : (
              'открыт'
            ),
        },
        { key: 'created', title: 'Роль дана', sortable: true, cell: (row) => formatDate(row.createdAt, page.timeZone) },
      ]}
      empty={
        <EmptyState title="Никого не нашлось" icon="people">
          Измените поиск или сбросьте отбор. Нового человека пригласите ссылкой.
        </EmptyState>
      }
    />
  );
}

function OpenInvitations({ page }: { page: PeoplePage }) {
  return (
    <Section
      title="Открытые ссылки"
      lead="Ими ещё не воспользовались. Саму ссылку портал не хранит: если она потеряна, пригласите человека снова – прежняя перестанет работать."
    >
      <DataTable<OpenInvitation>
        caption="Открытые ссылки"
        rows={page.invitations}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', title: 'Кому', main: true, cell: (row) => row.name },
          { key: 'email', title: 'Почта', cell: (row) => <span className="break-all">{row.email}</span> },
          {
            key: 'what',
            title: 'Для чего',
            cell: (row) =>
              row.isReset ? 'новый пароль' : [ROLE_WORDS[row.role], row.schoolName].filter(Boolean).join(', '),
          },
          { key: 'expires', title: 'Действует до', cell: (row) => formatMoment(row.expiresAt, page.timeZone) },
          {
            key: 'revoke',
            title: 'Действие',
            cell: (row) => (
              <ActionForm action={withdrawInvitation} label={`Отозвать ссылку: ${row.name}`}>
                <input type="hidden" name="invitationId" value={row.id} />
                <SubmitButton variant="secondary" size="small" pendingText="Отзываем…">
                  Отозвать
                </SubmitButton>
              </ActionForm>
            ),
          },
        ]}
      />
    </Section>
  );
}
