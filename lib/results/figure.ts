import { z } from 'zod';

/**
 * What is counted of a school and a school year besides exams: the centre's own form, olympiads, official markers. `of`
 * names the figure that is the whole, when the value is a part of something.
 */
export const FIGURES = {
  pupils: { title: 'Обучающихся на конец года', unit: 'count' },
  pupils_4_11: { title: 'Обучающихся 4–11 классов', unit: 'count' },
  attested: { title: 'Прошли промежуточную аттестацию', unit: 'count' },
  attested_well: { title: 'Из них успевают на «4» и «5»', unit: 'count', of: 'attested' },
  debt: { title: 'С академической задолженностью по итогам года', unit: 'count', of: 'pupils' },
  repeaters: { title: 'Оставлены на повторное обучение', unit: 'count', of: 'pupils' },
  graduates9: { title: 'Выпускников 9 классов', unit: 'count' },
  no_certificate9: { title: 'Не получили аттестат за 9 класс (с учётом сентября)', unit: 'count', of: 'graduates9' },
  graduates11: { title: 'Выпускников 11 классов', unit: 'count' },
  no_certificate11: { title: 'Не получили аттестат за 11 класс', unit: 'count', of: 'graduates11' },
  honours: { title: 'Медалистов и аттестатов с отличием', unit: 'count', of: 'graduates11' },
  honours_unconfirmed: { title: 'Из них не подтвердили на ЕГЭ (меньше 70 баллов)', unit: 'count', of: 'honours' },
  oge_russian_both: { title: 'Имеют годовую отметку и ОГЭ по русскому языку', unit: 'count' },
  oge_russian_lower: { title: 'Отметка ОГЭ ниже годовой: русский язык', unit: 'count', of: 'oge_russian_both' },
  oge_math_both: { title: 'Имеют годовую отметку и ОГЭ по математике', unit: 'count' },
  oge_math_lower: { title: 'Отметка ОГЭ ниже годовой: математика', unit: 'count', of: 'oge_math_both' },
  olympiad_school: { title: 'Участников школьного этапа ВсОШ (4–11 классы)', unit: 'count', of: 'pupils_4_11' },
  olympiad_municipal: { title: 'Участий в муниципальном этапе ВсОШ', unit: 'count' },
  olympiad_municipal_won: {
    title: 'Победителей и призёров муниципального этапа ВсОШ',
    unit: 'count',
    of: 'olympiad_municipal',
  },
  olympiad_regional: { title: 'Участий в региональном этапе ВсОШ', unit: 'count' },
  olympiad_regional_won: {
    title: 'Победителей и призёров регионального этапа ВсОШ',
    unit: 'count',
    of: 'olympiad_regional',
  },
  contests_won: { title: 'Победителей и призёров конкурсов из утверждённого перечня', unit: 'count' },
  marker_russian4: { title: 'Официальный маркер: русский язык, 4 класс', unit: 'flag' },
  marker_math4: { title: 'Официальный маркер: математика, 4 класс', unit: 'flag' },
  marker_russian5: { title: 'Официальный маркер: русский язык, 5 класс', unit: 'flag' },
  marker_math5: { title: 'Официальный маркер: математика, 5 класс', unit: 'flag' },
} as const satisfies Record<string, { title: string; unit: 'count' | 'flag'; of?: string }>;

export type FigureCode = keyof typeof FIGURES;
export const isFigureCode = (text: string): text is FigureCode => Object.hasOwn(FIGURES, text);
export const FIGURE_CODES: readonly FigureCode[] = Object.keys(FIGURES).filter(isFigureCode);

/** The whole that the figure is a part of, where it is one. */
export function wholeOfFigure(code: FigureCode): FigureCode | null {
  const figure = FIGURES[code];
  return 'of' in figure ? figure.of : null;
}

export const schoolFigureSchema = z.strictObject({
  /** Calendar year in which the school year begins: 2024 is 2024/25. */
  year: z.number().int().min(2000).max(2100),
  code: z.custom<FigureCode>((value) => typeof value === 'string' && isFigureCode(value)),
  value: z.number().min(0),
  /** The whole that the value is a part of; null when it is a number by itself or the file does not say. */
  n: z.number().int().min(0).nullable(),
});

/** One counted fact of a school and a school year: no more than a number and what it is a part of. */
export type Figure = z.infer<typeof schoolFigureSchema>;
export type SchoolFigure = Figure & { readonly schoolId: string };
