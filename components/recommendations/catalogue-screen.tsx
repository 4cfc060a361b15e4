import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { copyStarter } from '@/lib/recommendations/catalogue-actions';
import type { CataloguePage } from '@/lib/recommendations/catalogue-queries';
import { ANY_ITEM } from '@/lib/recommendations/catalogue-search';
import { EVIDENCE_WORDS, itemWords, REMEDY_FORMS } from '@/lib/recommendations/words';
import { RecommendationTabs } from './recommendation-tabs';

type Row = CataloguePage['lines'][number];

const COLUMNS: readonly Column<Row>[] = [
  { key: 'item', title: 'Критерий', sortable: true, width: '7rem', cell: ({ item }) => itemWords(item) },
  {
    key: 'measure',
    title: 'Мера',
    main: true,
    sortable: true,
    cell: (row) => (
      <>
        <SiteLink href={links.remedy(row.id)} className="link font-medium">
          {row.measure}
        </SiteLink>
        {row.archivedAt && (
          <span className="mt-1 block">
            <Badge>в архиве</Badge>
          </span>
        )}
      </>
    ),
  },
  { key: 'cause', title: 'Возможная причина', cell: ({ cause }) => cause || 'не указана' },
  { key: 'term', title: 'Срок', cell: ({ term }) => term || 'не указан' },
  { key: 'evidence', title: 'Доказательность', cell: ({ evidence }) => EVIDENCE_WORDS[evidence] },
  { key: 'version', title: 'Версия', align: 'end', cell: ({ version }) => version },
  { key: 'used', title: 'Рекомендаций', align: 'end', sortable: true, cell: ({ used }) => used },
];

/** The measures that recommendations are made from. */
export function CatalogueScreen({ page, address }: { page: CataloguePage; address: ListAddress }) {
  const { lines, items, newStarters } = page;
  return (
    <>
      <PageHeader
        crumbs={[{ href: links.recommendations(), title: 'Рекомендации' }]}
        title="Каталог мер"
        lead="Критерий → возможная причина → мера, срок, ответственный, результат и показатель. Правка добавляет версию: отправленное сохраняет свои слова."
        actions={
          <ButtonLink href={links.newRemedy()} icon="plus">
            Новая мера
          </ButtonLink>
        }
      />
      <RecommendationTabs now="catalogue" />
      {newStarters > 0 && (
        <div className="mb-6">
          <Notice title="Начальный каталог портала">
            <p>
              Готовый набор для критериев карты по умолчанию, ещё не скопировано: {count(newStarters, REMEDY_FORMS)}.
              Копия принадлежит центру: её правят, дополняют и убирают в архив.
            </p>
            <ActionForm action={copyStarter} label="Скопировать начальный каталог">
              <SubmitButton variant="secondary" pendingText="Копируем…">
                Скопировать в свой каталог
              </SubmitButton>
            </ActionForm>
          </Notice>
        </div>
      )}
      <FilterBar
        address={address}
        filters={[
          { kind: 'search', name: 'q', label: 'Слова меры, причины или результата' },
          {
            kind: 'select',
            name: 'item',
            label: 'Критерий, признак или раздел',
            all: 'Все',
            options: items.map((item) => ({ value: item || ANY_ITEM, label: item || 'любой критерий' })),
          },
          {
            kind: 'select',
            name: 'state',
            label: 'Состояние',
            all: 'В каталоге',
            options: [
              { value: 'archived', label: 'В архиве' },
              { value: 'all', label: 'Все' },
            ],
          },
        ]}
      />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status">Найдено: {count(lines.length, REMEDY_FORMS)}</p>
        {lines.length > 0 && (
          <DownloadLink href={listHref({ ...address, path: links.remediesExport() }, {})} what="каталог мер" />
        )}
      </div>
      <DataTable
        caption="Каталог мер"
        columns={COLUMNS}
        rows={lines}
        rowKey={(row) => row.id}
        address={address}
        defaultSort="item"
        empty={
          <EmptyState
            title={items.length === 0 ? 'Каталог пуст' : 'Таких мер не нашлось'}
            icon={items.length === 0 ? 'advice' : 'search'}
            actions={<ButtonLink href={links.newRemedy()}>Добавить меру</ButtonLink>}
          >
            {items.length === 0
              ? 'Скопируйте начальный каталог или начните со своей меры.'
              : 'Снимите часть условий или добавьте меру.'}
          </EmptyState>
        }
      />
    </>
  );
}
