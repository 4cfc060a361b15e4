import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import type { ValuesPage } from '@/lib/diagnostics/trials/values-queries';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { valueWords } from '@/lib/methodology/measures/value-words';

type Known = Extract<ValuesPage, { campaign: object }>;
type Row = Known['rows'][number];

/** What a version computes of each school besides the card: its measures and its further lists. */
export function ValuesScreen({ page }: { page: ValuesPage }) {
  const { version, method } = page;
  const isEmpty = (method.measures ?? []).length + (method.lists ?? []).length === 0;
  return (
    <>
      <PageHeader
        title="Показатели и списки по школам"
        crumbs={[
          { href: links.method(), title: 'Методика' },
          { href: links.methodVersion(version.id), title: `${version.title}, версия ${version.number}` },
        ]}
        lead="Что эта версия считает по загруженным результатам. Ничего не сохраняется; школы стоят по алфавиту. Нажмите на школу, чтобы увидеть, из чего сложилось каждое число."
      />
      {isEmpty ? (
        <EmptyState title="В этой версии нет ни показателей, ни списков" icon="chart">
          Их добавляют в черновике методики.
        </EmptyState>
      ) : page.campaign ? (
        <Values page={page} />
      ) : (
        <EmptyState title="Показать пока не на чем" icon="campaign">
          Нужна открытая кампания: по её школам и году результатов считаются показатели.
        </EmptyState>
      )}
    </>
  );
}

function Values({ page }: { page: Known }) {
  const { version, campaign, rows, sent } = page;
  const hasLists = (page.method.lists ?? []).length > 0;
  return (
    <Stack>
      <div>
        <FilterBar
          address={{ path: links.methodValues(version.id), params: { campaign: campaign.id } }}
          label="Кампания"
          filters={[
            {
              kind: 'select',
              name: 'campaign',
              label: 'Школы и год кампании',
              all: 'Последняя кампания',
              options: page.campaigns.map(({ id, title }) => ({ value: id, label: title })),
            },
          ]}
        />
        {hasLists && (
          <p className="mb-4 max-w-measure text-ink-soft">
            Правила списков могут называть сумму карты. Карта отправлена у {sent} из {rows.length}; у остальных правила,
            которым нужна сумма, дают «нет данных».
          </p>
        )}
        {page.opened && <Opened page={page} opened={page.opened} />}
        <DataTable
          caption={`По результатам ${formatSchoolYear(page.year)} учебного года`}
          captionHidden={false}
          wide
          columns={columnsOf(page)}
          rows={rows}
          rowKey={({ schoolId }) => schoolId}
        />
      </div>
      <DownloadLink
        href={links.methodValuesExport(version.id, { campaign: campaign.id })}
        what="показатели и списки по школам"
      />
    </Stack>
  );
}

function columnsOf({ version, campaign, method }: Known): Column<Row>[] {
  return [
    {
      key: 'school',
      title: 'Школа',
      main: true,
      width: '13rem',
      cell: ({ schoolId, schoolName }) => (
        <SiteLink className="link" href={links.methodValues(version.id, { campaign: campaign.id, school: schoolId })}>
          {schoolName}
        </SiteLink>
      ),
    },
    ...(method.measures ?? []).map(
      (measure, index): Column<Row> => ({
        key: `measure ${measure.code}`,
        title: measure.title,
        align: 'end',
        cell: ({ values }) => valueWords(measure, values[index]),
      }),
    ),
    ...(method.lists ?? []).map(
      (list, index): Column<Row> => ({
        key: `list ${list.code}`,
        title: list.title,
        cell: ({ lists }) => lists[index]?.words ?? '',
      }),
    ),
  ];
}

function Opened({ page, opened }: { page: Known; opened: NonNullable<Known['opened']> }) {
  const { method } = page;
  return (
    <div className="mb-6">
      <Section title={opened.schoolName}>
        <Surface>
          <DescriptionList
            items={[
              ...(method.measures ?? []).map((measure, index) => ({
                term: measure.title,
                value: (
                  <>
                    <p className="font-medium tabular-nums">{valueWords(measure, opened.values[index])}</p>
                    <p className="text-sm text-ink-soft">{opened.readings[index]}</p>
                  </>
                ),
              })),
              ...(method.lists ?? []).map((list, index) => ({
                term: list.title,
                value: (
                  <>
                    <p className="font-medium">{opened.lists[index]?.words}</p>
                    <p className="text-sm text-ink-soft">
                      {opened.lists[index]?.because ?? 'Для правила не хватает данных.'}
                    </p>
                  </>
                ),
              })),
            ]}
          />
        </Surface>
      </Section>
    </div>
  );
}
