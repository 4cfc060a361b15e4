import type { KnownSchool } from '@/lib/schools/import/known-school';
import { loginNumber } from '@/lib/schools/import/login-number';
import { nameKey } from '@/lib/schools/import/school-name';
import type { SchoolRow } from '@/lib/schools/import/school-row';

/** By what a row was recognised, the surest first (domain handbook §6.3). */
export const MATCH_KEYS = ['fisOko', 'inn', 'code', 'name'] as const;
export type MatchKey = (typeof MATCH_KEYS)[number];

/** What of a school the index needs; files of results are matched by it too. */
export type IndexedSchool = Pick<KnownSchool, 'id' | 'code' | 'name' | 'shortName' | 'aliases'>;
type Keys = Pick<SchoolRow, 'fisOko' | 'inn' | 'code' | 'name' | 'shortName'>;

/** Schools of the register by every key that a row may carry. */
export class SchoolIndex<S extends IndexedSchool = KnownSchool> {
  readonly #byKey: Record<MatchKey, ReadonlyMap<string, readonly S[]>>;
  readonly #byId: ReadonlyMap<string, S>;

  private constructor(byId: ReadonlyMap<string, S>, byKey: Record<MatchKey, ReadonlyMap<string, readonly S[]>>) {
    this.#byId = byId;
    this.#byKey = byKey;
  }

  /** In steps, a school each. */
  static *building<T extends IndexedSchool>(schools: readonly T[]): Generator<void, SchoolIndex<T>> {
    const alias = (system: 'FIS_OKO' | 'INN') => (school: T) =>
      school.aliases.filter((one) => one.system === system).map(({ code }) => code);
    return new SchoolIndex(new Map(schools.map((school) => [school.id, school])), {
      fisOko: yield* grouped(schools, (school) => alias('FIS_OKO')(school).map(loginNumber)),
      inn: yield* grouped(schools, alias('INN')),
      code: yield* grouped(schools, ({ code }) => [code]),
      name: yield* grouped(schools, ({ name, shortName }) => [nameKey(name), nameKey(shortName)]),
    });
  }

  byId(id: string): S | null {
    return this.#byId.get(id) ?? null;
  }

  /** Schools that share the key with the row; none when the row lacks it. */
  found(key: MatchKey, row: Keys): readonly S[] {
    const by = this.#byKey[key];
    if (key === 'fisOko') return (row.fisOko && by.get(loginNumber(row.fisOko))) || [];
    if (key === 'inn') return (row.inn && by.get(row.inn)) || [];
    if (key === 'code') return (row.code && by.get(row.code)) || [];
    const names = [row.name, row.shortName].flatMap((name) => (name === null ? [] : [nameKey(name)]));
    return [...new Set(names.flatMap((name) => by.get(name) ?? []))];
  }
}

function* grouped<S extends IndexedSchool>(
  schools: readonly S[],
  keysOf: (school: S) => readonly string[],
): Generator<void, Map<string, S[]>> {
  const groups = new Map<string, S[]>();
  for (const school of schools) {
    for (const key of new Set(keysOf(school))) {
      if (key === '') continue;
      const group = groups.get(key);
      if (group) group.push(school);
      else groups.set(key, [school]);
    }
    yield;
  }
  return groups;
}
