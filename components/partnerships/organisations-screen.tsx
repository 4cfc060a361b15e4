import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Columns, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { addOrganisation, editOrganisation } from '@/lib/partnerships/directory-actions';
import { ORGANISATION_KINDS, type Organisation } from '@/lib/partnerships/partnership';
import type { OrganisationsPage } from '@/lib/partnerships/resource-queries';
import { ORGANISATION_WORDS } from '@/lib/partnerships/words';
import { PartnerTabs } from './partner-tabs';

const columnsOf = (canChange: boolean): readonly Column<Organisation>[] => [
  {
    key: 'name',
    title: 'Организация',
    main: true,
    cell: ({ id, name, isRetired }) => (
      <>
        {canChange ? (
          <SiteLink className="link font-medium" href={links.partnerOrganisation(id)}>
            {name}
          </SiteLink>
        ) : (
          name
        )}{' '}
        {isRetired && <Badge icon="lock">больше не партнёр</Badge>}
      </>
    ),
  },
  { key: 'kind', title: 'Вид', cell: ({ kind }) => ORGANISATION_WORDS[kind] },
  { key: 'offers', title: 'Чем может помочь', cell: ({ offers }) => offers || '–' },
  {
    key: 'contacts',
    title: 'Контакты организации',
    cell: ({ phone, email, site, address }) => (
      <>
        {[phone, email, address].filter(Boolean).join(', ')}
        {site && (
          <>
            {' '}
            <a className="link break-all" href={site} rel="noreferrer noopener" target="_blank">
              сайт
            </a>
          </>
        )}
      </>
    ),
  },
];

/** The directory of outside partners: universities, extra-school education, ПМС-centres. */
export function OrganisationsScreen({ page, address }: { page: OrganisationsPage; address: ListAddress }) {
  return (
    <>
      <PageHeader
        title="Организации"
        lead="Внешние партнёры муниципалитета. Здесь только контакты организаций, без имён и личных телефонов."
        actions={
          page.canChange && (
            <ButtonLink href={links.newPartnerOrganisation()} icon="plus">
              Добавить организацию
            </ButtonLink>
          )
        }
      />
      <PartnerTabs now="organisations" canPropose={page.canPropose} />
      <FilterBar address={address} filters={[{ kind: 'search', name: 'q', label: 'Название или чем помогает' }]} />
      <DataTable
        caption="Организации-партнёры"
        columns={columnsOf(page.canChange)}
        rows={page.rows}
        rowKey={(row) => row.id}
        address={address}
        empty={
          <EmptyState title="Организаций не нашлось" icon="search">
            {page.canChange
              ? 'Добавьте университет, организацию дополнительного образования или ПМС-центр, который помогает школам.'
              : 'Справочник ведёт центр. Если ждёте здесь кого-то – подскажите ему.'}
          </EmptyState>
        }
      />
    </>
  );
}

const crumbs = [
  { href: links.partnerships(), title: 'Партнёры' },
  { href: links.partnerOrganisations(), title: 'Организации' },
];

export function NewOrganisationScreen() {
  return (
    <Stack>
      <PageHeader crumbs={crumbs} title="Новая организация" />
      <Surface>
        <ActionForm action={addOrganisation} label="Новая организация">
          <Fields />
          <SubmitButton pendingText="Добавляем…">Добавить организацию</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

export function EditOrganisationScreen({ organisation }: { organisation: Organisation }) {
  return (
    <Stack>
      <PageHeader crumbs={crumbs} title={organisation.name} />
      <Surface>
        <ActionForm key={organisation.version} action={editOrganisation} label="Организация">
          <input type="hidden" name="organisationId" value={organisation.id} />
          <input type="hidden" name="version" value={organisation.version} />
          <Fields organisation={organisation} />
          <Checkbox
            name="isRetired"
            label="Больше не партнёр"
            hint="В новых партнёрствах её не предложат; прежние останутся как есть."
            defaultChecked={organisation.isRetired}
          />
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

function Fields({ organisation }: { organisation?: Organisation }) {
  return (
    <>
      <TextInput name="name" label="Название" required maxLength={200} defaultValue={organisation?.name} />
      <Select
        name="organisationKind"
        label="Вид"
        required
        defaultValue={organisation?.kind}
        options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: ORGANISATION_WORDS[kind] }))}
      />
      <TextArea name="offers" label="Чем может помочь" rows={2} maxLength={2000} defaultValue={organisation?.offers} />
      <Columns count={2}>
        <TextInput name="phone" label="Телефон организации" maxLength={200} defaultValue={organisation?.phone} />
        <TextInput name="email" label="Почта организации" maxLength={200} defaultValue={organisation?.email} />
        <TextInput name="site" type="url" label="Сайт" placeholder="https://" defaultValue={organisation?.site} />
        <TextInput name="address" label="Адрес" maxLength={200} defaultValue={organisation?.address} />
      </Columns>
    </>
  );
}
