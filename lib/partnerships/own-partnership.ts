import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { isSchoolRole } from '@/lib/access/role';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { Partnership } from '@/lib/partnerships/partnership';
import { isAtWork } from '@/lib/partnerships/partnership-moves';
import { findPartnership } from '@/lib/partnerships/partnership-store';

/** A partnership that the viewer works on, held: a school one of its two, the centre any of its municipality. */
export async function ownPartnership({ viewer, tx }: QueryContext, partnershipId: string) {
  const municipalityId = ownMunicipality(viewer);
  const partnership = await findPartnership(tx, municipalityId, partnershipId, true);
  if (!partnership) throw notFound();
  const { schoolId, schoolName, partnerSchoolId, partnerName } = partnership;
  if (isSchoolRole(viewer.role) && viewer.schoolId !== schoolId && viewer.schoolId !== partnerSchoolId)
    throw notFound();
  const side = !isSchoolRole(viewer.role) ? 'центр' : viewer.schoolId === schoolId ? schoolName : partnerName;
  return { partnership, municipalityId, side };
}

/** Plans are made and lessons visited after the partner has agreed and before the end. */
export function assertAtWork({ state }: Pick<Partnership, 'state'>): void {
  if (!isAtWork(state))
    throw new Refusal(
      'closed',
      'Совместный план и встречи ведут, когда партнёр согласился и партнёрство не завершено.',
    );
}
