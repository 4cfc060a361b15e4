import { type FieldChange, fieldChanges } from '@/lib/schools/import/field-changes';
import { FIELD_WORDS } from '@/lib/schools/import/import-field';
import {
  type KnownSchool,
  missingOf,
  newSchool,
  type SchoolContent,
  schoolAfter,
} from '@/lib/schools/import/known-school';
import { MATCH_KEYS, type MatchKey, SchoolIndex } from '@/lib/schools/import/school-index';
import { nameKey } from '@/lib/schools/import/school-name';
import type { ParsedSchools, RowIssue, SchoolRow } from '@/lib/schools/import/school-row';
import { finished } from '@/lib/schools/import/steps';

/** What the person decided about a row that asks: an existing school's id, or that it is a new one. */
export type MatchDecision = { readonly schoolId: string } | 'new';

export type Candidate = { readonly id: string; readonly code: string; readonly shortName: string };

/** What the import would do with one row. `ambiguous` and `error` stop the import until they are settled. */
export type SchoolMatch =
  | { readonly result: 'new'; readonly row: number; readonly school: SchoolContent }
  | { readonly result: 'unchanged'; readonly row: number; readonly schoolId: string; readonly shortName: string }
  | {
      readonly result: 'changed';
      readonly row: number;
      readonly schoolId: string;
      readonly shortName: string;
      /** «year»: nothing but the record of a school year is new. */
      readonly by: MatchKey | 'decision' | 'year';
      readonly changes: readonly FieldChange[];
      readonly school: SchoolContent;
    }
  | {
      readonly result: 'ambiguous';
      readonly row: number;
      readonly candidates: readonly Candidate[];
      readonly message: string;
    }
  | { readonly result: 'error'; readonly row: number; readonly message: string };

type Verdict =
  | { readonly kind: 'school'; readonly school: KnownSchool; readonly by: MatchKey | 'decision' }
  | { readonly kind: 'none' }
  | { readonly kind: 'asks'; readonly candidates: readonly KnownSchool[]; readonly message: string };

/**
 * Recognises each row among the schools of the municipality: by the number of the ФИС ОКО login, then ИНН, then code,
 * then the levelled name (domain handbook §6.3). Keys that point at different schools ask the person; two rows never
 * take one school, and a code never goes to a second school, but a new one may have the code that another row takes from
 * its school. A list applied once is `unchanged` the second time.
 */
export function matchSchools(
  parsed: ParsedSchools,
  known: readonly KnownSchool[],
  decisions: ReadonlyMap<number, MatchDecision> = new Map(),
): SchoolMatch[] {
  return finished(matchingSchools(parsed, known, decisions));
}

/** The same in steps, a row each. */
export function* matchingSchools(
  parsed: Pick<ParsedSchools, 'schools' | 'issues'>,
  known: readonly KnownSchool[],
  decisions: ReadonlyMap<number, MatchDecision> = new Map(),
): Generator<void, SchoolMatch[]> {
  const index = yield* SchoolIndex.building(known);
  const broken = firstErrors(parsed.issues);
  const sharedInns = repeated(parsed.schools.map(({ inn }) => inn));
  const isInnShared = (row: SchoolRow) => row.inn !== null && sharedInns.has(row.inn);
  const leaving = new Set<string>();
  for (const row of parsed.schools) {
    if (!broken.has(row.row)) {
      const verdict = decide(row, index, decisions.get(row.row), isInnShared(row), NOBODY);
      if (givesCodeAway(row, verdict)) leaving.add(verdict.school.id);
    }
    yield;
  }
  const taken = new Map<string, number>();
  const byName = new Map<number, NamedOnly>();
  const match = (row: SchoolRow): SchoolMatch => {
    const error = broken.get(row.row);
    if (error) return { result: 'error', row: row.row, message: error };
    const verdict = decide(row, index, decisions.get(row.row), isInnShared(row), leaving);
    if (verdict.kind === 'asks')
      return {
        result: 'ambiguous',
        row: row.row,
        candidates: verdict.candidates.map(candidate),
        message: verdict.message,
      };
    if (verdict.kind === 'none') return asNew(row);
    const earlier = taken.get(verdict.school.id);
    if (earlier !== undefined)
      return {
        result: 'error',
        row: row.row,
        message: `Это та же школа, что в строке ${earlier}. Оставьте одну из строк.`,
      };
    taken.set(verdict.school.id, row.row);
    if (verdict.by === 'name') byName.set(row.row, { row, school: verdict.school });
    return asKnown(row, verdict.school, verdict.by);
  };
  const matches: SchoolMatch[] = [];
  for (const row of parsed.schools) {
    matches.push(match(row));
    yield;
  }
  return withCodesFree(withNamesApart(matches, byName), known);
}

/** A row that nothing but its name ties to a school. */
type NamedOnly = { readonly row: SchoolRow; readonly school: KnownSchool };

const namesOf = (of: Pick<SchoolContent, 'name' | 'shortName'>) => [nameKey(of.name), nameKey(of.shortName)];

/**
 * A name that the same list gives to another school tells nothing any more: the row asks, or it would be another school
 * the second time.
 */
function withNamesApart(matches: readonly SchoolMatch[], byName: ReadonlyMap<number, NamedOnly>): SchoolMatch[] {
  const given = new Map<string, Set<number>>();
  for (const match of matches) {
    if (match.result !== 'new' && match.result !== 'changed') continue;
    for (const key of namesOf(match.school)) given.set(key, (given.get(key) ?? new Set()).add(match.row));
  }
  return matches.map((match): SchoolMatch => {
    const named = byName.get(match.row);
    if (!named) return match;
    const keys = [named.row.name, named.row.shortName].flatMap((name) => (name === null ? [] : [nameKey(name)]));
    const isShared = keys.some((key) => [...(given.get(key) ?? [])].some((row) => row !== match.row));
    return isShared
      ? {
          result: 'ambiguous',
          row: match.row,
          candidates: [candidate(named.school)],
          message: 'То же наименование в этом списке и у другой школы. Это та школа?',
        }
      : match;
  });
}

const NOBODY: ReadonlySet<string> = new Set();

/** The row is sure of its school by more than its code, and gives it another one. */
const givesCodeAway = (row: SchoolRow, verdict: Verdict): verdict is Extract<Verdict, { kind: 'school' }> =>
  verdict.kind === 'school' &&
  (verdict.by === 'fisOko' || verdict.by === 'inn' || verdict.by === 'decision') &&
  row.code !== null &&
  row.code !== verdict.school.code;

/** `leaving`: schools that another row gives a new code; their old one tells nothing of a row that has only the code. */
function decide(
  row: SchoolRow,
  index: SchoolIndex,
  decision: MatchDecision | undefined,
  isInnShared: boolean,
  leaving: ReadonlySet<string>,
): Verdict {
  if (decision === 'new') return { kind: 'none' };
  const chosen = decision && index.byId(decision.schoolId);
  if (chosen) return { kind: 'school', school: chosen, by: 'decision' };
  const keys = MATCH_KEYS.filter((key) => key !== 'inn' || !isInnShared);
  const found = keys
    .map((key) => ({ key, schools: index.found(key, row) }))
    .filter(({ schools }) => schools.length > 0);
  const votes = found.filter(
    ({ key, schools }, place) =>
      !(key === 'code' && place === 0 && isFreed(schools, leaving, index.found('name', row))),
  );
  const surest = votes[0];
  if (!surest) return { kind: 'none' };
  const left = votes.reduce((schools, vote) => narrowed(schools, vote.schools), surest.schools);
  const rivals = [
    ...new Set([
      ...left,
      ...votes.filter(({ key }) => key === 'fisOko' || key === 'code').flatMap(({ schools }) => schools),
    ]),
  ];
  const [school] = left;
  if (left.length !== 1 || !school)
    return { kind: 'asks', candidates: left, message: 'Подходят несколько школ. Выберите нужную.' };
  if (rivals.length > 1)
    return {
      kind: 'asks',
      candidates: rivals,
      message: 'Логин, ИНН и код указывают на разные школы. Выберите нужную.',
    };
  if (surest.key === 'name' && row.code !== null && row.code !== school.code)
    return {
      kind: 'asks',
      candidates: [school],
      message: `Наименование совпадает, а код другой (в реестре ${school.code}). Это та же школа?`,
    };
  return { kind: 'school', school, by: surest.key };
}

const isFreed = (
  bearers: readonly KnownSchool[],
  leaving: ReadonlySet<string>,
  namesakes: readonly KnownSchool[],
): boolean => bearers.every((school) => leaving.has(school.id) && !namesakes.includes(school));

/** Weaker keys choose among what stronger ones left; when they agree with none of it, they have no say. */
function narrowed(left: readonly KnownSchool[], found: readonly KnownSchool[]): readonly KnownSchool[] {
  if (left.length === 1) return left;
  const both = left.filter((school) => found.includes(school));
  return both.length > 0 ? both : left;
}

function asNew(row: SchoolRow): SchoolMatch {
  const school = newSchool(row);
  if (school) return { result: 'new', row: row.row, school };
  const missing = missingOf(row).map((field) => `«${FIELD_WORDS[field].toLowerCase()}»`);
  return {
    result: 'error',
    row: row.row,
    message: `Такой школы в реестре нет, а для новой не хватает: ${missing.join(', ')}.`,
  };
}

function asKnown(row: SchoolRow, known: KnownSchool, by: MatchKey | 'decision'): SchoolMatch {
  const { id: schoolId, shortName } = known;
  const school = schoolAfter(known, row);
  const changes = fieldChanges(known, school);
  if (changes.length === 0) return { result: 'unchanged', row: row.row, schoolId, shortName };
  if (known.isClosed)
    return {
      result: 'error',
      row: row.row,
      message: `Школа «${shortName}» в реестре закрыта. Откройте её в реестре или уберите строку.`,
    };
  return { result: 'changed', row: row.row, schoolId, shortName, by, changes, school };
}

/** A code is one school's own: after the whole import no two schools may bear it. */
function withCodesFree(matches: readonly SchoolMatch[], known: readonly KnownSchool[]): SchoolMatch[] {
  const after = new Map(known.map(({ id, code, shortName }) => [id, { code, shortName }]));
  for (const match of matches) {
    if (match.result === 'changed') after.set(match.schoolId, match.school);
    if (match.result === 'new') after.set(`row ${match.row}`, match.school);
  }
  const bearers = new Map<string, { key: string; shortName: string }[]>();
  for (const [key, { code, shortName }] of after) bearers.set(code, [...(bearers.get(code) ?? []), { key, shortName }]);
  return matches.map((match) => {
    if (match.result !== 'new' && match.result !== 'changed') return match;
    const key = match.result === 'new' ? `row ${match.row}` : match.schoolId;
    const other = bearers.get(match.school.code)?.find((bearer) => bearer.key !== key);
    if (!other) return match;
    const message = `Код ${match.school.code} уже у школы «${other.shortName}». Исправьте код в файле или в реестре.`;
    return { result: 'error', row: match.row, message };
  });
}

const candidate = ({ id, code, shortName }: KnownSchool): Candidate => ({ id, code, shortName });

function firstErrors(issues: readonly RowIssue[]): ReadonlyMap<number, string> {
  const errors = new Map<number, string>();
  for (const issue of issues)
    if (issue.severity === 'error' && !errors.has(issue.row)) errors.set(issue.row, issue.message);
  return errors;
}

function repeated(values: readonly (string | null)[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) {
    if (value === null) continue;
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return twice;
}
