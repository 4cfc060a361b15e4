import { MAP_WORKS } from '@/lib/objectivity/evidence';
import { comparisonOfYear, type MapInput } from '@/lib/objectivity/map-page';
import { type Picture, pictureKind, pictureOf } from '@/lib/objectivity/picture';
import { type Procedure, procedureKey } from '@/lib/objectivity/procedure';
import { resultIn } from '@/lib/objectivity/school-evidence';
import { type SchoolSign, signsOf } from '@/lib/objectivity/school-signs';
import type { SignKind } from '@/lib/objectivity/sign-code';

/** One school and year behind the map: each work with its signs and the pictures that raised them. */
export interface SchoolPage {
  readonly schoolId: string;
  readonly name: string;
  readonly isProfile: boolean;
  readonly year: number;
  readonly works: readonly WorkSigns[];
}

export interface WorkSigns {
  readonly procedure: Procedure;
  readonly participants: number;
  /** Present ones; each picture is drawn once, with the first sign that it belongs to. */
  readonly present: readonly { readonly sign: SchoolSign; readonly picture: Picture | null }[];
  /** Absent and undefined ones, to be read as a table. */
  readonly others: readonly SchoolSign[];
}

/** Null where the school is not among those given. Works that the school did not write are left out. */
export function schoolPageOf(
  input: MapInput,
  schoolId: string,
  year: number,
  kinds: readonly SignKind[],
): SchoolPage | null {
  const about = input.schools.find((school) => school.id === schoolId);
  if (!about) return null;
  const { schools, comparison } = comparisonOfYear(input, year);
  const school = schools.find((one) => one.schoolId === schoolId);
  if (!school) return null;
  const signs = signsOf(school, comparison, input.guards).filter((sign) =>
    kinds.some((kind) => sign.name.startsWith(`${kind}/`)),
  );
  const works = MAP_WORKS.flatMap((procedure): WorkSigns[] => {
    const result = resultIn(school, procedure);
    if (!result) return [];
    const own = signs.filter((sign) => procedureKey(sign.procedure) === procedureKey(procedure));
    const drawn = new Set<string>();
    const present = own
      .filter((sign) => sign.state === 'PRESENT')
      .map((sign) => {
        const kind = pictureKind(sign.name);
        if (drawn.has(kind)) return { sign, picture: null };
        drawn.add(kind);
        return { sign, picture: pictureOf(sign.name, procedure, school, comparison) };
      });
    return [
      {
        procedure,
        participants: result.participants,
        present,
        others: own.filter((sign) => sign.state !== 'PRESENT'),
      },
    ];
  });
  return { schoolId, name: about.name, isProfile: about.isProfile, year, works };
}
