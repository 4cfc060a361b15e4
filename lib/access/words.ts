import type { Role } from '@/lib/access/role';

export const ROLE_WORDS: Record<Role, string> = {
  SCHOOL_HEAD: 'Директор школы',
  SCHOOL_DEPUTY: 'Заместитель директора',
  CENTRE: 'Сотрудник МОЦ',
  OFFICIAL: 'Специалист управления образования',
  REGION: 'Специалист региона',
  CURATOR: 'Куратор',
  ADMIN: 'Администратор',
};

/** What the role is for, in the words of the form that gives it. */
export const ROLE_HINTS: Record<Role, string> = {
  SCHOOL_HEAD: 'Заполняет и отправляет карту своей школы, видит только свою школу.',
  SCHOOL_DEPUTY: 'Заполняет карту своей школы; отправляет её директор.',
  CENTRE: 'Ведёт реестр школ и кампании, проверяет карты, готовит список.',
  OFFICIAL: 'Видит сводные показатели, утверждает список приказом.',
  REGION: 'Видит муниципалитеты в сравнении и утверждённые списки.',
  CURATOR: 'Видит принятые карты закреплённых школ.',
  ADMIN: 'Ведёт пользователей и настройки, читает журнал; ответов школ не видит.',
};
