import type { Role } from '@/lib/access/role';

/**
 * Who may do what. This table is the only place that says so; where (which school, which municipality) is narrowed by
 * the scope of the transaction. A permission that is not here cannot be asked for.
 */
export const PERMISSIONS = {
  'account.own': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'REGION', 'CURATOR', 'ADMIN'],
  'school.read': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'CURATOR', 'ADMIN'],
  'school.list': ['CENTRE', 'OFFICIAL', 'CURATOR', 'ADMIN'],
  'school.change': ['CENTRE'],
  'school.import': ['CENTRE'],
  'results.read': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'CURATOR'],
  'results.import': ['CENTRE'],
  'objectivity.read': ['CENTRE', 'OFFICIAL'],
  'objectivity.review': ['CENTRE'],
  'objectivity.answer': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY'],
  'method.read': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'REGION', 'CURATOR'],
  'method.change': ['CENTRE'],
  'method.approve': ['OFFICIAL'],
  'campaign.read': ['CENTRE', 'OFFICIAL'],
  'campaign.change': ['CENTRE'],
  'card.read': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'CURATOR'],
  'card.fill': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY'],
  'card.submit': ['SCHOOL_HEAD'],
  'card.check': ['CENTRE'],
  'list.read': ['CENTRE', 'OFFICIAL', 'REGION'],
  'list.decide': ['CENTRE', 'OFFICIAL'],
  'list.prepare': ['CENTRE'],
  'list.approve': ['OFFICIAL'],
  'roadmap.read': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'CURATOR'],
  'roadmap.change': ['CENTRE'],
  'roadmap.move': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE'],
  'roadmap.approve': ['OFFICIAL'],
  'programme.read': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'CURATOR'],
  'programme.create': ['CENTRE'],
  'programme.change': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE'],
  'programme.approve': ['OFFICIAL'],
  'event.read': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'CURATOR'],
  'event.change': ['CENTRE'],
  'event.join': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY'],
  'recommendation.read': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'CURATOR'],
  'recommendation.change': ['CENTRE'],
  'recommendation.answer': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY'],
  'development.read': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL'],
  'development.report': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE'],
  'development.ask': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY'],
  'development.change': ['CENTRE'],
  'notification.sent': ['CENTRE', 'ADMIN'],
  'support.read': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'CURATOR'],
  'support.list': ['CENTRE', 'OFFICIAL', 'CURATOR'],
  'support.change': ['CENTRE'],
  'support.work': ['CENTRE', 'CURATOR'],
  'partnership.read': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'CURATOR'],
  'partnership.change': ['CENTRE'],
  'partnership.propose': ['CENTRE', 'OFFICIAL'],
  'partnership.answer': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY'],
  'partnership.work': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE'],
  'visit.read': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'CURATOR'],
  'visit.write': ['CENTRE', 'CURATOR'],
  'visit.settings': ['CENTRE'],
  'consultation.ask': ['SCHOOL_HEAD', 'SCHOOL_DEPUTY'],
  'consultation.answer': ['CENTRE', 'CURATOR'],
  'consultation.report': ['CENTRE', 'OFFICIAL'],
  'dashboard.municipality': ['CENTRE', 'OFFICIAL'],
  'dashboard.region': ['REGION'],
  'people.change': ['ADMIN'],
  'journal.read': ['ADMIN'],
  'settings.change': ['ADMIN'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a role may; an unknown role or permission may not. */
export function can(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission] ?? [];
  return allowed.includes(role);
}
