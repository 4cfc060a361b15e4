import {
  type AliasSystem,
  type SchoolContext,
  type SchoolKind,
  type SchoolPlace,
  USUAL_GRADES,
} from '@/lib/schools/codes';
import { nameKey, tidyName } from '@/lib/schools/import/school-name';
import type { SchoolRow } from '@/lib/schools/import/school-row';

/** A school of the register, with the aliases that are in force today. */
export type KnownSchool = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: SchoolKind;
  readonly place: SchoolPlace;
  readonly grades: readonly number[];
  readonly pupils: number | null;
  readonly contexts: readonly SchoolContext[];
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly aliases: readonly { readonly system: AliasSystem; readonly code: string }[];
  readonly isClosed: boolean;
};

export type SchoolContent = Omit<KnownSchool, 'id' | 'isClosed'>;

export const ALIAS_FIELDS = [
  ['FIS_OKO', 'fisOko'],
  ['INN', 'inn'],
  ['GIA9', 'gia9'],
  ['GIA11', 'gia11'],
] as const;

/** The school after the row: what the row does not say stays. Applied twice it gives the same. */
export function schoolAfter(known: SchoolContent, row: SchoolRow): SchoolContent {
  const replaced = ALIAS_FIELDS.flatMap(([system, field]) => {
    const code = row[field];
    return code === null ? [] : [{ system, code }];
  });
  const kept = known.aliases.filter((alias) => !replaced.some(({ system }) => system === alias.system));
  return {
    code: row.code ?? known.code,
    name: row.name ?? known.name,
    shortName: row.shortName ?? known.shortName,
    kind: row.kind ?? known.kind,
    place: row.place ?? known.place,
    grades: row.grades ?? known.grades,
    pupils: row.pupils ?? known.pupils,
    contexts: row.contexts ?? known.contexts,
    address: row.address ?? known.address,
    phone: row.phone ?? known.phone,
    email: row.email ?? known.email,
    aliases: [...kept, ...replaced],
  };
}

/** What a new school needs and the row does not say, as fields; empty when the school can be made. */
export const missingOf = ({ code, guessed }: SchoolRow) => {
  const needed = { code, ...guessed };
  return (['code', 'name', 'kind', 'place'] as const).filter((field) => needed[field] === null);
};

/** The school that a row without a match makes; null when `missingOf` names something. */
export function newSchool(row: SchoolRow): SchoolContent | null {
  const { code } = row;
  const { name, kind, place } = row.guessed;
  if (code === null || name === null || kind === null || place === null) return null;
  const blank = {
    code,
    name,
    shortName: shortNameOf(name),
    kind,
    place,
    grades: USUAL_GRADES[kind],
    pupils: null,
    contexts: [],
    address: '',
    phone: '',
    email: '',
    aliases: [],
  };
  return schoolAfter(blank, row);
}

/** «МБОУ «Средняя школа № 12»» → «Средняя школа № 12»: what stands in the outer quotes, else the whole name. */
export function shortNameOf(name: string): string {
  const quoted = /«((?:[^«»]|«[^«»]*»)+)»/.exec(name)?.[1];
  return tidyName(quoted && nameKey(quoted) !== '' ? quoted : name);
}
