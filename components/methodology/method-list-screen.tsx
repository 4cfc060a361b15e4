import { type Column, DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { links } from '@/lib/kernel/links';
import type { MethodVersion } from '@/lib/methodology/version-queries';
import { orderWords, VERSION_OWNER_WORDS, VERSION_STATUS_WORDS } from '@/lib/methodology/version-words';

const TONES = { DRAFT: 'neutral', PUBLISHED: 'success', ARCHIVED: 'neutral' } as const;

const columns: readonly Column<MethodVersion>[] = [
  {
    key: 'title',
    title: 'Методика',
    main: true,
    cell: (version) => (
      <SiteLink href={links.methodVersion(version.id)} className="link">
        {version.title}
      </SiteLink>
    ),
  },
  { key: 'number', title: 'Версия', align: 'end', cell: (version) => version.number },
  {
    key: 'status',
    title: 'Состояние',
    cell: (version) => <Badge tone={TONES[version.status]}>{VERSION_STATUS_WORDS[version.status]}</Badge>,
  },
  { key: 'owner', title: 'Чья', cell: (version) => VERSION_OWNER_WORDS[version.owner] },
  {
    key: 'order',
    title: 'Утверждена',
    cell: (version) =>
      orderWords({ number: version.orderNumber, date: version.orderDate }) || 'образец, без реквизитов',
  },
];

/** All versions that this place can use. */
export function MethodListScreen({ versions }: { versions: readonly MethodVersion[] }) {
  return (
    <>
      <PageHeader
        title="Методика"
        lead="По каким критериям заполняют диагностическую карту, как считают сумму и как выносят вывод. Утверждённая версия не меняется: исправление – новая версия."
      />
      <DataTable
        caption="Версии методики"
        columns={columns}
        rows={versions}
        rowKey={(version) => version.id}
        empty={
          <EmptyState title="Методик пока нет" icon="method">
            Версию методики загружает тот, кто устанавливает портал. Обратитесь к администратору.
          </EmptyState>
        }
      />
    </>
  );
}
