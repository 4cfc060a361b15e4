import type { AliasSystem, SchoolContext, SchoolKind, SchoolPlace } from '@/lib/schools/codes';
import type { Level } from '@/lib/schools/school';

export const KIND_WORDS: Record<SchoolKind, string> = {
  PRIMARY: 'НОШ',
  BASIC: 'ООШ',
  SECONDARY: 'СОШ',
  GYMNASIUM: 'гимназия',
  LYCEUM: 'лицей',
};

export const KIND_LONG_WORDS: Record<SchoolKind, string> = {
  PRIMARY: 'начальная школа',
  BASIC: 'основная школа',
  SECONDARY: 'средняя школа',
  GYMNASIUM: 'гимназия',
  LYCEUM: 'лицей',
};

export const PLACE_WORDS: Record<SchoolPlace, string> = {
  CITY: 'город',
  TOWN: 'посёлок городского типа',
  VILLAGE: 'село',
};

export const CONTEXT_WORDS: Record<SchoolContext, string> = {
  DEPRIVED_RURAL: 'депривированная сельская',
  DEPRIVED_URBAN: 'депривированная городская',
  SMALL_RURAL: 'сельская малокомплектная',
  REMOTE: 'в труднодоступной территории',
  HIGH_DEVIANCE: 'с высоким уровнем девиантности',
  MULTICULTURAL: 'со сложным поликультурным контекстом',
};

export const ALIAS_WORDS: Record<AliasSystem, string> = {
  FIS_OKO: 'логин ФИС ОКО',
  GIA9: 'код ОГЭ',
  GIA11: 'код ЕГЭ',
  INN: 'ИНН',
  OTHER: 'другой код',
};

export const LEVEL_WORDS: Record<Level, string> = {
  PRIMARY: 'начальное общее (НОО)',
  BASIC: 'основное общее (ООО)',
  SECONDARY: 'среднее общее (СОО)',
};

/** [1, 2, 3, 4, 9] → «1–4, 9»; no grades → «—». */
export function gradesInWords(grades: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const grade of [...grades].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && grade <= run[1] + 1) run[1] = grade;
    else runs.push([grade, grade]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ') || '—';
}
