import { newId } from '../../../lib/kernel/ids';
import { fold } from '../../../lib/kernel/russian';
import type { AliasSystem, SchoolContext, SchoolKind, SchoolPlace } from '../../generated/enums';
import type { Owner } from './owner-client';

export type SchoolDraft = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind?: SchoolKind;
  readonly place?: SchoolPlace;
  readonly grades?: readonly number[];
  readonly pupils?: number;
  readonly contexts?: readonly SchoolContext[];
  readonly aliases?: readonly { readonly system: AliasSystem; readonly code: string }[];
  /** School years for which the contingent is recorded. */
  readonly years?: readonly number[];
};

export type BuiltSchool = {
  readonly id: string;
  readonly municipalityId: string;
  readonly shortName: string;
  readonly kind: SchoolKind;
  readonly grades: readonly number[];
};

const GRADES: Record<SchoolKind, readonly number[]> = {
  PRIMARY: [1, 2, 3, 4],
  BASIC: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  SECONDARY: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  GYMNASIUM: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  LYCEUM: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};

/** Lays schools in the order given; all that is not named is what such a school usually has. */
export async function buildSchools(
  owner: Owner,
  municipalityId: string,
  drafts: readonly SchoolDraft[],
): Promise<BuiltSchool[]> {
  const rows = drafts.map((draft) => {
    const kind = draft.kind ?? 'SECONDARY';
    return { draft, id: newId(), kind, grades: [...(draft.grades ?? GRADES[kind])] };
  });
  await owner.school.createMany({
    data: rows.map(({ draft, id, kind, grades }) => ({
      id,
      municipalityId,
      code: draft.code,
      name: draft.name,
      shortName: draft.shortName,
      kind,
      place: draft.place ?? 'CITY',
      grades,
      pupils: draft.pupils ?? null,
      contexts: [...(draft.contexts ?? [])],
      searchText: fold(
        [draft.code, draft.name, draft.shortName, ...(draft.aliases ?? []).map((alias) => alias.code)].join(' '),
      ),
    })),
  });
  await owner.schoolName.createMany({
    data: rows.map(({ draft, id }) => ({
      id: newId(),
      municipalityId,
      schoolId: id,
      name: draft.name,
      shortName: draft.shortName,
    })),
  });
  await owner.schoolAlias.createMany({
    data: rows.flatMap(({ draft, id }) =>
      (draft.aliases ?? []).map((alias) => ({ id: newId(), municipalityId, schoolId: id, ...alias })),
    ),
  });
  await owner.schoolYear.createMany({
    data: rows.flatMap(({ draft, id, kind, grades }) =>
      (draft.years ?? []).map((year) => ({
        municipalityId,
        schoolId: id,
        year,
        kind,
        grades,
        pupils: draft.pupils ?? null,
      })),
    ),
  });
  return rows.map(({ draft, id, kind, grades }) => ({ id, municipalityId, shortName: draft.shortName, kind, grades }));
}
