import { Refusal } from '@/lib/kernel/refusal';
import { type FigureCode, isFigureCode } from '@/lib/results/figure';
import { type Profile, profileSchema, ROLES, type Role } from '@/lib/results/layouts/profile';
import { PROFILES } from '@/lib/results/layouts/profiles';
import type { UnknownColumn } from '@/lib/results/reading/reading';
import { EXAMS } from '@/lib/results/result';

/** What a person may say a column is, beside figures («figure:debt») and tasks («task»). */
export const CHOICES: readonly Role[] = [
  'login',
  'inn',
  'code',
  'school',
  'class',
  'variant',
  'journal',
  'score',
  'test',
  'mark',
  'year',
  'grade',
  'subject',
  'count',
  'two',
  'three',
  'four',
  'five',
  'status',
  'pupil',
];
export const MAPPING_UNITS = ['PUPILS', 'SHARES', 'OLYMPIAD', 'FIGURES'] as const;

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** A column nobody chose is of no use and is dropped, as every column of a person is. */
export function mappedProfile(
  columns: readonly UnknownColumn[],
  fields: ReadonlyMap<string, string>,
  importId: string,
): Profile {
  const roles: Partial<Record<Role, string[]>> = {};
  const figures: Partial<Record<FigureCode, string[]>> = {};
  for (const { index, title } of columns) {
    const choice = fields.get(`column-${index}`) ?? '';
    const figure = choice.replace(/^figure:/, '');
    if (isRole(choice) && CHOICES.includes(choice)) roles[choice] = [...(roles[choice] ?? []), title];
    else if (choice.startsWith('figure:') && isFigureCode(figure)) figures[figure] = [title];
  }
  const unit = MAPPING_UNITS.find((one) => one === fields.get('unit'));
  const exam = EXAMS.find((one) => one === fields.get('exam')) ?? null;
  const schools: readonly Role[] = ['login', 'inn', 'code', 'school'];
  if (!schools.some((role) => roles[role]))
    throw new Refusal('invalid', 'Укажите, в каком столбце школа: логин, ИНН, код или наименование.');
  if (!unit) throw new Refusal('invalid', 'Укажите, что в одной строке файла.');
  const needs: Readonly<Record<(typeof MAPPING_UNITS)[number], readonly Role[]>> = {
    PUPILS: ['score', 'mark', 'test'],
    SHARES: ['count'],
    OLYMPIAD: ['status'],
    FIGURES: [],
  };
  if (needs[unit].length > 0 && !needs[unit].some((role) => roles[role])) {
    throw new Refusal('invalid', MISSING[unit]);
  }
  if (unit === 'FIGURES' && Object.keys(figures).length === 0) throw new Refusal('invalid', MISSING.FIGURES);
  const words = PROFILES.find(({ code }) => code === 'vpr-2022');
  const required = (Object.keys(roles) as string[])
    .filter(isRole)
    .filter((role) => role !== 'variant' && role !== 'pupil');
  return profileSchema.parse({
    code: `own-${importId}`.slice(0, 60),
    title: (fields.get('title') ?? '').trim().slice(0, 200) || 'Своя форма',
    unit,
    exam: unit === 'OLYMPIAD' || unit === 'FIGURES' ? null : exam,
    columns: roles,
    required,
    figures,
    tasks: taskTemplate(fields.get('tasks') ?? ''),
    scores: null,
    absent: words?.absent ?? [],
    blank: words?.blank ?? [],
    untaught: words?.untaught ?? [],
    footers: words?.footers ?? [],
  });
}

const MISSING: Readonly<Record<(typeof MAPPING_UNITS)[number], string>> = {
  PUPILS: 'Укажите столбец первичного балла, тестового балла или отметки.',
  SHARES: 'Укажите столбец с числом участников.',
  OLYMPIAD: 'Укажите столбец со статусом участника.',
  FIGURES: 'Укажите хотя бы один показатель школы.',
};

/** «балл за {task}» as typed; anything without a number of a task is no template. */
const taskTemplate = (text: string): string | null =>
  text.trim() !== '' && text.includes('{task}') ? text.trim().slice(0, 60) : null;
