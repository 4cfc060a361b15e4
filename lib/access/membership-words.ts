import type { Role } from '@/lib/access/role';
import { ROLE_WORDS } from '@/lib/access/words';

type Place = {
  readonly role: Role;
  readonly regionName: string | null;
  readonly municipalityName: string | null;
  readonly schoolName: string | null;
};

/** «Директор школы: СШ № 12, город Светлореченск». */
export function membershipWords({ role, regionName, municipalityName, schoolName }: Place): string {
  const place = [schoolName, municipalityName ?? regionName].filter(Boolean).join(', ');
  return place ? `${ROLE_WORDS[role]}: ${place}` : ROLE_WORDS[role];
}
