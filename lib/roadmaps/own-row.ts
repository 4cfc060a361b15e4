import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { isSchoolRole } from '@/lib/access/role';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { isHeading } from '@/lib/roadmaps/plan';
import type { Roadmap } from '@/lib/roadmaps/roadmap';
import { findRoadmap, findRow } from '@/lib/roadmaps/roadmap-store';

/** More than this many proofs of one row are a mistake, not a proof. */
export const PROOFS_MAX = 20;

export function assertChangeable({ status }: Pick<Roadmap, 'status'>): void {
  if (status === 'ARCHIVED') throw new Refusal('closed', 'Дорожная карта в архиве и не меняется.');
}

/**
 * A row that the viewer reports on, locked: a school its own of an approved plan, the centre any. Headings have no state.
 */
export async function ownRow({ viewer, tx }: QueryContext, rowId: string) {
  const municipalityId = ownMunicipality(viewer);
  const row = await findRow(tx, municipalityId, rowId, true);
  const roadmap = row && (await findRoadmap(tx, municipalityId, row.roadmapId));
  if (!row || !roadmap || isHeading(row)) throw notFound();
  if (isSchoolRole(viewer.role) && roadmap.schoolId !== viewer.schoolId) throw notFound();
  assertChangeable(roadmap);
  if (roadmap.status === 'DRAFT')
    throw new Refusal('closed', 'Дорожная карта ещё не утверждена: отмечать выполнение рано.');
  return { row, roadmap, owner: { id: row.id, roadmapId: row.roadmapId, municipalityId, schoolId: roadmap.schoolId } };
}
