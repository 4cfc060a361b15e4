import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { acceptedPoints } from '@/lib/diagnostics/cards/accepted-points-queries';
import { livingRemedies } from '@/lib/recommendations/catalogue-store';
import { propose } from '@/lib/recommendations/propose';
import { usesRemedy } from '@/lib/recommendations/recommendation-moves';
import { ofSchool } from '@/lib/recommendations/recommendation-store';

/** The points of a school, what it was recommended in a school year, and what the catalogue still has for it. */
export async function proposalsFor(context: QueryContext, schoolId: string, year: number) {
  const municipalityId = ownMunicipality(context.viewer);
  const basis = await acceptedPoints(context, schoolId, year);
  const known = await ofSchool(context.tx, municipalityId, schoolId, year);
  const catalogue = await livingRemedies(context.tx, municipalityId);
  const used = new Set(known.flatMap(({ remedyId, state }) => (remedyId && usesRemedy(state) ? [remedyId] : [])));
  return { basis, known, catalogueSize: catalogue.length, ...propose(basis?.points ?? [], catalogue, used) };
}
