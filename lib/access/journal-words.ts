import { role } from '@/lib/access/role';
import { ROLE_WORDS } from '@/lib/access/words';

/** The role a line was written in; a line from outside the portal names its database role. */
export function roleWords(actorRole: string): string {
  const known = role.safeParse(actorRole);
  return known.success ? ROLE_WORDS[known.data] : 'Служебная команда';
}

const DETAIL_WORDS: Readonly<Record<string, string>> = {
  email: 'почта',
  role: 'роль',
  from: 'было',
  to: 'стало',
  schools: 'школы',
  changed: 'изменено',
  ended: 'завершено входов',
  rows: 'строк',
  reason: 'причина',
  name: 'название',
  number: 'номер',
  date: 'дата',
};

/** Codes of the database that say nothing to a person are left out. */
const isShown = (name: string, value: unknown) => value !== null && !/(^|[a-z])Id$|^id$|^hash$/.test(name);

const valueWords = (value: unknown): string => {
  if (Array.isArray(value)) return value.length > 5 ? `${value.length}` : value.map(valueWords).join(', ');
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  const known = role.safeParse(value);
  return known.success ? ROLE_WORDS[known.data] : String(value);
};

/** The details of a line as one sentence of pairs: «было: Куратор; стало: Сотрудник МОЦ». */
export function detailWords(details: unknown): string {
  if (typeof details !== 'object' || details === null) return '';
  return Object.entries(details)
    .filter(([name, value]) => isShown(name, value))
    .map(([name, value]) => `${DETAIL_WORDS[name] ?? name}: ${valueWords(value)}`)
    .join('; ');
}
