import { role } from '@/lib/access/role';
import { ROLE_WORDS } from '@/lib/access/words';
import { formatMoment } from '@/lib/kernel/moment';

/** The role a line was written in; a line from outside the portal names its database role. */
export function roleWords(actorRole: string): string {
  const known = role.safeParse(actorRole);
  return known.success ? ROLE_WORDS[known.data] : 'Служебная команда';
}

const DETAIL_WORDS: Readonly<Record<string, string>> = {
  added: 'добавлено',
  after: 'стало',
  basis: 'основание',
  before: 'было',
  changed: 'изменено',
  closed: 'закрыто карт',
  code: 'код',
  date: 'дата',
  dueAt: 'срок',
  email: 'почта',
  ended: 'завершено входов',
  from: 'было',
  included: 'включено',
  item: 'критерий',
  items: 'ответов',
  name: 'название',
  number: 'номер',
  on: 'дата',
  order: 'приказ',
  participants: 'участников',
  planned: 'срок по плану',
  pupils: 'обучающихся',
  reason: 'причина',
  removed: 'убрано',
  revision: 'редакция',
  role: 'роль',
  rows: 'строк',
  schools: 'школ',
  size: 'размер в байтах',
  successorCode: 'код преемника',
  title: 'тема',
  to: 'стало',
  year: 'учебный год с',
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function valueWords(value: unknown, timeZone: string): string {
  if (Array.isArray(value)) return String(value.length);
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  const known = role.safeParse(value);
  if (known.success) return ROLE_WORDS[known.data];
  return typeof value === 'string' && MOMENT.test(value) ? formatMoment(new Date(value), timeZone) : String(value);
}

/**
 * The details of a line as one sentence of pairs: «было: Куратор; стало: Сотрудник МОЦ». Codes of the database and of the
 * program say nothing to a person and are left out; the xlsx and the table itself keep the line's number.
 */
export function detailWords(details: unknown, timeZone: string): string {
  if (typeof details !== 'object' || details === null) return '';
  return Object.entries(details)
    .flatMap(([name, value]) => {
      const word = DETAIL_WORDS[name];
      if (!word || value === null || value === '' || (typeof value === 'string' && UUID.test(value))) return [];
      return [`${word}: ${valueWords(value, timeZone)}`];
    })
    .join('; ');
}
