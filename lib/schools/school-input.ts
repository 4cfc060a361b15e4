import { z } from 'zod';
import { day } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { schoolYear } from '@/lib/kernel/school-year';
import { ALIAS_SYSTEMS, SCHOOL_CONTEXTS, SCHOOL_KINDS, SCHOOL_PLACES } from '@/lib/schools/codes';
import { GRADES, gradesProblem } from '@/lib/schools/school';

const needed = (message: string, max: number) =>
  z.string().trim().min(1, message).max(max, `Слишком длинно: поместится ${max} знаков.`);
const free = (max: number) => z.string().trim().max(max, `Слишком длинно: поместится ${max} знаков.`).default('');

/** An empty date field is an open end. */
const openDay = z
  .union([z.literal(''), day])
  .default('')
  .transform((value) => value || null);

const version = z.coerce.number('Обновите страницу и повторите.').int();
const grade = z.coerce.number().pipe(z.literal([...GRADES]));
const kind = z.enum(SCHOOL_KINDS, 'Выберите вид школы.');
const grades = z
  .array(grade, 'Отметьте классы.')
  .default([])
  .transform((list) => [...new Set(list)].toSorted((a, b) => a - b));
const pupils = z
  .string()
  .trim()
  .regex(/^\d{0,5}$/, 'Введите число обучающихся цифрами, без пробелов, или оставьте пустым.')
  .default('')
  .transform((text) => (text === '' ? null : Number(text)));
const basis = needed('Укажите основание: вид документа, номер и дату.', 300);

/** Grades and kind are checked together, the sentence stands at the grades. */
const fits = <T extends { kind: (typeof SCHOOL_KINDS)[number]; grades: number[] }>(
  value: T,
  context: { addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void },
) => {
  const problem = gradesProblem(value.kind, value.grades);
  if (problem) context.addIssue({ code: 'custom', path: ['grades'], message: problem });
};

const facts = {
  code: z
    .string()
    .trim()
    .regex(/^[\p{L}\d][\p{L}\d./-]{0,19}$/u, 'Код – до 20 букв и цифр без пробелов; нули впереди сохраняются.'),
  name: needed('Введите полное название по уставу.', 500),
  shortName: needed('Введите краткое название, как школу называют в списках.', 120),
  kind,
  place: z.enum(SCHOOL_PLACES, 'Выберите тип населённого пункта.'),
  grades,
  pupils,
  contexts: z
    .array(z.enum(SCHOOL_CONTEXTS))
    .default([])
    .transform((list) => [...new Set(list)]),
  address: free(300),
  phone: free(100),
  email: z.union([z.literal(''), z.email('Проверьте адрес почты: например, school@example.org.')]).default(''),
};

const seen = { id, version };

export const newSchoolInput = z.strictObject(facts).superRefine(fits);
export const editSchoolInput = z.strictObject({ ...seen, ...facts }).superRefine(fits);
export const renameInput = z.strictObject({ ...seen, name: facts.name, shortName: facts.shortName, from: day, basis });
export const mergeInput = z.strictObject({
  ...seen,
  successorCode: needed('Выберите школу, в которую вливается эта.', 200),
  on: day,
  basis,
});
export const closeInput = z.strictObject({ ...seen, on: day, basis });
export const reopenInput = z.strictObject({
  ...seen,
  on: day,
  reason: needed('Напишите, почему школа снова работает.', 300),
});
export const addAliasInput = z.strictObject({
  ...seen,
  system: z.enum(ALIAS_SYSTEMS, 'Выберите, чей это код.'),
  code: needed('Введите код.', 50),
  from: openDay,
  to: openDay,
});
export const endAliasInput = z.strictObject({ ...seen, aliasId: id, to: day });
export const yearInput = z
  .strictObject({
    ...seen,
    year: z.coerce.number('Выберите учебный год.').pipe(schoolYear),
    kind,
    grades,
    pupils,
  })
  .superRefine(fits);
