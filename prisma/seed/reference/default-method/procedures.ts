import type { Method, MethodProcedure } from '@/lib/methodology/method';

const SMALL_SAMPLE = 10;
/** ФИОКО-2026: groups of fewer than 10 are not informative; ОГЭ and ЕГЭ have no minimum («Method», 4). */
const VPR_MIN = 10;

const SUBJECTS = [
  ['ru', 'русский язык'],
  ['ma', 'математика'],
] as const;

const exams: MethodProcedure[] = [
  ...SUBJECTS.map(([code, subject]) => exam(`oge_${code}`, 'ОГЭ', subject, 9, 'А')),
  ...SUBJECTS.map(([code, subject]) => exam(`ege_${code}`, 'ЕГЭ', subject, 11, 'Б')),
];

function exam(code: string, name: string, subject: string, grade: number, section: string): MethodProcedure {
  return {
    code,
    title: `${name}, ${subject}`,
    exam: name,
    subject,
    grade,
    minParticipants: 0,
    smallSample: SMALL_SAMPLE,
    section,
  };
}

const vprs: MethodProcedure[] = [4, 5, 6, 7, 8].flatMap((grade) =>
  SUBJECTS.map(([code, subject]) => ({
    code: `vpr_${code}${grade}`,
    title: `ВПР, ${subject}, ${grade} класс`,
    exam: 'ВПР',
    subject,
    grade,
    minParticipants: VPR_MIN,
    smallSample: SMALL_SAMPLE,
    section: 'В',
  })),
);

/** One subject of one exam; ЕГЭ mathematics is one procedure, whichever of its two kinds was taken. */
export const procedures: MethodProcedure[] = [...exams, ...vprs];

/** ВПР counts in the federal test only while section В is on, and only grades 5 and 6 («Method», 4). */
export const federal: Method['federal'] = {
  minimum: 2,
  groups: [
    { title: 'ОГЭ', procedures: ['oge_ru', 'oge_ma'], item: 'А3', counts: 1 },
    { title: 'ЕГЭ', procedures: ['ege_ru', 'ege_ma'], item: 'Б3', counts: 1 },
    { title: 'ВПР, 5–6 классы', procedures: ['vpr_ru5', 'vpr_ma5', 'vpr_ru6', 'vpr_ma6'], item: null, counts: 0 },
  ],
};
