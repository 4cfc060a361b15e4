import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { pointsOfSchools } from '@/lib/diagnostics/outcomes/school-points-queries';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { proposePartners } from '@/lib/partnerships/propose-partners';
import { type SchoolFacts, schoolFacts } from '@/lib/partnerships/readiness-store';
import { CARD_YEARS_BACK, type KnownSchool } from '@/lib/partnerships/suitability';

export type KnownHelper = KnownSchool & Pick<SchoolFacts, 'isHelped' | 'note'>;

/** The schools of the viewer's municipality as the choice of partners sees them; two statements, however many there are. */
export async function knownSchools(context: QueryContext): Promise<readonly KnownHelper[]> {
  const facts = await schoolFacts(context.tx, ownMunicipality(context.viewer));
  const known = await pointsOfSchools(context);
  const oldest = schoolYearAt(new Date(), context.viewer.timeZone) - CARD_YEARS_BACK;
  return facts.map((school) => {
    const latest = known.get(school.id);
    const found = latest && latest.year >= oldest ? latest : undefined;
    return {
      ...school,
      ...{ cardYear: found?.year ?? null, points: found?.points ?? [], strong: found?.strong ?? [] },
      needsHelp: found?.needsHelp ?? false,
    };
  });
}

/** The balanced proposal for schools that need help and have no partner school yet. */
export async function proposalOf(context: QueryContext) {
  const schools = await knownSchools(context);
  const asking = schools.filter(({ needsHelp, isHelped }) => needsHelp && !isHelped);
  return { rows: proposePartners(asking, schools), schools };
}
