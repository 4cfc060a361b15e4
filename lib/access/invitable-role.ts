import { z } from 'zod';
import { isSchoolRole, type Role } from '@/lib/access/role';

/** Roles that the administrator of a municipality gives. The region's people are invited by the operator of the portal. */
export const INVITABLE_ROLES = ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'CURATOR', 'ADMIN'] as const;

export const invitableRole = z.enum(INVITABLE_ROLES, { error: 'Выберите роль.' });

/** A school's role names its school, another one must not: the scope of a card follows from the school alone. */
export function placeProblem(who: Role, schoolId: string | undefined): string | undefined {
  if (isSchoolRole(who) && !schoolId) return 'Для этой роли выберите школу.';
  if (!isSchoolRole(who) && schoolId) return 'Эта роль не привязана к школе: оставьте поле пустым.';
  return undefined;
}
