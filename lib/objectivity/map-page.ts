import { evidenceOfYear, type KnownSchool, MAP_WORKS, plansOf } from '@/lib/objectivity/evidence';
import type { FederalGuards } from '@/lib/objectivity/federal-signs';
import { type MissingRule, type ObjectivityIndex, objectivityIndex } from '@/lib/objectivity/objectivity-index';
import { layOutMap, type MapColumn, type MapRow, type SchoolYearSigns } from '@/lib/objectivity/objectivity-map';
import { type Procedure, procedureKey } from '@/lib/objectivity/procedure';
import type { SchoolEvidence, WorkPlan } from '@/lib/objectivity/school-evidence';
import { type Comparison, comparisonOf, type SchoolSign, signsOf } from '@/lib/objectivity/school-signs';
import { SIGN_CODES, type SignKind } from '@/lib/objectivity/sign-code';
import type { Territory } from '@/lib/objectivity/territory';
import type { Scales } from '@/lib/results/dictionaries/mark-scales';
import type { SchoolResult } from '@/lib/results/result';

/** What the screens are made of: schools in alphabetical order, all results of the years asked for and of the year before. */
export interface MapInput {
  readonly schools: readonly KnownSchool[];
  readonly results: readonly SchoolResult[];
  /** Years to show. */
  readonly years: readonly number[];
  /** Values of the region by year, where the centre has them. */
  readonly regions: ReadonlyMap<number, Partial<Territory>>;
  readonly guards: FederalGuards;
  /** Scales of marks in force. */
  readonly scales: Scales;
  /** Levels of tasks by year and `procedureKey`. */
  readonly levels: ReadonlyMap<number, ReadonlyMap<string, WorkPlan['tasks']>>;
}

export interface MapPage {
  readonly columns: readonly MapColumn[];
  readonly rows: readonly (MapRow & { readonly name: string })[];
  readonly indexes: readonly { readonly year: number; readonly index: ObjectivityIndex }[];
  /** How often each sign is present, in the latest year: schools marked by it and schools where it is known. */
  readonly firing: readonly Firing[];
  readonly latest: number | null;
}

export interface Firing {
  readonly code: string;
  readonly name: SchoolSign['name'];
  /** The work of a sign that is about one work only. */
  readonly procedure: Procedure | null;
  readonly marked: number;
  readonly known: number;
}

/** One year of the territory: its schools and what they are compared with. */
export function comparisonOfYear(input: MapInput, year: number): { schools: SchoolEvidence[]; comparison: Comparison } {
  const schools = evidenceOfYear(input.schools, input.results, year);
  return {
    schools,
    comparison: comparisonOf(schools, plansOf(year, input.scales, input.levels.get(year)), input.regions.get(year)),
  };
}

export function mapPageOf(input: MapInput, kinds: readonly SignKind[], missing: MissingRule = 'KNOWN_ONLY'): MapPage {
  const found = input.years.flatMap((year) => signsOfYear(input, year));
  const isShown = (sign: SchoolSign) => kinds.some((kind) => sign.name.startsWith(`${kind}/`));
  const names = new Map(input.schools.map((school) => [school.id, school.name]));
  const { columns, rows } = layOutMap(
    input.schools.map((school) => school.id),
    found,
    MAP_WORKS,
    kinds,
  );
  const years = [...input.years].sort((a, b) => b - a);
  const ofYear = (year: number) => found.filter((one) => one.year === year);
  const [latest = null] = years;
  return {
    columns,
    rows: rows.map((row) => ({ ...row, name: names.get(row.schoolId) ?? '' })),
    indexes: years.map((year) => ({
      year,
      index: objectivityIndex(
        ofYear(year).map((one) => one.signs.filter(isShown).map((sign) => sign.state)),
        missing,
      ),
    })),
    firing: latest === null ? [] : firingOf(ofYear(latest).map((one) => one.signs.filter(isShown))),
    latest,
  };
}

function signsOfYear(input: MapInput, year: number): SchoolYearSigns[] {
  const { schools, comparison } = comparisonOfYear(input, year);
  return schools.map((school) => ({
    schoolId: school.schoolId,
    year,
    signs: signsOf(school, comparison, input.guards),
    participants: new Map(
      school.results.flatMap((result) => (result.year === year ? [[procedureKey(result), result.participants]] : [])),
    ),
  }));
}

function firingOf(schools: readonly (readonly SchoolSign[])[]): Firing[] {
  const codes = new Map<
    string,
    { name: SchoolSign['name']; procedure: Procedure | null; marked: number; known: number }
  >();
  for (const signs of schools) {
    for (const code of new Set(signs.map((sign) => sign.code))) {
      const own = signs.filter((sign) => sign.code === code);
      const [first] = own;
      if (!first) continue;
      const isOne =
        first.name !== 'local/VPR_AGAINST_OGE' &&
        own.every((sign) => procedureKey(sign.procedure) === procedureKey(first.procedure));
      const count = codes.get(code) ?? {
        name: first.name,
        procedure: isOne ? first.procedure : null,
        marked: 0,
        known: 0,
      };
      if (own.some((sign) => sign.state === 'PRESENT')) count.marked += 1;
      if (own.some((sign) => sign.state !== 'UNDEFINED')) count.known += 1;
      codes.set(code, count);
    }
  }
  return [...codes]
    .map(([code, count]) => ({ code, ...count }))
    .sort((a, b) => SIGN_CODES.indexOf(a.code) - SIGN_CODES.indexOf(b.code));
}
