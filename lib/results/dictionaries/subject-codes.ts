import { level } from '@/lib/results/reading/level';
import type { Exam, Subject } from '@/lib/results/result';

type Codes = Readonly<Record<string, Subject>>;

/** РИС ГИА-9, handbook §6.2. Not the codes of ГИА-11. */
const OGE: Codes = {
  '01': 'russian',
  '02': 'math',
  '03': 'physics',
  '04': 'chemistry',
  '05': 'informatics',
  '06': 'biology',
  '07': 'history',
  '08': 'geography',
  '09': 'social',
  '10': 'literature',
  '11': 'english',
  '12': 'german',
  '13': 'french',
  '14': 'spanish',
};

/** РИС ГИА-11. Written foreign languages 09, 10, 11, 13, 14 and their oral parts 29, 30, 31, 33, 34. */
const EGE_2021: Codes = {
  '01': 'russian',
  '02': 'math',
  '22': 'math_basic',
  '03': 'physics',
  '04': 'chemistry',
  '25': 'informatics',
  '06': 'biology',
  '07': 'history',
  '08': 'geography',
  '09': 'english',
  '29': 'english',
  '10': 'german',
  '30': 'german',
  '11': 'french',
  '31': 'french',
  '12': 'social',
  '13': 'spanish',
  '33': 'spanish',
  '14': 'chinese',
  '34': 'chinese',
  '18': 'literature',
};
/** Before the computer form of 2021 informatics was written on paper under 05. */
const EGE_OLD: Codes = { ...EGE_2021, '05': 'informatics' };

/** From which school year on a table holds; the last one that has begun is in force. */
export const SUBJECT_CODES: Readonly<
  Record<'OGE' | 'EGE', readonly { readonly from: number; readonly codes: Codes }[]>
> = {
  OGE: [{ from: 2000, codes: OGE }],
  EGE: [
    { from: 2000, codes: EGE_OLD },
    { from: 2020, codes: EGE_2021 },
  ],
};

/** The subject behind an outside code in a year; null for one the dictionary does not know. */
export function subjectOfCode(exam: Exam, year: number | null, code: string): Subject | null {
  if (exam === 'VPR') return null;
  const known = SUBJECT_CODES[exam].filter(({ from }) => year === null || from <= year).at(-1);
  return known?.codes[code.padStart(2, '0')] ?? null;
}

/** How files call the subjects, the longer names first where one begins another. */
const NAMES: readonly (readonly [Subject, readonly string[]])[] = [
  [
    'math_basic',
    ['математика базовая', 'математика базового уровня', 'математика (базовый уровень)', 'матем. базовая'],
  ],
  ['math', ['математика профильная', 'математика профильного уровня', 'математика', 'матем', 'ма']],
  ['russian', ['русский язык', 'русский', 'русск', 'ру', 'рус']],
  ['physics', ['физика']],
  ['chemistry', ['химия']],
  ['informatics', ['информатика и икт', 'информатика', 'кегэ']],
  ['biology', ['биология']],
  ['history', ['история']],
  ['geography', ['география']],
  ['social', ['обществознание', 'общество']],
  ['literature', ['литература']],
  ['english', ['английский язык', 'английский']],
  ['german', ['немецкий язык', 'немецкий']],
  ['french', ['французский язык', 'французский']],
  ['spanish', ['испанский язык', 'испанский']],
  ['chinese', ['китайский язык', 'китайский']],
  ['world', ['окружающий мир', 'окр. мир', 'ом']],
];
const WORDS = NAMES.flatMap(([subject, names]) => names.map((name) => [level(name), subject] as const)).sort(
  ([a], [b]) => b.length - a.length,
);

/** The subject that a text names as a word of its own, the longest name first; null when it names none. */
export function subjectNamed(text: string): Subject | null {
  const words = ` ${level(text)
    .replace(/[^а-яa-z0-9.]+/g, ' ')
    .replace(/(\d)(?=[а-я])|([а-я])(?=\d)/g, '$1$2 ')} `;
  return WORDS.find(([name]) => words.includes(` ${name} `))?.[1] ?? null;
}
