import { Tabs } from '@/components/ui/tabs';
import { links } from '@/lib/kernel/links';

export type ResultTab = 'results' | 'tasks' | 'imports' | 'reference' | 'dictionaries';

/** The rooms of «Результаты»; files are the centre's, and a school has only its own results. */
export function ResultTabs({ now, canImport }: { now: ResultTab; canImport: boolean }) {
  const tabs = [
    { key: 'results', href: links.results(), title: 'Результаты' },
    { key: 'tasks', href: links.resultTasks(), title: 'Задания' },
    ...(canImport ? [{ key: 'imports', href: links.resultImports(), title: 'Файлы' }] : []),
    { key: 'reference', href: links.resultReferences(), title: 'Показатели региона' },
    { key: 'dictionaries', href: links.resultDictionaries(), title: 'Справочники' },
  ];
  return <Tabs label="Разделы результатов" tabs={tabs.map(({ key, ...tab }) => ({ ...tab, current: key === now }))} />;
}
