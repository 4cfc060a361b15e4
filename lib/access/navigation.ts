import { can, type Permission } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { links } from '@/lib/kernel/links';

/** One line of the shell's menu; `icon` is a name of the kit's set. */
export type Section = {
  readonly href: string;
  readonly title: string;
  readonly icon:
    | 'home'
    | 'card'
    | 'school'
    | 'campaign'
    | 'chart'
    | 'order'
    | 'advice'
    | 'roadmap'
    | 'event'
    | 'file'
    | 'partner'
    | 'visit'
    | 'region'
    | 'method'
    | 'list'
    | 'eye'
    | 'people'
    | 'journal'
    | 'settings';
};

type Place = Pick<Viewer, 'role' | 'schoolId'>;

type Entry = Omit<Section, 'href'> & {
  readonly permission: Permission;
  readonly href: (viewer: Place) => string | undefined;
};

const SECTIONS: readonly Entry[] = [
  { title: 'Главная', icon: 'home', permission: 'account.own', href: links.home },
  { title: 'Моя карта', icon: 'card', permission: 'card.fill', href: links.cards },
  {
    title: 'Моя школа',
    icon: 'school',
    permission: 'card.fill',
    href: ({ schoolId }) => (schoolId ? links.school(schoolId) : undefined),
  },
  { title: 'Сравнение', icon: 'region', permission: 'dashboard.region', href: links.region },
  { title: 'Показатели', icon: 'chart', permission: 'dashboard.municipality', href: links.dashboard },
  { title: 'Кампании', icon: 'campaign', permission: 'campaign.read', href: links.campaigns },
  { title: 'Списки', icon: 'order', permission: 'list.read', href: links.lists },
  { title: 'Сопровождение', icon: 'people', permission: 'support.list', href: () => links.support() },
  { title: 'Рекомендации', icon: 'advice', permission: 'recommendation.read', href: () => links.recommendations() },
  { title: 'Дорожные карты', icon: 'roadmap', permission: 'roadmap.read', href: () => links.roadmaps() },
  { title: 'Программы', icon: 'file', permission: 'programme.read', href: () => links.programmes() },
  { title: 'Мероприятия', icon: 'event', permission: 'event.read', href: () => links.events() },
  { title: 'Развитие кадров', icon: 'people', permission: 'development.read', href: () => links.development() },
  { title: 'Партнёры', icon: 'partner', permission: 'partnership.read', href: () => links.partnerships() },
  { title: 'Визиты и консультации', icon: 'visit', permission: 'visit.read', href: () => links.visits() },
  { title: 'Школы', icon: 'school', permission: 'school.list', href: links.schools },
  { title: 'Результаты', icon: 'list', permission: 'results.read', href: () => links.results() },
  { title: 'Объективность', icon: 'eye', permission: 'objectivity.read', href: () => links.objectivity() },
  { title: 'Признаки', icon: 'eye', permission: 'objectivity.answer', href: links.ownSigns },
  { title: 'Методика', icon: 'method', permission: 'method.read', href: links.method },
  { title: 'Пользователи', icon: 'people', permission: 'people.change', href: () => links.people() },
  { title: 'Журнал', icon: 'journal', permission: 'journal.read', href: links.journal },
  { title: 'Настройки', icon: 'settings', permission: 'settings.change', href: links.settings },
];

/** The sections a person may open, in the order of the menu: it follows from the permission table alone. */
export function navigation(viewer: Place): readonly Section[] {
  return SECTIONS.flatMap(({ title, icon, permission, href }) => {
    const path = can(viewer.role, permission) ? href(viewer) : undefined;
    return path ? [{ title, icon, href: path }] : [];
  });
}
