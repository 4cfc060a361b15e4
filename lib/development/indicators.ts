import { type AssociationKind, isMunicipal } from '@/lib/development/association';
import { formatShareOf } from '@/lib/kernel/percent';
import { formatSchoolYear } from '@/lib/kernel/school-year';

/** Numbers of the programme's passport (Демидовский район, приказ 43-о/д of 01.03.2018, «Индикаторы программы»). */
export const DEVELOPMENT_INDICATORS = [9, 10, 11, 12, 13, 15] as const;
export type DevelopmentIndicatorNumber = (typeof DEVELOPMENT_INDICATORS)[number];

/** One indicator for a school year: an exact fraction, or why there is none. */
export type DevelopmentIndicator = {
  readonly number: DevelopmentIndicatorNumber;
  readonly title: string;
  /** Null: no data. Of indicator 11 («наличие») the numerator counts associations and the denominator is null. */
  readonly value: { readonly numerator: number; readonly denominator: number | null } | null;
  /** What was divided by what, and where it comes from. */
  readonly source: string;
  readonly period: string;
  /** Why there is no value, or what it leaves out; empty where it is whole. */
  readonly remark: string;
};

/** What the indicators are computed from, of one municipality and school year. */
export type DevelopmentFacts = {
  readonly year: number;
  /** Schools at work. */
  readonly schools: readonly {
    readonly id: string;
    /** Null: the school has not reported it. */
    readonly teachers: number | null;
    readonly riskTeachers: number | null;
    /** Entries of competitions and projects of the municipal and the regional level. */
    readonly competitions: number;
  }[];
  /** Seats of courses of the year that are over. */
  readonly seats: readonly { readonly schoolId: string; readonly riskFinished: number }[];
  /** Courses of the year that are over and had both tests. */
  readonly tests: readonly { readonly people: number; readonly improved: number }[];
  /** Associations at work. */
  readonly associations: readonly {
    readonly kind: AssociationKind;
    readonly isForProject: boolean;
    readonly members: readonly { readonly schoolId: string; readonly people: number }[];
  }[];
};

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0);

type Share = Pick<DevelopmentIndicator, 'value' | 'remark'>;

/** A share of what is known; a denominator of 0 or one less than its numerator is no share. */
function share(numerator: number, denominator: number, unknown: string, remark = ''): Share {
  if (denominator <= 0) return { value: null, remark: unknown };
  if (numerator > denominator)
    return { value: null, remark: `Числитель ${numerator} больше знаменателя ${denominator}: проверьте данные школ.` };
  return { value: { numerator, denominator }, remark };
}

const partly = (known: number, all: number): string =>
  known === all ? '' : `По ${known} из ${all} школ: остальные ещё не сообщили.`;

/** 9. Teachers of the «группа риска» who finished a course / teachers of the «группа риска», over schools that reported them. */
function trainedAtRisk({ schools, seats }: DevelopmentFacts): Share {
  const known = new Map(schools.flatMap(({ id, riskTeachers }) => (riskTeachers === null ? [] : [[id, riskTeachers]])));
  return share(
    sum(
      seats.filter(({ schoolId }) => known.has(schoolId)),
      ({ riskFinished }) => riskFinished,
    ),
    sum([...known.values()], (n) => n),
    known.size === 0
      ? 'Ни одна школа не сообщила, сколько у неё педагогов «группы риска».'
      : 'Педагогов «группы риска» нет.',
    partly(known.size, schools.length),
  );
}

/** 10. Teachers whose final test is better than their first / teachers who took both. */
function grownByTest({ tests }: DevelopmentFacts): Share {
  return share(
    sum(tests, ({ improved }) => improved),
    sum(tests, ({ people }) => people),
    'Завершённых курсов с входным и итоговым тестом ещё нет.',
  );
}

const municipal = ({ associations }: DevelopmentFacts) => associations.filter(({ kind }) => isMunicipal(kind));

/**
 * 12. Places in municipal associations that work on the tasks of the project / teachers, over schools that reported their
 * teachers. Who is in two associations takes two places.
 */
function inAssociations(facts: DevelopmentFacts): Share {
  const known = new Map(
    facts.schools.flatMap(({ id, teachers }) => (teachers === null ? [] : [[id, teachers] as const])),
  );
  const members = municipal(facts)
    .filter(({ isForProject }) => isForProject)
    .flatMap((one) => one.members)
    .filter(({ schoolId }) => known.has(schoolId));
  return share(
    sum(members, ({ people }) => people),
    sum([...known.values()], (n) => n),
    'Ни одна школа не сообщила, сколько у неё педагогов.',
    partly(known.size, facts.schools.length),
  );
}

/** 13. Schools with an entry of a municipal or regional competition or project / schools at work. */
function inCompetitions({ schools }: DevelopmentFacts): Share {
  return share(schools.filter(({ competitions }) => competitions > 0).length, schools.length, 'Школ ещё нет.');
}

/** 15. Teachers of the «группа риска» / teachers, over schools that reported both. */
function atRisk({ schools }: DevelopmentFacts): Share {
  const known = schools.flatMap(({ teachers, riskTeachers }) =>
    teachers === null || riskTeachers === null ? [] : [{ teachers, riskTeachers }],
  );
  return share(
    sum(known, ({ riskTeachers }) => riskTeachers),
    sum(known, ({ teachers }) => teachers),
    'Ни одна школа не сообщила, сколько у неё педагогов и сколько из них в «группе риска».',
    partly(known.length, schools.length),
  );
}

/** Indicators 9–13 and 15 of the passport for one school year, in their order. Pure; every count is an integer from 0. */
export function computeIndicators(facts: DevelopmentFacts): readonly DevelopmentIndicator[] {
  const period = `${formatSchoolYear(facts.year)} учебный год`;
  const there = municipal(facts).length;
  const row = (number: DevelopmentIndicatorNumber, title: string, source: string, found: Share) => ({
    ...{ number, title, source, period },
    ...found,
  });
  return [
    row(
      9,
      'Доля педагогов «группы риска», повысивших квалификацию',
      'Закончили курсы (итоги курсов) / педагоги «группы риска» (данные школ за год)',
      trainedAtRisk(facts),
    ),
    row(
      10,
      'Доля педагогов с ростом компетенций по итоговому тестированию курсов',
      'Итоговый тест лучше входного / прошли оба теста (итоги курсов)',
      grownByTest(facts),
    ),
    row(11, 'Наличие муниципального методического объединения', 'Реестр методобъединений: действующие РМО и ГМО', {
      value: { numerator: there, denominator: null },
      remark: there === 0 ? 'В реестре нет ни одного РМО или ГМО.' : '',
    }),
    row(
      12,
      'Доля педагогов в работе муниципальных методобъединений проекта',
      'Места в составах РМО и ГМО с отметкой «задачи проекта» / педагоги (данные школ за год). Кто состоит в двух, занимает два места',
      inAssociations(facts),
    ),
    row(
      13,
      'Доля школ в конкурсах и проектах регионального и муниципального уровней',
      'Школы с записью о конкурсе или проекте / действующие школы',
      inCompetitions(facts),
    ),
    row(15, 'Доля педагогов «группы риска»', 'Педагоги «группы риска» / педагоги (данные школ за год)', atRisk(facts)),
  ];
}

/** «7 из 10 (70,0 %)», «есть: 2», «нет», «нет данных». */
export function indicatorWords({ value }: Pick<DevelopmentIndicator, 'value'>): string {
  if (value === null) return 'нет данных';
  if (value.denominator === null) return value.numerator > 0 ? `есть: ${value.numerator}` : 'нет';
  return formatShareOf(value.numerator, value.denominator);
}
