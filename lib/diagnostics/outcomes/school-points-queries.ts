import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { latestOutcomes } from '@/lib/diagnostics/outcomes/school-outcome-store';
import { pointCode, pointOf } from '@/lib/diagnostics/scoring/point-code';
import { itemsOf } from '@/lib/methodology/items';
import { methodOfVersion } from '@/lib/methodology/queries';

/** What the latest accepted card of a school says: where it has points, where it is known to have none. */
export type SchoolPoints = {
  readonly year: number;
  readonly points: readonly string[];
  readonly strong: readonly string[];
  /** On the approved list or with support by it; where the commission has not decided yet, proposed to it. */
  readonly needsHelp: boolean;
};

/**
 * All schools of the viewer's municipality with an accepted card, by id. Reads inside an open transaction; a version of the
 * method is read once, however many cards were filled by it.
 */
export async function pointsOfSchools({ viewer, tx }: QueryContext): Promise<ReadonlyMap<string, SchoolPoints>> {
  const found = new Map<string, SchoolPoints>();
  for (const { schoolId, year, versionId, points, verdict, decision } of await latestOutcomes(
    tx,
    ownMunicipality(viewer),
  )) {
    const { method } = await methodOfVersion(tx, versionId);
    const codesWith = (value: 0 | 1) =>
      itemsOf(method).flatMap(({ position, code }) => {
        const stored = points[position];
        return stored !== undefined && pointOf(pointCode(stored)) === value ? [code] : [];
      });
    const isProposed = method.verdicts.some(({ code, proposes }) => code === verdict && proposes);
    found.set(schoolId, {
      ...{ year, points: codesWith(1), strong: codesWith(0) },
      needsHelp: decision === null ? isProposed : decision !== 'EXCLUDE',
    });
  }
  return found;
}
