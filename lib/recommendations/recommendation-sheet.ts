import { type Day, formatDay } from '@/lib/kernel/day';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { CatalogueLine } from '@/lib/recommendations/catalogue-search';
import { groundCodes, isLate, type Recommendation } from '@/lib/recommendations/recommendation';
import { ADVICE_CELLS, type AdviceWords } from '@/lib/recommendations/remedy';
import { ADDRESSEE_WORDS, CELL_WORDS, EVIDENCE_WORDS, itemWords, STATE_WORDS } from '@/lib/recommendations/words';

const WIDTHS: Record<keyof AdviceWords, number> = {
  ...{ cause: 50, measure: 60, term: 20, responsible: 28, result: 40, indicator: 40, proof: 30, cost: 20 },
};
const ADVICE_COLUMNS = ADVICE_CELLS.map((name) => ({
  title: CELL_WORDS[name],
  width: WIDTHS[name],
  kind: 'text' as const,
}));
const adviceCells = (of: AdviceWords): readonly string[] => ADVICE_CELLS.map((name) => of[name]);

/** Columns of the downloaded list, in the order of `recommendationCells`. */
export const RECOMMENDATION_COLUMNS = [
  { title: 'Школа', width: 24, kind: 'text' as const },
  { title: 'Учебный год', width: 12, kind: 'text' as const },
  { title: 'Критерии', width: 14, kind: 'text' as const },
  { title: 'Основание', width: 60, kind: 'text' as const },
  ...ADVICE_COLUMNS,
  { title: 'Кому', width: 24, kind: 'text' as const },
  { title: 'Последний день', width: 16, kind: 'text' as const },
  { title: 'Состояние', width: 24, kind: 'text' as const },
  { title: 'Срок прошёл', width: 12, kind: 'text' as const },
];

export const recommendationCells = (one: Recommendation, today: Day): readonly string[] => [
  one.schoolName,
  formatSchoolYear(one.year),
  groundCodes(one),
  one.grounds.map(({ code, wording, reason }) => `${code}. ${wording}${reason ? ` – ${reason}` : ''}`).join('\n'),
  ...adviceCells(one),
  ADDRESSEE_WORDS[one.addressee],
  one.due ? formatDay(one.due) : '',
  STATE_WORDS[one.state],
  isLate(one, today) ? 'да' : '',
];

/** Columns of the downloaded catalogue, in the order of `remedyCells`. */
export const REMEDY_COLUMNS = [
  { title: 'Критерий', width: 12, kind: 'text' as const },
  ...ADVICE_COLUMNS,
  { title: 'Уровень доказательности', width: 20, kind: 'text' as const },
  { title: 'Откуда', width: 40, kind: 'text' as const },
  { title: 'Версия', width: 8, kind: 'integer' as const },
  { title: 'Рекомендаций', width: 12, kind: 'integer' as const },
  { title: 'В архиве', width: 10, kind: 'text' as const },
];

export const remedyCells = (line: CatalogueLine): readonly (string | number)[] => [
  itemWords(line.item),
  ...adviceCells(line),
  EVIDENCE_WORDS[line.evidence],
  line.provenance,
  line.version,
  line.used,
  line.archivedAt ? 'да' : '',
];
