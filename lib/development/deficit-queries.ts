import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { type Deficit, findDeficit, listDeficits, peopleNamed, wordsOf } from '@/lib/development/deficit-store';
import type { DevelopmentSearch } from '@/lib/development/development-search';
import { shownAlone } from '@/lib/development/shown-deficit';
import { clockOf, inYear, yearsAround } from '@/lib/development/year-of';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import type { ShownCount } from '@/lib/kernel/small-count';
import { schoolChoices } from '@/lib/schools/queries';

/** A deficit as the viewer may see it. */
export type ShownDeficit = Omit<Deficit, 'teachers'> & { readonly teachers: ShownCount };

export const shownDeficit =
  ({ role }: Pick<Viewer, 'role'>) =>
  ({ teachers, ...deficit }: Deficit): ShownDeficit => ({ ...deficit, teachers: shownAlone(teachers, role) });

/** Deficits of a school year under a filter; a school's own. */
export const deficitsPage = defineQuery('development.read', async ({ viewer, tx }, asked: DevelopmentSearch) => {
  const municipalityId = ownMunicipality(viewer);
  const search = inYear(viewer, asked);
  const isSchool = isSchoolRole(viewer.role);
  return {
    rows: (await listDeficits(tx, municipalityId, search)).map(shownDeficit(viewer)),
    words: (await wordsOf(tx, municipalityId)).filter(({ kind }) => kind === 'DEFICIT'),
    schools: isSchool ? [] : await schoolChoices({ viewer, tx }),
    years: yearsAround(clockOf(viewer).present, search.year),
    ...{ search, isSchool, canReport: can(viewer.role, 'development.report') },
    canChange: can(viewer.role, 'development.change'),
  };
});
export type DeficitsPage = Awaited<ReturnType<typeof deficitsPage>>;

/** What the form of a new deficit offers. */
export const newDeficitForm = defineQuery('development.report', async ({ viewer, tx }) => {
  const { present, today } = clockOf(viewer);
  return {
    words: (await wordsOf(tx, ownMunicipality(viewer))).filter(
      ({ kind, isRetired }) => kind === 'DEFICIT' && !isRetired,
    ),
    schools: isSchoolRole(viewer.role) ? [] : await schoolChoices({ viewer, tx }),
    ...{
      year: present,
      years: yearsAround(present, present),
      today,
      canChange: can(viewer.role, 'development.change'),
    },
  };
});
export type NewDeficitForm = Awaited<ReturnType<typeof newDeficitForm>>;

/** One deficit; the people named for it are there only for its school and the centre. */
export const deficitPage = defineQuery('development.read', async ({ viewer, tx }, deficitId: string) => {
  const municipalityId = ownMunicipality(viewer);
  const found = id.safeParse(deficitId).success ? await findDeficit(tx, municipalityId, deficitId) : undefined;
  if (!found) throw notFound();
  const canReport = can(viewer.role, 'development.report');
  return {
    deficit: shownDeficit(viewer)(found),
    people: canReport ? await peopleNamed(tx, { deficitId: found.id }) : [],
    words: canReport ? (await wordsOf(tx, municipalityId)).filter(({ kind }) => kind === 'DEFICIT') : [],
    ...{ canReport, today: clockOf(viewer).today, timeZone: viewer.timeZone },
  };
});
export type DeficitPage = Awaited<ReturnType<typeof deficitPage>>;

/** The centre's dictionaries: deficits and the catalogue of courses. */
export const developmentWords = defineQuery('development.change', async ({ viewer, tx }) => ({
  words: await wordsOf(tx, ownMunicipality(viewer)),
}));
export type DevelopmentWords = Awaited<ReturnType<typeof developmentWords>>;
