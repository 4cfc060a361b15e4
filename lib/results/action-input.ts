import { z } from 'zod';
import { id } from '@/lib/kernel/ids';
import { STAGES } from '@/lib/results/reading/about';
import { numberOf } from '@/lib/results/reading/level';
import { EXAMS, SUBJECTS } from '@/lib/results/result';

const number = z.coerce.number<string>();
/** A value of a form where an empty choice says «as it is». */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** The import and the version of it that the form was made for. */
export const seenInput = z.strictObject({ id, version: number.pipe(z.int().min(1)) });

const yearInput = number.pipe(z.int().min(2000).max(2100));

/** Fields named `subject-0`, `school-12` → records by place; an empty one says nothing. */
function gathered(values: unknown): unknown {
  if (typeof values !== 'object' || values === null) return values;
  const works: Record<string, Record<string, unknown>> = {};
  const schools: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const [, field = '', place = ''] = /^(exam|subject|grade|year|school)-(\d{1,6})$/.exec(name) ?? [];
    if (place === '') rest[name] = value;
    else if (value === '') continue;
    else if (field === 'school') schools[place] = value;
    else works[place] = { ...works[place], [field]: value };
  }
  return { ...rest, works, schools };
}

export const answersInput = z.preprocess(
  gathered,
  seenInput.extend({
    works: z.record(
      z.string(),
      z.strictObject({
        exam: z.enum(EXAMS).optional(),
        subject: z.enum(SUBJECTS).optional(),
        grade: number.pipe(z.int().min(1).max(12)).optional(),
        year: yearInput.optional(),
      }),
    ),
    schools: z.record(z.string(), z.union([z.literal('skip'), z.uuid()], 'Выберите школу.')),
    year: optional(yearInput),
    stage: optional(z.enum(STAGES)),
    skipUnknown: z.enum(['0', '1']).optional(),
    keepsRegion: z.enum(['0', '1']).optional(),
  }),
);

/** A number as people write it; nothing written is null, and what is no text is refused below. */
const written = (value: unknown): unknown => {
  if (value === undefined) return null;
  if (typeof value !== 'string') return value;
  return value.trim() === '' ? null : (numberOf(value) ?? value);
};

const decimal = (most: number, words: string) =>
  z.preprocess(written, z.number(words).min(0, words).max(most, words).nullable());
const whole = (most: number, words: string) =>
  z.preprocess(written, z.number(words).int(words).min(1, words).max(most, words).nullable());
const LIST = 'Перечислите целые числа через пробел: сколько участников получили 0 баллов, 1 балл и так далее.';

/** «12 3 0 5» → whole numbers; nothing → none. */
const list = (words: string, exactly?: number) =>
  z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .split(/[\s;]+/)
            .filter((part) => part !== '')
            .map((part) => numberOf(part) ?? -1)
        : value,
    z
      .array(z.number(words).int(words).min(0, words).max(10_000_000, words))
      .max(301, words)
      .refine((values) => exactly === undefined || values.length === 0 || values.length === exactly, words),
  );

export const referenceInput = z
  .strictObject({
    year: yearInput,
    exam: z.enum(EXAMS),
    subject: z.enum(SUBJECTS),
    grade: number.pipe(z.int().min(1).max(12)),
    participants: whole(10_000_000, 'Сколько участников было в регионе: целое число.').pipe(
      z.number('Сколько участников было в регионе: целое число.'),
    ),
    mean: decimal(200, 'Средний балл – число, например 12,01.'),
    sd: decimal(200, 'Стандартное отклонение – число, например 3,78.'),
    maxScore: whole(300, 'Наибольший балл – целое число.'),
    marks: list('Четыре числа через пробел: сколько участников получили «2», «3», «4», «5».', 4),
    histogram: list(LIST),
    ratioLow: decimal(100, 'Нижний квартиль K – число, например 0,92.'),
    ratioHigh: decimal(100, 'Верхний квартиль K – число, например 1,18.'),
    ratioSchools: whole(100_000, 'Сколько школ – целое число.'),
    source: z.string().trim().min(1, 'Откуда эти числа: документ, таблица, дата.').max(300),
  })
  .refine(({ ratioLow, ratioHigh }) => (ratioLow === null) === (ratioHigh === null), {
    path: ['ratioHigh'],
    message: 'Нужны оба квартиля K: нижний и верхний.',
  });

const score = (words: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? (numberOf(value) ?? value) : value),
    z.number(words).int(words).min(1, words).max(300, words),
  );
const BORDER = 'Целое число баллов.';

export const scaleInput = z
  .strictObject({
    year: yearInput,
    subject: z.enum(SUBJECTS),
    grade: number.pipe(z.int().min(1).max(12)),
    maxScore: score(BORDER),
    three: score(BORDER),
    four: score(BORDER),
    five: score(BORDER),
    source: z.string().trim().min(1, 'Откуда шкала: документ, дата.').max(300),
  })
  .refine(({ three, four, five, maxScore }) => three < four && four < five && five <= maxScore, {
    path: ['five'],
    message: 'Границы должны расти: «3», «4», «5», наибольший балл.',
  });
