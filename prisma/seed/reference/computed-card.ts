import type { Method, MethodMeasure } from '@/lib/methodology/method';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

/**
 * The default card that answers itself where results are known: the same sections, criteria, signs, rules and words as
 * `defaultMethod`, with the condition under which each answer is «да» (domain handbook §1.3, §2.2; comparison base and
 * borders: «Method» of the settled questions). Version 1 stays as it was published.
 */
const exam = (name: string, subject: string, grade: number | string, back = '') =>
  `("${name}", "${subject}", ${grade}${back})`;
const any = (subjects: readonly string[], say: (subject: string) => string) => subjects.map(say).join(' || ');
const EXAM_SUBJECTS = ['russian', 'math'];

const above = (name: string, subject: string, grade: number) =>
  `belowShare(own${exam(name, subject, grade)}) > belowShare(others${exam(name, subject, grade)})`;
const low = (name: string, subject: string, grade: number | string) =>
  `belowShare(own${exam(name, subject, grade)}) >= 0.3`;
const grown = (name: string, subject: string, grade: number | string) =>
  `belowShare(own${exam(name, subject, grade)}) - belowShare(own${exam(name, subject, grade, ', 1')}) >= 0.1`;

/** ЕГЭ in mathematics is two exams; whoever took only one of them is judged by it. */
const MATH = 'own("EGE", "math", 11)';
const MATH_BASIC = 'own("EGE", "math_basic", 11)';
const eitherMath = (test: string) =>
  `orElse(belowShare(${MATH}), belowShare(${MATH_BASIC})) ${test} || orElse(belowShare(${MATH_BASIC}), belowShare(${MATH})) ${test}`;

/** Which kind of the exam more people took decides (Б5). */
const MORE_TOOK_PROFILE = `known(participants(${MATH})) && (!known(participants(${MATH_BASIC})) || participants(${MATH}) >= participants(${MATH_BASIC}))`;

const vpr = (grade: number, say: (grade: number, subject: string) => string) =>
  EXAM_SUBJECTS.map((subject) => say(grade, subject)).join(' || ');
const GRADES = [5, 6, 7, 8];
const enough = (grade: number, subject: string) => `withAtLeast(own("VPR", "${subject}", ${grade}), 10)`;

/** How many of the procedures of the federal rule are low; unknown ones are not counted. */
const lowOf = (list: string, row: string) =>
  `${list}.filter(one, known(belowShare(${row})) && belowShare(${row}) >= 0.3).size()`;
const SUBJECT_LIST = '["russian", "math"]';
const FEDERAL = [
  lowOf(SUBJECT_LIST, 'own("OGE", one, 9)'),
  lowOf(SUBJECT_LIST, 'withAtLeast(own("VPR", one, 5), 10)'),
  lowOf(SUBJECT_LIST, 'withAtLeast(own("VPR", one, 6), 10)'),
].join(' + ');
const FEDERAL_KNOWN = `${SUBJECT_LIST}.exists(one, known(belowShare(own("OGE", one, 9))) || known(belowShare(own("VPR", one, 5))) || known(belowShare(own("VPR", one, 6))))`;

const worstQuarter = (grade: number) =>
  `${SUBJECT_LIST}.filter(one, known(qualityShare(own("VPR", one, ${grade}))) && qualityShare(own("VPR", one, ${grade})) < quantile(each(everyone("VPR", one, ${grade})).map(row, qualityShare(row)), 0.25)).size()`;

const QUALITY_KNOWN = `${SUBJECT_LIST}.exists(one, [5, 6, 7, 8].exists(grade, known(qualityShare(own("VPR", one, grade)))))`;

const raised = (row: string) => `low(withAtLeast(own${row}, 10)) > orElse(high(region${row}), high(others${row}))`;
const mismatch = (subject: string, grade: number) => `rankCorrelation(own("VPR", "${subject}", ${grade})) < 0`;

/** Fewer schools than this have no quartiles worth the name (domain handbook, 2.2 В). */
const FENCE_SCHOOLS = 20;
const quarter = (name: string, p: string) => `quantile(across("${name}"), ${p})`;
const fence = (name: string, far: string) => `across("${name}").size() >= ${FENCE_SCHOOLS} ? ${far} : noData() > 0`;
const iqr = (name: string) => `(${quarter(name, '0.75')} - ${quarter(name, '0.25')})`;
const rise = (name: string) => fence(name, `${name} < ${quarter(name, '0.25')} - 3 * ${iqr(name)}`);
const fall = (name: string) => fence(name, `${name} > ${quarter(name, '0.75')} + 3 * ${iqr(name)}`);

const cohort = (code: string, subject: string, words: string): MethodMeasure => ({
  code,
  title: `Отношение среднего процента выполнения ВПР: 4 класс к 5 классу той же параллели, ${words}`,
  of: 'SCHOOL',
  unit: 'NUMBER',
  value: `completion(own("VPR", "${subject}", 4, 1)) / completion(own("VPR", "${subject}", 5))`,
  round: null,
  provenance: 'Методика ФИОКО от 19.04.2019, признак «резкое изменение результатов одной параллели»',
});

const COMPUTED: Readonly<Record<string, string>> = {
  А1: above('OGE', 'russian', 9),
  А2: above('OGE', 'math', 9),
  А3: any(EXAM_SUBJECTS, (subject) => low('OGE', subject, 9)),
  А4: any(EXAM_SUBJECTS, (subject) => `high(own${exam('OGE', subject, 9)}) < low(others${exam('OGE', subject, 9)})`),
  А5: 'figure("no_certificate9") > 0',
  А6: any(EXAM_SUBJECTS, (subject) => grown('OGE', subject, 9)),
  Б1: 'belowShare(own("EGE", "russian", 11)) > 0',
  Б2: eitherMath('> 0'),
  Б3: `${low('EGE', 'russian', 11)} || ${eitherMath('>= 0.3')}`,
  Б4: 'mean(own("EGE", "russian", 11)) < mean(others("EGE", "russian", 11))',
  Б5: `(${MORE_TOOK_PROFILE}) ? mean(${MATH}) < mean(others("EGE", "math", 11)) : mean(${MATH_BASIC}) < mean(others("EGE", "math_basic", 11))`,
  Б6: 'figure("no_certificate11") > 0',
  В1: GRADES.map((grade) => vpr(grade, (g, subject) => `belowShare(${enough(g, subject)}) >= 0.3`)).join(' || '),
  В2: `(${FEDERAL_KNOWN}) ? ${FEDERAL} >= 2 : noData() > 0`,
  В3: GRADES.map((grade) => vpr(grade, (g, subject) => grown('VPR', subject, g))).join(' || '),
  В4: `(${QUALITY_KNOWN}) ? ${GRADES.map(worstQuarter).join(' + ')} >= 2 : noData() > 0`,
  Г01: raised('("VPR", "russian", 4)'),
  Г02: raised('("VPR", "math", 4)'),
  Г03: raised('("VPR", "russian", 5)'),
  Г04: raised('("VPR", "math", 5)'),
  Г05: raised('("OGE", "russian", 9)'),
  Г06: raised('("OGE", "math", 9)'),
  Г07: mismatch('russian', 4),
  Г08: mismatch('math', 4),
  Г09: mismatch('russian', 5),
  Г10: mismatch('math', 5),
  Г11: rise('cohortRussian'),
  Г12: rise('cohortMath'),
  Г13: fall('cohortRussian'),
  Г14: fall('cohortMath'),
  Д1: 'figure("olympiad_municipal_won") == 0',
  Д2: 'figure("olympiad_regional") == 0',
  Д3: 'figureShare("olympiad_school") < figureShareOthers("olympiad_school")',
  Д4: 'figure("contests_won") == 0',
  Е1: 'figureShare("debt") > figureShareOthers("debt")',
  Е2: 'figure("repeaters") > 0',
  Е3: 'figureShare("attested_well") < figureShareOthers("attested_well")',
  Е4: 'figureShare("oge_russian_lower") > 0.3 || figureShare("oge_math_lower") > 0.3',
  Е5: 'figure("honours_unconfirmed") > 0',
};

const withComputed = <T extends { readonly code: string }>(part: T): T => {
  const when = COMPUTED[part.code];
  return when === undefined ? part : { ...part, computed: { when } };
};

const RESULTS: Readonly<Record<string, { exam: string; subjects: string[] }>> = {
  oge_ru: { exam: 'OGE', subjects: ['russian'] },
  oge_ma: { exam: 'OGE', subjects: ['math'] },
  ege_ru: { exam: 'EGE', subjects: ['russian'] },
  ege_ma: { exam: 'EGE', subjects: ['math', 'math_basic'] },
  ...Object.fromEntries(
    [4, 5, 6, 7, 8].flatMap((grade) => [
      [`vpr_ru${grade}`, { exam: 'VPR', subjects: ['russian'] }],
      [`vpr_ma${grade}`, { exam: 'VPR', subjects: ['math'] }],
    ]),
  ),
};

export const computedCard: Method = {
  ...defaultMethod,
  number: 2,
  provenance: `${defaultMethod.provenance} Версия 2 отличается тем, что портал сам отвечает на критерии, для которых загружены результаты.`,
  procedures: defaultMethod.procedures.map((procedure) => {
    const results = RESULTS[procedure.code];
    return results ? { ...procedure, results } : procedure;
  }),
  measures: [cohort('cohortRussian', 'russian', 'русский язык'), cohort('cohortMath', 'math', 'математика')],
  sections: defaultMethod.sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((criterion) =>
      criterion.kind === 'composite'
        ? { ...criterion, signs: criterion.signs.map(withComputed) }
        : withComputed(criterion),
    ),
  })),
};
