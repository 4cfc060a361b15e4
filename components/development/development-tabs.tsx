import { Tabs } from '@/components/ui/tabs';
import { links } from '@/lib/kernel/links';

const VIEWS = {
  year: [links.development, 'Год'],
  deficits: [links.deficits, 'Дефициты'],
  requests: [links.courseRequests, 'Заявки'],
  courses: [links.courses, 'Курсы'],
  associations: [links.associations, 'Методобъединения'],
  experience: [links.experience, 'Опыт'],
  numbers: [links.schoolNumbers, 'Данные'],
  centre: [() => links.centreRoster(), 'Состав центра'],
} as const;

export type DevelopmentView = keyof typeof VIEWS;

/** The views of this context; the school year that is looked at goes along. */
export function DevelopmentTabs({ now, year }: { now: DevelopmentView; year?: number | undefined }) {
  const search = year === undefined ? {} : { year: String(year) };
  return (
    <Tabs
      label="Разделы развития кадров"
      tabs={Object.entries(VIEWS).map(([view, [href, title]]) => ({
        href: href(search),
        title,
        current: view === now,
      }))}
    />
  );
}
