import { Select } from '@/components/form/select';
import { PrintButton } from '@/components/lists/print-button';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import type { ComparePage } from '@/lib/methodology/draft/draft-queries';
import { VERSION_STATUS_WORDS } from '@/lib/methodology/version-words';
import { ChangeList } from './change-list';

/** Two versions of a method line by line; both are chosen in the address. */
export function CompareScreen({ versions, from, to, changes }: ComparePage) {
  const options = versions.map((version) => ({
    value: version.id,
    label: `${version.title}, версия ${version.number} (${VERSION_STATUS_WORDS[version.status]})`,
  }));
  return (
    <>
      <PageHeader
        title="Сравнение версий"
        crumbs={[{ href: links.method(), title: 'Методика' }]}
        lead="Что добавлено, убрано и изменено. Номер версии и приказ не сравниваются: они различаются всегда."
        actions={changes && changes.length > 0 ? <PrintButton /> : undefined}
      />
      <Stack>
        <form method="get" action={links.methodCompare()} className="space-y-4 print:hidden">
          <Select name="from" label="Было" options={options} empty="Выберите версию" defaultValue={from?.id} required />
          <Select name="to" label="Стало" options={options} empty="Выберите версию" defaultValue={to?.id} required />
          <Button type="submit">Сравнить</Button>
        </form>
        {changes && from && to && (
          <Section
            title={`«${from.title}», версия ${from.number} → «${to.title}», версия ${to.number}`}
            lead={changes.length > 0 ? `Всего ${count(changes.length, ['отличие', 'отличия', 'отличий'])}.` : undefined}
          >
            {changes.length === 0 ? (
              <Notice title="Отличий нет">Содержание версий совпадает.</Notice>
            ) : (
              <ChangeList changes={changes} />
            )}
          </Section>
        )}
      </Stack>
    </>
  );
}
