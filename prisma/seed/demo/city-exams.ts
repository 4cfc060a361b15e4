import { FIGURES } from '../../../lib/results/figure';
import { type Cell, type ExamSheet, flatMarks, giaBlock, vpr2022 } from '../builders/exam-files';
import {
  type ExamPupil,
  type ExamSchool,
  examPupils,
  MATH_4,
  MATH_5,
  type Paper,
  RUSSIAN_4,
  RUSSIAN_5,
  scoreOf,
} from '../builders/exam-pupils';
import { Chance } from './chance';

/** A school of the demo city as its files name it, with what its pupils are like. */
export type CitySchool = {
  readonly number: number;
  readonly name: string;
  readonly login: string;
  readonly gia: string;
  readonly gia11: string;
  readonly pupils: number;
  readonly grades: readonly number[];
  /** Deviations from the city's mean. */
  readonly level: number;
};

export type DemoFile = { readonly name: string; readonly bytes: Uint8Array };

/** Schools whose papers look odd in one way each: the map has something to show, and a picture behind it. */
export const ODD = { spike: 19, journal: 31, raised: 17, cohort: 42 } as const;

const OGE_RUSSIAN: Paper = { tasks: [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 2, 2, 2, 3, 2], mean: 25, sd: 5.2 };
const OGE_MATH: Paper = {
  tasks: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2],
  mean: 15.5,
  sd: 4.6,
};
const EGE_RUSSIAN: Paper = { tasks: [...new Array<number>(26).fill(1), 6, 6, 6, 6, 6], mean: 36, sd: 7 };
const EGE_MATH: Paper = { tasks: [...new Array<number>(12).fill(1), 2, 3, 2, 2, 3, 4, 4], mean: 15, sd: 5 };
/** Papers of grades 6–8, of which only marks come. */
const LATER: Paper = { tasks: new Array<number>(25).fill(1), mean: 14, sd: 4.4 };

const SUBJECTS = ['русский язык', 'математика'] as const;
const VPR: readonly (readonly [grade: number, subject: (typeof SUBJECTS)[number], paper: Paper, borders: Borders])[] = [
  [4, 'русский язык', RUSSIAN_4, [14, 24, 33]],
  [4, 'математика', MATH_4, [6, 10, 15]],
  [5, 'русский язык', RUSSIAN_5, [18, 29, 39]],
  [5, 'математика', MATH_5, [7, 11, 15]],
];
type Borders = readonly [three: number, four: number, five: number];

/** Scales of the demo's years: the centre enters what the region has published. */
export const DEMO_BORDERS = VPR.map(([grade, subject, paper, borders]) => ({
  grade,
  subject: subject === 'математика' ? ('math' as const) : ('russian' as const),
  maxScore: paper.tasks.reduce((sum, most) => sum + most, 0),
  borders,
}));

const MATH_FIELDS = ['Числа и вычисления', 'Текстовые задачи', 'Геометрические фигуры', 'Работа с таблицами'] as const;
const RUSSIAN_FIELDS = ['Орфография', 'Синтаксис и пунктуация', 'Состав слова', 'Работа с текстом'] as const;
const SKILLS = ['выполнение по образцу', 'применение правила', 'рассуждение и вывод'] as const;

/** What the tasks of the demo's papers ask, as the centre pastes it from a table; the last fifth of a paper is harder. */
export const DEMO_TASKS = VPR.map(([grade, subject, paper]) => ({
  grade,
  subject: subject === 'математика' ? ('math' as const) : ('russian' as const),
  text: paper.tasks
    .map((_, index) => {
      const isHard = index >= paper.tasks.length * 0.8;
      const fields = subject === 'математика' ? MATH_FIELDS : RUSSIAN_FIELDS;
      const skill = isHard ? SKILLS[2] : SKILLS[index % 2];
      return [index + 1, isHard ? 'повышенный' : 'базовый', fields[index % fields.length], skill].join('\t');
    })
    .join('\n'),
}));

const markBy =
  ([three, four, five]: Borders) =>
  (pupil: ExamPupil): number => {
    const score = scoreOf(pupil);
    return score >= five ? 5 : score >= four ? 4 : score >= three ? 3 : 2;
  };

const quoted = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const csv = ({ rows }: ExamSheet): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(quoted).join(';')).join('\r\n')}`);

const examSchool = (school: CitySchool, shift = 0, code = school.gia): ExamSchool => ({
  number: school.login,
  code,
  name: school.name,
  size: Math.max(4, Math.round(school.pupils / (school.grades.length + 1))),
  level: school.level + shift,
});

/** The same pupil with more or fewer points, laid on the first tasks that have room. */
function scored(pupil: ExamPupil, paper: Paper, target: number): ExamPupil {
  const points = [...pupil.points];
  for (let index = 0, left = target - scoreOf(pupil); left > 0 && index < points.length; index += 1) {
    const room = Math.min(left, (paper.tasks[index] ?? 0) - (points[index] ?? 0));
    points[index] = (points[index] ?? 0) + room;
    left -= room;
  }
  return { ...pupil, points };
}

/** What is odd of a school in one work of one year. */
function odd(pupils: readonly ExamPupil[], paper: Paper, borders: Borders, school: string, is: 'spike' | 'journal') {
  return pupils.map((pupil) => {
    if (pupil.school.number !== school || pupil.isAbsent) return pupil;
    const score = scoreOf(pupil);
    if (is === 'journal') return { ...pupil, journal: Math.max(2, Math.min(5, 7 - markBy(borders)(pupil))) };
    const border = borders.find((one) => score < one && score >= one - 3);
    return border === undefined ? pupil : scored(pupil, paper, border);
  });
}

/**
 * Files of the demo city of three school years, the last of them `year`: ВПР of grades 4 and 5 as ФИС ОКО exports them, marks
 * of grades 6–8, protocols of ОГЭ and ЕГЭ of two years, and the centre's form. Everything in them is invented.
 */
export function cityExamFiles(all: readonly CitySchool[], year: number): DemoFile[] {
  const loginOf = (number: number) => all.find((school) => school.number === number)?.login ?? '';
  const having = (grade: number) => all.filter(({ grades }) => grades.includes(grade));
  const years = [year - 2, year - 1, year];
  const vpr = years.flatMap((of) =>
    VPR.map(([grade, subject, paper, borders], index): DemoFile => {
      const schools = having(grade).map((school) => {
        const isRaised = school.number === ODD.raised && grade === 4 && of === year;
        const isCohort = school.number === ODD.cohort && (grade === 4 ? of === year - 1 : of === year);
        return examSchool(school, isRaised ? 2.1 : isCohort ? (grade === 4 ? 1.7 : -1.4) : 0);
      });
      let pupils = examPupils(1000 * of + index, schools, paper, 0);
      if (of === year && index === 1) pupils = odd(pupils, paper, borders, loginOf(ODD.spike), 'spike');
      if (of === year && index === 2) pupils = odd(pupils, paper, borders, loginOf(ODD.journal), 'journal');
      const [, protocol] = vpr2022(pupils, paper, `${of + 1}-04-20`);
      return { name: `ВПР ${of + 1} ${subject} ${grade} класс.csv`, bytes: csv(protocol ?? { name: '', rows: [] }) };
    }),
  );
  return [...vpr, laterMarks(having(6), year), ...gia(all, year), form(all, year)];
}

/** Marks of grades 6–8 as a flat table of the region gives them. */
function laterMarks(schools: readonly CitySchool[], year: number): DemoFile {
  const sheets = [6, 7, 8].flatMap((grade) =>
    SUBJECTS.map((subject, index) => {
      const pupils = examPupils(
        7000 * year + 10 * grade + index,
        schools.map((one) => examSchool(one)),
        LATER,
        0,
      );
      return flatMarks(pupils, markBy([8, 14, 19]), { year: year + 1, grade, subject });
    }),
  );
  const [first] = sheets;
  const rows = [...(first?.rows.slice(0, 1) ?? []), ...sheets.flatMap((sheet) => sheet.rows.slice(1))];
  return { name: `ВПР ${year + 1} отметки 6–8 классы.csv`, bytes: csv({ name: 'marks', rows }) };
}

/** Protocols of both exams of this and the last year. */
function gia(all: readonly CitySchool[], year: number): DemoFile[] {
  const hundred = (most: number) => (pupil: ExamPupil) => Math.round((100 * scoreOf(pupil)) / most);
  return [year - 1, year].flatMap((of) =>
    (
      [
        ['OGE', 'ОГЭ', 9, '01 - Русский язык', OGE_RUSSIAN, markBy([15, 23, 29])],
        ['OGE', 'ОГЭ', 9, '02 - Математика', OGE_MATH, markBy([8, 15, 22])],
        ['EGE', 'ЕГЭ', 11, '01 - Русский язык', EGE_RUSSIAN, hundred(56)],
        ['EGE', 'ЕГЭ', 11, '02 - Математика профильная', EGE_MATH, hundred(32)],
      ] as const
    ).map(([exam, words, grade, title, paper, result], index): DemoFile => {
      const schools = all
        .filter(({ grades }) => grades.includes(grade))
        .map((school) => examSchool(school, 0, exam === 'OGE' ? school.gia : school.gia11));
      const pupils = examPupils(3000 * of + index, schools, paper, 0);
      const rows = giaBlock(pupils, `${title} ${of + 1}.06.07`, { exam }, result);
      return { name: `${words} ${of + 1}, ${title.slice(5)}, ${grade} класс.csv`, bytes: csv({ name: 'Лист1', rows }) };
    }),
  );
}

/** The centre's form: debts, certificates, olympiads. One weak school has handed in nothing, so that a gap is seen. */
function form(all: readonly CitySchool[], year: number): DemoFile {
  const chance = new Chance(year);
  const few = (level: number, most: number) =>
    chance.happens(level < -0.5 ? 0.7 : 0.15) ? chance.integer(1, most) : 0;
  const titles = (codes: readonly (keyof typeof FIGURES)[]) => codes.map((code) => FIGURES[code].title);
  const codes = [
    ...(['pupils', 'pupils_4_11', 'attested', 'attested_well', 'debt', 'repeaters'] as const),
    ...(['graduates9', 'no_certificate9', 'graduates11', 'no_certificate11'] as const),
    ...(['honours', 'honours_unconfirmed', 'olympiad_school', 'contests_won'] as const),
  ];
  const rows = all
    .filter(({ number }) => number !== UNREPORTED)
    .map((school): Cell[] => {
      const { pupils, level, grades } = school;
      const has = (grade: number) => grades.includes(grade);
      const each = Math.round(pupils / grades.length);
      const well = Math.round(pupils * Math.min(0.75, Math.max(0.2, 0.45 + 0.1 * level + chance.next() / 20)));
      return [
        ...[school.name, `edu${school.login}`, `${year}/${(year + 1) % 100}`],
        ...[pupils, Math.round(pupils * 0.7), pupils, well, few(level, 9), few(level, 3)],
        ...(has(9) ? [each, few(level, 2)] : [null, null]),
        ...(has(11) ? [each, few(level, 1), 3, few(level, 2)] : [null, null, null, null]),
        ...[Math.round(pupils * (0.2 + chance.next() / 10)), level < -0.5 ? few(1, 2) : chance.integer(1, 9)],
      ];
    });
  const header = ['Школа', 'Логин ФИС ОКО', 'Учебный год', ...titles(codes)];
  return {
    name: `Форма центра ${year}-${(year + 1) % 100}.csv`,
    bytes: csv({ name: 'Форма', rows: [header, ...rows] }),
  };
}

const UNREPORTED = 12;
