import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { firstPage, type ListAddress, listHref } from '@/components/table/list-address';
import { Pagination } from '@/components/table/pagination';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Columns, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { addResource, editResource } from '@/lib/partnerships/directory-actions';
import { RESOURCE_KINDS, type Resource } from '@/lib/partnerships/partnership';
import type { NewResourceForm, ResourcesPage } from '@/lib/partnerships/resource-queries';
import { RESOURCE_FORMS, RESOURCE_WORDS } from '@/lib/partnerships/words';
import { PartnerTabs } from './partner-tabs';

function columnsOf({ canChange, isSchool, schoolId }: ResourcesPage): readonly Column<Resource>[] {
  const isOwn = (row: Resource) => canChange || (isSchool && row.schoolId === schoolId);
  return [
    {
      key: 'title',
      title: 'Что предлагают',
      main: true,
      sortable: true,
      cell: (row) =>
        isOwn(row) ? (
          <SiteLink className="link font-medium" href={links.partnerResource(row.id)}>
            {row.title}
          </SiteLink>
        ) : (
          row.title
        ),
    },
    { key: 'kind', title: 'Что это', cell: ({ kind }) => RESOURCE_WORDS[kind] },
    { key: 'terms', title: 'Условия', cell: ({ terms }) => terms || '–' },
    { key: 'owner', title: 'Чей', sortable: true, cell: ({ ownerName }) => ownerName },
  ];
}

/** What schools and organisations offer to others: premises, equipment, specialists by position, practices. */
export function ResourcesScreen({ page, address }: { page: ResourcesPage; address: ListAddress }) {
  const next = (page.search.after ?? 0) + page.rows.length;
  return (
    <>
      <PageHeader
        title="Ресурсы"
        lead="Чем школы и организации готовы делиться: кабинеты, оборудование, специалисты по должностям, практики."
        actions={
          page.canAdd && (
            <ButtonLink href={links.newPartnerResource()} icon="plus">
              Добавить ресурс
            </ButtonLink>
          )
        }
      />
      <PartnerTabs now="resources" canPropose={page.canPropose} />
      <FilterBar
        address={address}
        filters={[
          { kind: 'search', name: 'q', label: 'Что ищете' },
          {
            kind: 'select',
            name: 'kind',
            label: 'Что это',
            all: 'Всё',
            options: RESOURCE_KINDS.map((kind) => ({ value: kind, label: RESOURCE_WORDS[kind] })),
          },
        ]}
      />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status">Найдено: {count(page.total, RESOURCE_FORMS)}</p>
        {page.rows.length > 0 && (
          <DownloadLink
            href={listHref({ ...address, path: links.partnerResourcesExport() }, firstPage)}
            what="ресурсы"
          />
        )}
      </div>
      <DataTable
        caption="Ресурсы"
        columns={columnsOf(page)}
        rows={page.rows}
        rowKey={(row) => row.id}
        address={address}
        defaultSort="title"
        empty={
          <EmptyState title="Ресурсов не нашлось" icon="search">
            {page.canAdd
              ? 'Снимите условия поиска или добавьте то, чем вы готовы делиться: это увидят все школы муниципалитета.'
              : 'Снимите условия поиска. Реестр пополняют школы и центр.'}
          </EmptyState>
        }
      />
      {page.rows.length > 0 && (
        <Pagination
          address={address}
          {...(next < page.total && { after: String(next) })}
          {...(page.search.after && { before: '0' })}
          shown={page.rows.length}
          total={page.total}
          forms={RESOURCE_FORMS}
        />
      )}
    </>
  );
}

const crumbs = [
  { href: links.partnerships(), title: 'Партнёры' },
  { href: links.partnerResources(), title: 'Ресурсы' },
];

export function NewResourceScreen({ page }: { page: NewResourceForm }) {
  const choices = (known: readonly { readonly id: string; readonly name: string }[]) =>
    known.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack>
      <PageHeader
        crumbs={crumbs}
        title="Новый ресурс"
        lead={page.isSchool ? 'Чем ваша школа готова делиться с другими.' : undefined}
      />
      <Surface>
        <ActionForm action={addResource} label="Новый ресурс">
          {!page.isSchool && (
            <Columns count={2}>
              <Select name="schoolId" label="Школа" width="full" empty="Не школа" options={choices(page.schools)} />
              <Select
                name="organisationId"
                label="Или организация"
                width="full"
                empty="Не организация"
                options={choices(page.organisations)}
              />
            </Columns>
          )}
          <Fields />
          <SubmitButton pendingText="Добавляем…">Добавить в реестр</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

export function EditResourceScreen({ resource }: { resource: Resource }) {
  return (
    <Stack>
      <PageHeader crumbs={crumbs} title={resource.title} overline={resource.ownerName} />
      <Surface>
        <ActionForm key={resource.version} action={editResource} label="Ресурс">
          <input type="hidden" name="resourceId" value={resource.id} />
          <input type="hidden" name="version" value={resource.version} />
          <Fields resource={resource} />
          <Checkbox name="isGone" label="Убрать из реестра" hint="Больше не предлагается." />
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

function Fields({ resource }: { resource?: Resource }) {
  return (
    <>
      <Select
        name="resourceKind"
        label="Что это"
        required
        defaultValue={resource?.kind}
        options={RESOURCE_KINDS.map((kind) => ({ value: kind, label: RESOURCE_WORDS[kind] }))}
      />
      <TextInput
        name="title"
        label="Что предлагаете"
        hint="Специалист – должность, без имени: «учитель-логопед»"
        required
        maxLength={200}
        defaultValue={resource?.title}
      />
      <TextArea
        name="terms"
        label="Условия"
        hint="Когда, кому, по какому договору"
        rows={2}
        maxLength={2000}
        defaultValue={resource?.terms}
      />
    </>
  );
}
