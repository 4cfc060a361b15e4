import { isValidInn } from '@/lib/kernel/inn';
import type { FileSchool } from '@/lib/results/reading/reading';
import { type IndexedSchool, type MatchKey, SchoolIndex } from '@/lib/schools/import/school-index';
import { finished } from '@/lib/schools/import/steps';

/** What the person said of a school of the file: which one of the register it is, or that it is not loaded. */
export type SchoolDecision = { readonly schoolId: string } | 'skip';

export type SchoolCandidate = { readonly id: string; readonly shortName: string };

export type SchoolVerdict =
  | { readonly kind: 'matched'; readonly schoolId: string; readonly by: MatchKey | 'decision' }
  | { readonly kind: 'asks'; readonly candidates: readonly SchoolCandidate[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'skipped' };

/** A school of the register with its aliases in force; `code` is the municipality's own. */
export type RegisterSchool = IndexedSchool;

/** РБД keeps codes as numbers, so leading zeros are lost on one side or the other. */
const bareCode = (code: string) =>
  code
    .trim()
    .toLowerCase()
    .replace(/^0+(?=.)/, '');

/**
 * Recognises the schools of a file: by the number of the ФИС ОКО login, then ИНН, then code of ГИА (ОГЭ and ЕГЭ codes of a
 * school may differ), then the levelled name (handbook §6.3). Keys that point at different schools, a code where the file
 * has several municipalities, and a name beside a code the register does not know are asked, never guessed.
 */
export function matchFileSchools(
  schools: readonly FileSchool[],
  register: readonly RegisterSchool[],
  decisions: ReadonlyMap<number, SchoolDecision> = new Map(),
): SchoolVerdict[] {
  const index = finished(SchoolIndex.building(register.flatMap(withCodes)));
  const isMixed = new Set(schools.map(({ municipality }) => municipality).filter(Boolean)).size > 1;
  return schools.map((school, place) => {
    const decision = decisions.get(place);
    if (decision === 'skip') return { kind: 'skipped' };
    if (decision) return { kind: 'matched', schoolId: decision.schoolId, by: 'decision' };
    return verdictOf(school, index, isMixed);
  });
}

/** A school stands in the index under each of its codes of ГИА; the municipality's own code is the last resort. */
function withCodes(school: RegisterSchool): RegisterSchool[] {
  const outside = school.aliases
    .filter(({ system }) => system === 'GIA9' || system === 'GIA11')
    .map(({ code }) => code);
  const codes = new Set((outside.length > 0 ? outside : [school.code]).map(bareCode));
  return [...codes].map((code) => ({ ...school, code }));
}

function verdictOf(school: FileSchool, index: SchoolIndex<RegisterSchool>, isMixed: boolean): SchoolVerdict {
  const keys = {
    fisOko: school.login || null,
    inn: isValidInn(school.inn) ? school.inn : null,
    code: school.code === '' ? null : bareCode(school.code),
    name: school.name || null,
    shortName: null,
  };
  const found = (['fisOko', 'inn', 'code', 'name'] as const)
    .map((key) => ({ key, schools: unique(index.found(key, keys)) }))
    .filter(({ schools }) => schools.length > 0);
  const [surest] = found;
  if (!surest) return { kind: 'unknown' };
  const sure = found.filter(({ key }) => key !== 'name');
  const named = sure.length > 0 ? unique(sure.flatMap(({ schools }) => schools)) : surest.schools;
  const [only] = named;
  const isCodeAlone = surest.key === 'code' && isMixed;
  const isNameBesideKeys = surest.key === 'name' && (keys.fisOko !== null || keys.inn !== null || keys.code !== null);
  if (named.length === 1 && only && !isCodeAlone && !isNameBesideKeys)
    return { kind: 'matched', schoolId: only.id, by: surest.key };
  return { kind: 'asks', candidates: named.map(({ id, shortName }) => ({ id, shortName })) };
}

const unique = (schools: readonly RegisterSchool[]): RegisterSchool[] => [
  ...new Map(schools.map((school) => [school.id, school])).values(),
];
