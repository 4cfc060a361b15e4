import type { GridWords } from '@/components/chart/criteria-grid';
import type { MissingRule } from '@/lib/objectivity/objectivity-index';
import type { SignKind } from '@/lib/objectivity/sign-code';

export const MAP_WORDS: GridWords = {
  point: 'есть признак',
  several: 'признаков',
  none: 'признаков нет',
  inapplicable: 'работы не было',
  missing: 'нельзя посчитать',
};

export const KIND_WORDS: Readonly<Record<SignKind, string>> = {
  federal: 'Официальные (ФИОКО)',
  corrected: 'Уточнённые',
  local: 'Местные',
};

export const MISSING_WORDS: Readonly<Record<MissingRule, string>> = {
  KNOWN_ONLY: 'Школы без данных не считать',
  AS_UNMARKED: 'Школы без данных считать без признаков',
  STRICT: 'Не считать, пока есть школы без данных',
};
