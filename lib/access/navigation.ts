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

/** Lines of a long menu that stand together; the first ones need no title. */
export type SectionGroup = { readonly title?: string; readonly items: readonly Section[] };

type Place = Pick<Viewer, 'role' | 'schoolId'>;

const HELP = 'Помощь школам';
const DATA = 'Школы и данные';

type Entry = Omit<Section, 'href'> & {
  readonly group?: string;
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
  { group: HELP, title: 'Сопровождение', icon: 'people', permission: 'support.list', href: () => links.support() },
  {
    group: HELP,
    title: 'Рекомендации',
    icon: 'advice',
    permission: 'recommendation.read',
    href: () => links.recommendations(),
  },
  { group: HELP, title: 'Дорожные карты', icon: 'roadmap', permission: 'roadmap.read', href: () => links.roadmaps() },
  { group: HELP, title: 'Программы', icon: 'file', permission: 'programme.read', href: () => links.programmes() },
  { group: HELP, title: 'Мероприятия', icon: 'event', permission: 'event.read', href: () => links.events() },
  {
    group: HELP,
    title: 'Развитие кадров',
    icon: 'people',
    permission: 'development.read',
    href: () => links.development(),
  },
  { group: HELP, title: 'Партнёры', icon: 'partner', permission: 'partnership.read', href: () => links.partnerships() },
  { group: HELP, title: 'Визиты и консультации', icon: 'visit', permission: 'visit.read', href: () => links.visits() },
  { group: DATA, title: 'Школы', icon: 'school', permission: 'school.list', href: links.schools },
  { group: DATA, title: 'Результаты', icon: 'list', permission: 'results.read', href: () => links.results() },
  { group: DATA, title: 'Объективность', icon: 'eye', permission: 'objectivity.read', href: () => links.objectivity() },
  { group: DATA, title: 'Признаки', icon: 'eye', permission: 'objectivity.answer', href: links.ownSigns },
  { group: DATA, title: 'Методика', icon: 'method', permission: 'method.read', href: links.method },
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

/** A menu of more lines than this is parted by titles. */
const PLAIN_MAX = 8;

/** The menu as the shell draws it: a short one in one piece, a long one under titles, in the same order. */
export function menu(viewer: Place): readonly SectionGroup[] {
  const sections = navigation(viewer);
  if (sections.length <= PLAIN_MAX) return [{ items: sections }];
  const groupOf = new Map(SECTIONS.map(({ title, group }) => [title, group]));
  return [undefined, HELP, DATA].flatMap((group) => {
    const items = sections.filter(({ title }) => groupOf.get(title) === group);
    return items.length === 0 ? [] : [{ ...(group === undefined ? {} : { title: group }), items }];
  });
}
