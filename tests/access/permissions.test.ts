import { describe, expect, it } from 'vitest';
import { menu, navigation } from '@/lib/access/navigation';
import { can, PERMISSIONS, type Permission } from '@/lib/access/permissions';
import { ROLES, type Role } from '@/lib/access/role';
import { ROLE_WORDS } from '@/lib/access/words';
import { id } from '@/lib/kernel/ids';

const permissions = Object.keys(PERMISSIONS).filter((name): name is Permission => name in PERMISSIONS);

describe('the permission table', () => {
  it('is printed for whoever reads the log of the tests', () => {
    const width = Math.max(...permissions.map((permission) => permission.length));
    const lines = permissions.map(
      (permission) =>
        `${permission.padEnd(width)}  ${ROLES.map((role) => (can(role, permission) ? '✓' : '·')).join('  ')}`,
    );
    const legend = ROLES.map((role, index) => `${index + 1} ${ROLE_WORDS[role]}`).join(', ');
    console.log(
      ['', legend, ''.padEnd(width + 2) + ROLES.map((_, index) => index + 1).join('  '), ...lines, ''].join('\n'),
    );
    expect(lines).toHaveLength(permissions.length);
  });

  it.each<[Permission, readonly Role[]]>([
    ['card.submit', ['SCHOOL_HEAD']],
    ['card.fill', ['SCHOOL_HEAD', 'SCHOOL_DEPUTY']],
    ['card.check', ['CENTRE']],
    ['list.prepare', ['CENTRE']],
    ['list.approve', ['OFFICIAL']],
    ['dashboard.region', ['REGION']],
    ['people.change', ['ADMIN']],
    ['journal.read', ['ADMIN']],
    ['settings.change', ['ADMIN']],
  ])('gives «%s» to %j and to nobody else', (permission, roles) => {
    expect(ROLES.filter((role) => can(role, permission))).toEqual(roles);
  });

  it('keeps the administrator from cards, lists and indicators', () => {
    const theirs = permissions.filter((permission) => /^(card|list|campaign|dashboard)\./.test(permission));
    expect(theirs.filter((permission) => can('ADMIN', permission))).toEqual([]);
  });

  it('lets everybody keep his own account', () => {
    expect(ROLES.every((role) => can(role, 'account.own'))).toBe(true);
  });

  it('refuses a permission that is not in it', () => {
    const unknown = JSON.parse('"card.steal"');
    expect(ROLES.some((role) => can(role, unknown))).toBe(false);
  });
});

describe('the menu', () => {
  it.each<[Role, readonly string[]]>([
    [
      'SCHOOL_HEAD',
      [
        'Главная',
        'Моя карта',
        'Моя школа',
        'Рекомендации',
        'Дорожные карты',
        'Программы',
        'Мероприятия',
        'Развитие кадров',
        'Партнёры',
        'Визиты и консультации',
        'Результаты',
        'Признаки',
        'Методика',
      ],
    ],
    [
      'SCHOOL_DEPUTY',
      [
        'Главная',
        'Моя карта',
        'Моя школа',
        'Рекомендации',
        'Дорожные карты',
        'Программы',
        'Мероприятия',
        'Развитие кадров',
        'Партнёры',
        'Визиты и консультации',
        'Результаты',
        'Признаки',
        'Методика',
      ],
    ],
    [
      'CENTRE',
      [
        'Главная',
        'Показатели',
        'Кампании',
        'Списки',
        'Сопровождение',
        'Рекомендации',
        'Дорожные карты',
        'Программы',
        'Мероприятия',
        'Развитие кадров',
        'Партнёры',
        'Визиты и консультации',
        'Школы',
        'Результаты',
        'Объективность',
        'Методика',
      ],
    ],
    [
      'OFFICIAL',
      [
        'Главная',
        'Показатели',
        'Кампании',
        'Списки',
        'Сопровождение',
        'Рекомендации',
        'Дорожные карты',
        'Программы',
        'Мероприятия',
        'Развитие кадров',
        'Партнёры',
        'Визиты и консультации',
        'Школы',
        'Результаты',
        'Объективность',
        'Методика',
      ],
    ],
    ['REGION', ['Главная', 'Сравнение', 'Списки', 'Методика']],
    [
      'CURATOR',
      [
        'Главная',
        'Сопровождение',
        'Рекомендации',
        'Дорожные карты',
        'Программы',
        'Мероприятия',
        'Партнёры',
        'Визиты и консультации',
        'Школы',
        'Результаты',
        'Методика',
      ],
    ],
    ['ADMIN', ['Главная', 'Школы', 'Пользователи', 'Журнал', 'Настройки']],
  ])('of %s shows what the role may open', (role, titles) => {
    const schoolId = role.startsWith('SCHOOL') ? id.parse('01900000-0000-7000-8000-000000000001') : null;
    expect(navigation({ role, schoolId }).map((section) => section.title)).toEqual(titles);
  });

  it.each(ROLES)('of %s, parted under titles, has every line once and in the same order', (role) => {
    const viewer = { role, schoolId: role.startsWith('SCHOOL') ? '01900000-0000-7000-8000-000000000001' : null };
    const groups = menu(viewer);
    expect(groups.flatMap(({ items }) => items)).toEqual(navigation(viewer));
    expect(groups.slice(1).every(({ title }) => title !== undefined)).toBe(true);
  });
});
