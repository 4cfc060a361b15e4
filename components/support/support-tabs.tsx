import { Tabs } from '@/components/ui/tabs';
import { links } from '@/lib/kernel/links';

type Place = 'cases' | 'studies' | 'surveys' | 'curators' | 'causes';

/** Views of support; curators and causes are the centre’s. */
export function SupportTabs({ now, canChange }: { now: Place; canChange: boolean }) {
  const own = [
    { place: 'curators', href: links.curators(), title: 'Кураторы' },
    { place: 'causes', href: links.causes(), title: 'Справочник причин' },
  ];
  const all = [
    { place: 'cases', href: links.support(), title: 'Школы' },
    { place: 'studies', href: links.studies(), title: 'Исследования' },
    { place: 'surveys', href: links.surveys(), title: 'Обследования' },
    ...(canChange ? own : []),
  ];
  return (
    <Tabs
      label="Разделы сопровождения"
      tabs={all.map(({ place, href, title }) => ({ href, title, current: place === now }))}
    />
  );
}
