/** Conditions of applicability, put together as CEL over the school of the year: grades, kind, held. */

export const ALWAYS = 'true';

/** The school has this grade and at least one of the procedures was held: «(9 in grades && …)». */
export function taken(grade: number, ...procedures: readonly string[]): string {
  const held = procedures.map((code) => `"${code}" in held`);
  return `(${grade} in grades && ${held.length > 1 ? `(${held.join(' || ')})` : held[0]})`;
}

export const anyOf = (...conditions: readonly string[]) => conditions.join(' || ');
export const allOf = (...conditions: readonly string[]) => conditions.join(' && ');

/** At least `least` of the conditions hold. */
export const countOf = (least: number, ...conditions: readonly string[]) =>
  `[${conditions.join(', ')}].filter(one, one).size() >= ${least}`;

/** НОШ and ООШ have no upper secondary stage, whatever grades a register says they have. */
export const UPPER_SECONDARY = '!(kind in ["PRIMARY", "BASIC"])';
export const NOT_PRIMARY = 'kind != "PRIMARY"';

/** ВПР Russian and mathematics of these grades, each as its own condition. */
export const vpr = (...grades: readonly number[]) =>
  grades.flatMap((grade) => [taken(grade, `vpr_ru${grade}`), taken(grade, `vpr_ma${grade}`)]);
