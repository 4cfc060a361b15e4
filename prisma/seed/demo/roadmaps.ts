import type { RowState } from '../../../lib/roadmaps/row-moves';
import type { Owner } from '../builders/owner-client';
import { type BuiltRoadmap, buildRoadmap } from '../builders/roadmap';
import type { BuiltSchool } from '../builders/school';
import { municipalRoadmap } from '../reference/roadmaps/municipal-roadmap';
import { schoolRoadmap } from '../reference/roadmaps/school-roadmap';

type Place = {
  readonly municipalityId: string;
  readonly schools: readonly BuiltSchool[];
  readonly centreId: string;
  readonly officialId: string;
  /** Of the school year that runs. */
  readonly year: number;
};

/** How far the rows of the municipality's plan are: most of spring is done, one row of May is late. */
const stateOf = (index: number): RowState =>
  index < 9 ? 'DONE' : [9, 10, 11, 12, 14, 15, 17].includes(index) ? 'IN_WORK' : index === 16 ? 'DONE' : 'PLANNED';

const SCHOOL_STATES: Readonly<Record<string, { readonly state: RowState; readonly note?: string }>> = {
  '1.1': { state: 'DONE', note: 'Программа утверждена приказом школы.' },
  '1.2': { state: 'REPORTED', note: 'Ответственные назначены, приказ приложим.' },
  '2.1': { state: 'RETURNED', note: 'Приложите справку: в ней не хватает разбора заданий второй части.' },
  '3.1': { state: 'IN_WORK' },
};

/** The plan of the city for the calendar year, and plans of two schools: one approved and in work, one a draft. */
export async function layRoadmaps(owner: Owner, place: Place): Promise<readonly BuiltRoadmap[]> {
  const { municipalityId, schools, centreId, officialId, year } = place;
  const approved = (number: string, month: number) => ({
    ...{ number, date: new Date(Date.UTC(year, month, 1)), approvedById: officialId },
  });
  const city = await buildRoadmap(owner, {
    ...{ municipalityId, title: 'Дорожная карта муниципального проекта поддержки школ', year, span: 'CALENDAR' },
    ...{ authorId: centreId, order: approved('43-о', 2) },
    rows: municipalRoadmap.map((row, index) => ({ ...row, state: stateOf(index) })),
  });
  const [first, second] = [schools[4], schools[6]];
  if (!first || !second) throw new Error('the city has too few schools for its roadmaps');
  const own = (school: BuiltSchool) => ({
    ...{ municipalityId, schoolId: school.id, year, span: 'SCHOOL' as const, authorId: centreId },
    title: `Дорожная карта повышения качества образования, ${school.shortName}`,
  });
  const running = await buildRoadmap(owner, {
    ...own(first),
    order: approved('187-о', 8),
    rows: schoolRoadmap.map((row) => ({ ...row, ...SCHOOL_STATES[row.number] })),
  });
  const draft = await buildRoadmap(owner, { ...own(second), rows: schoolRoadmap });
  return [city, running, draft];
}
