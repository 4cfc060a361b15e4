import { z } from 'zod';
import { subjectNamed, subjectOfCode } from '@/lib/results/dictionaries/subject-codes';
import { level } from '@/lib/results/reading/level';
import { EXAMS, type Exam, SUBJECTS } from '@/lib/results/result';

export const STAGES = ['school', 'municipal', 'regional'] as const;
export type Stage = (typeof STAGES)[number];

/** What results are about, as far as the file says it; null is asked of the person. */
export const aboutSchema = z.strictObject({
  exam: z.enum(EXAMS).nullable(),
  subject: z.enum(SUBJECTS).nullable(),
  grade: z.number().int().min(1).max(12).nullable(),
  year: z.number().int().min(2000).max(2100).nullable(),
  stage: z.enum(STAGES).nullable(),
});
export type About = z.infer<typeof aboutSchema>;

export const NOTHING_KNOWN: About = { exam: null, subject: null, grade: null, year: null, stage: null };

const yearOf = (year: number, month: number) => (month >= 9 ? year : year - 1);

/** «2021/22», «2021-2022» → 2021; a date → its school year; a bare year is the calendar year of a spring. */
export function schoolYearIn(text: string): number | null {
  const span = /(20\d\d)\s*[/–—-]\s*(?:20)?(\d\d)(?!\d)(?![.-]\d)/.exec(text);
  if (span && Number(span[2]) === (Number(span[1]) + 1) % 100) return Number(span[1]);
  const iso = /(20\d\d)[.\-/](\d{2})[.\-/]\d{2}/.exec(text);
  if (iso) return yearOf(Number(iso[1]), Number(iso[2]));
  const russian = /\d{1,2}\.(\d{2})\.(20\d\d)/.exec(text);
  if (russian) return yearOf(Number(russian[2]), Number(russian[1]));
  const bare = /(?<!\d)(20\d\d)(?!\d)/.exec(text);
  return bare ? Number(bare[1]) - 1 : null;
}

const examIn = (text: string): Exam | null => {
  if (/впр|всероссийск\S* проверочн/.test(text)) return 'VPR';
  if (/огэ|гиа ?-? ?9|гвэ-9|основного общего/.test(text)) return 'OGE';
  if (/егэ|гиа ?-? ?11|среднего общего/.test(text)) return 'EGE';
  return null;
};

const stageIn = (text: string): Stage | null => {
  if (/муниципальн\S* этап|(^|[^а-я])мэ([^а-я]|$)/.test(text)) return 'municipal';
  if (/региональн\S* этап|(^|[^а-я])рэ([^а-я]|$)/.test(text)) return 'regional';
  if (/школьн\S* этап|(^|[^а-я])шэ([^а-я]|$)/.test(text)) return 'school';
  return null;
};

const gradeIn = (text: string): number | null => {
  const found =
    /(?<!\d)(\d{1,2})\s*-?\s*(?:й|х|е|ые|м)?[\s_.-]*(?:кл(?:асс\S*)?)(?![а-я])/.exec(text)?.[1] ??
    /(?:^|[^а-я])(?:ру|ма|рус|мат|матем)[\s_.-]*(\d{1,2})(?!\d)/.exec(text)?.[1] ??
    /(?:^|[^а-я])класс[\s:_-]*(\d{1,2})(?!\d)/.exec(text)?.[1];
  const grade = Number(found);
  return grade >= 1 && grade <= 12 ? grade : null;
};

/** What a text (the name of a file or sheet, a title above a table) says of exam, subject, grade, year and stage. */
export function aboutText(text: string, exam: Exam | null = null): About {
  const flat = level(text.replaceAll('_', ' '));
  const named = examIn(flat) ?? exam;
  const year = schoolYearIn(text);
  const code = /^(?:\D{0,12}\s)?(\d{2})(?=\s*[-–_ ]\s*[а-яА-ЯёЁ(]|_20\d\d)/.exec(text.trim())?.[1];
  const subject = subjectNamed(text) ?? (code && named ? subjectOfCode(named, year, code) : null);
  return { exam: named, subject, grade: gradeIn(flat), year, stage: stageIn(flat) };
}

/** The first that knows wins, field by field. */
export function firstKnown(...known: readonly About[]): About {
  const pick = <K extends keyof About>(key: K): About[K] | null =>
    known.find((one) => one[key] !== null)?.[key] ?? null;
  return {
    exam: pick('exam'),
    subject: pick('subject'),
    grade: pick('grade'),
    year: pick('year'),
    stage: pick('stage'),
  };
}
