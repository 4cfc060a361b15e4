/** НОШ, ООШ, СОШ, гимназия, лицей. */
export const SCHOOL_KINDS = ['PRIMARY', 'BASIC', 'SECONDARY', 'GYMNASIUM', 'LYCEUM'] as const;
export type SchoolKind = (typeof SCHOOL_KINDS)[number];

/** Город, посёлок городского типа, село. */
export const SCHOOL_PLACES = ['CITY', 'TOWN', 'VILLAGE'] as const;
export type SchoolPlace = (typeof SCHOOL_PLACES)[number];

/** The six types of schools in difficult social conditions (checklist C2.8). */
export const SCHOOL_CONTEXTS = [
  'DEPRIVED_RURAL',
  'DEPRIVED_URBAN',
  'SMALL_RURAL',
  'REMOTE',
  'HIGH_DEVIANCE',
  'MULTICULTURAL',
] as const;
export type SchoolContext = (typeof SCHOOL_CONTEXTS)[number];

/** Outside systems that name a school by their own code. */
export const ALIAS_SYSTEMS = ['FIS_OKO', 'GIA9', 'GIA11', 'INN', 'OTHER'] as const;
export type AliasSystem = (typeof ALIAS_SYSTEMS)[number];

/** Grades that a school of the kind usually teaches. */
export const USUAL_GRADES: Record<SchoolKind, readonly number[]> = {
  PRIMARY: [1, 2, 3, 4],
  BASIC: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  SECONDARY: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  GYMNASIUM: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  LYCEUM: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
