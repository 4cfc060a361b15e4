import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { firstPage, type ListAddress, listHref } from '@/components/table/list-address';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { formatDay, formatPeriod } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { addPair, editPair, endPair } from '@/lib/partnerships/mentoring-actions';
import type { MentoringPage, NewPairForm, PairPage } from '@/lib/partnerships/mentoring-queries';
import { MENTORING_MODELS, type MentoringPair } from '@/lib/partnerships/partnership';
import { MENTORING_WORDS, PAIR_FORMS } from '@/lib/partnerships/words';
import { PartnerTabs } from './partner-tabs';

const PairBadge = ({ pair }: { pair: MentoringPair }) =>
  pair.endedOn ? (
    <Badge icon="check">завершено {formatDay(pair.endedOn)}</Badge>
  ) : (
    <Badge tone="success" icon="partner">
      идёт
    </Badge>
  );

const COLUMNS: readonly Column<MentoringPair>[] = [
  {
    key: 'school',
    title: 'Кому помогают',
    main: true,
    sortable: true,
    cell: (pair) => (
      <SiteLink className="link font-medium" href={links.mentoringPair(pair.id)}>
        {pair.menteePosition}, {pair.menteeSchoolName}
      </SiteLink>
    ),
  },
  { key: 'mentor', title: 'Наставник', cell: (pair) => `${pair.mentorPosition}, ${pair.mentorSchoolName}` },
  { key: 'model', title: 'Модель', cell: (pair) => MENTORING_WORDS[pair.model] },
  { key: 'starts', title: 'Срок', sortable: true, cell: (pair) => formatPeriod(pair.starts, pair.ends) },
  { key: 'state', title: 'Состояние', cell: (pair) => <PairBadge pair={pair} /> },
];

/** Mentoring pairs: positions of schools, never names. */
export function MentoringScreen({ page, address }: { page: MentoringPage; address: ListAddress }) {
  return (
    <>
      <PageHeader
        title="Наставничество"
        lead="Кто кого ведёт: должности и школы, без имён. План, срок и что получилось."
        actions={
          page.canChange && (
            <ButtonLink href={links.newMentoringPair()} icon="plus">
              Записать пару
            </ButtonLink>
          )
        }
      />
      <PartnerTabs now="mentoring" canPropose={page.canPropose} />
      <FilterBar
        address={address}
        filters={[
          { kind: 'search', name: 'q', label: 'Школа, должность или слова плана' },
          {
            kind: 'select',
            name: 'state',
            label: 'Состояние',
            all: 'Идут сейчас',
            options: [
              { value: 'ended', label: 'завершённые' },
              { value: 'all', label: 'все' },
            ],
          },
        ]}
      />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status">Найдено: {count(page.rows.length, PAIR_FORMS)}</p>
        {page.rows.length > 0 && (
          <DownloadLink href={listHref({ ...address, path: links.mentoringExport() }, firstPage)} what="пары" />
        )}
      </div>
      <DataTable
        caption="Пары наставничества"
        columns={COLUMNS}
        rows={page.rows}
        rowKey={(row) => row.id}
        address={address}
        defaultSort="-starts"
        empty={
          <EmptyState title="Пар наставничества нет" icon="people">
            {page.canChange
              ? 'Запишите, кто кого ведёт: должность наставника, должность подопечного, план и срок.'
              : 'Они появятся здесь, когда центр их запишет.'}
          </EmptyState>
        }
      />
    </>
  );
}

const crumbs = [
  { href: links.partnerships(), title: 'Партнёры' },
  { href: links.mentoring(), title: 'Наставничество' },
];

export function NewPairScreen({ page }: { page: NewPairForm }) {
  const schools = page.schools.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack>
      <PageHeader crumbs={crumbs} title="Новая пара" lead="Пишите должности: имена здесь не нужны." />
      <Surface>
        <ActionForm action={addPair} label="Новая пара">
          <Select
            name="mentoringModel"
            label="Модель"
            required
            options={MENTORING_MODELS.map((value) => ({ value, label: MENTORING_WORDS[value] }))}
          />
          <Columns count={2}>
            <Select name="mentorSchoolId" label="Школа наставника" required empty="Выберите школу" options={schools} />
            <TextInput name="mentorPosition" label="Должность наставника" required maxLength={200} />
            <Select name="menteeSchoolId" label="Школа подопечного" required empty="Выберите школу" options={schools} />
            <TextInput name="menteePosition" label="Должность подопечного" required maxLength={200} />
          </Columns>
          <TextArea name="plan" label="План" rows={3} maxLength={2000} />
          <Columns count={2}>
            <DateInput name="starts" label="Начало" required defaultValue={page.today} />
            <DateInput name="ends" label="Окончание" />
          </Columns>
          <SubmitButton pendingText="Записываем…">Записать пару</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

export function PairScreen({ page: { pair, canChange } }: { page: PairPage }) {
  const seen = (
    <>
      <input type="hidden" name="pairId" value={pair.id} />
      <input type="hidden" name="version" value={pair.version} />
    </>
  );
  return (
    <Stack>
      <PageHeader
        crumbs={crumbs}
        overline={MENTORING_WORDS[pair.model]}
        title={`${pair.mentorSchoolName} – ${pair.menteeSchoolName}`}
        status={<PairBadge pair={pair} />}
      />
      <Surface>
        <DescriptionList
          items={[
            { term: 'Наставник', value: `${pair.mentorPosition}, ${pair.mentorSchoolName}` },
            { term: 'Подопечный', value: `${pair.menteePosition}, ${pair.menteeSchoolName}` },
            { term: 'Срок', value: formatPeriod(pair.starts, pair.ends) },
            { term: 'План', value: <span className="whitespace-pre-wrap">{pair.plan || 'ещё не записан'}</span> },
            ...(pair.endedOn
              ? [{ term: 'Что получилось', value: <span className="whitespace-pre-wrap">{pair.result}</span> }]
              : []),
          ]}
        />
      </Surface>
      {canChange && pair.endedOn === null && (
        <Section title="Изменить">
          <Columns count={2}>
            <Surface>
              <ActionForm key={pair.version} action={editPair} label="План и срок">
                {seen}
                <TextArea name="plan" label="План" rows={4} maxLength={2000} defaultValue={pair.plan} />
                <DateInput name="ends" label="Окончание" defaultValue={pair.ends ?? ''} />
                <SubmitButton variant="secondary">Сохранить план</SubmitButton>
              </ActionForm>
            </Surface>
            <Surface>
              <ActionForm key={pair.version} action={endPair} label="Завершить наставничество">
                {seen}
                <TextArea name="result" label="Что получилось" required rows={4} maxLength={2000} />
                <SubmitButton>Завершить наставничество</SubmitButton>
              </ActionForm>
            </Surface>
          </Columns>
        </Section>
      )}
    </Stack>
  );
}
