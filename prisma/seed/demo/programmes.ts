import type { Indicator, ProgrammeContent } from '../../../lib/programmes/programme';
import { TEMPLATES } from '../../../lib/programmes/templates/templates';
import type { Owner } from '../builders/owner-client';
import { buildProgramme } from '../builders/programme';
import type { BuiltSchool } from '../builders/school';

type Place = {
  readonly municipalityId: string;
  readonly schools: readonly BuiltSchool[];
  readonly centreId: string;
  readonly roadmapId?: string;
  /** Of the school year that runs. */
  readonly year: number;
};

/** Invented for the demo: base, and the plans of two years, by the number of the indicator. */
const CITY_PLAN: Readonly<Record<string, readonly [base: number | null, first: number, second: number]>> = {
  '1': [0, 1, 1],
  '2': [0, 1, 1],
  '3': [60, 100, 100],
  '4.1': [20, 15, 12],
  '4.2': [18, 16, 14],
  '4.3': [9, 11, 13],
  '5': [0, 5, 20],
  '6': [4.2, 4.5, 5],
  '8': [21, 40, 60],
  '9': [12, 30, 50],
  '11': [1, 1, 1],
  '13': [28, 35, 45],
  '14': [71, 74, 78],
  '15': [24, 20, 15],
};
const CITY_FACTS: readonly (readonly [indicator: string, first: number, second: number | null, source: string])[] = [
  ['m1', 1, 1, 'Приказ о создании центра (демонстрационный)'],
  ['m2', 1, 1, 'Реестр программ центра'],
  ['m4-2', 16.3, 14, 'Социальные паспорта школ'],
  ['m8', 37.2, 55.8, 'Журнал мероприятий центра'],
  ['m9', 26, null, 'Отчёт о курсах повышения квалификации'],
  ['m14', 75.5, 77, 'Навигатор дополнительного образования'],
];

const planned = (content: ProgrammeContent, first: number): ProgrammeContent => ({
  ...content,
  passport: content.passport.map((row) =>
    row.title === 'Сроки реализации программы' ? { ...row, text: `${first}–${first + 1} годы` } : row,
  ),
  stages: content.stages.map((stage) =>
    stage.key === 's1'
      ? stage
      : {
          ...stage,
          from: stage.key === 's2' ? stage.from : `${first + 1}-09-01`,
          to: stage.key === 's2' ? `${first + 1}-08-31` : `${first + 1}-12-31`,
        },
  ),
  risks: content.risks.map((risk) => ({
    ...risk,
    owner: 'Методист центра',
    ways: risk.ways || 'Ежеквартальный разбор хода программы с директорами, поправки – следующей редакцией.',
  })),
  indicators: content.indicators.map((one): Indicator => {
    const [base, now, next] = CITY_PLAN[one.number] ?? [null];
    if (now === undefined || next === undefined) return one;
    return { ...one, base: base ?? null, plan: { [first]: now, [first + 1]: next } };
  }),
});

/** The city's programme in its second year, and programmes of two schools: one sent to the centre, one returned to the school. */
export async function layProgrammes(owner: Owner, place: Place): Promise<void> {
  const { municipalityId, schools, centreId: authorId, roadmapId, year } = place;
  const first = year - 1;
  await buildProgramme(owner, {
    ...{ municipalityId, kind: 'MUNICIPAL', firstYear: first, lastYear: year, state: 'APPROVED', authorId },
    ...(roadmapId ? { roadmapId } : {}),
    content: planned(TEMPLATES.MUNICIPAL.content(first), first),
    order: { number: '17-о', date: new Date(Date.UTC(first, 1, 1)) },
    progress: {
      s1: { state: 'DONE', report: 'Положение о центре принято, договоры о сотрудничестве заключены.' },
      s2: { state: 'DONE', report: 'Диагностика проведена, школам подобраны пары, директора и педагоги обучены.' },
      s3: { state: 'RUNNING', report: '' },
    },
    facts: CITY_FACTS.flatMap(([indicator, was, now, source]) => [
      { indicator, year: first, value: was, source },
      ...(now === null ? [] : [{ indicator, year, value: now, source }]),
    ]),
  });
  const [sent, returned] = [schools[6], schools[4]];
  if (!sent || !returned) throw new Error('the city has too few schools for its programmes');
  const own = { municipalityId, firstYear: year, authorId };
  await buildProgramme(owner, { ...own, schoolId: sent.id, kind: 'QUALITY', state: 'SUBMITTED' });
  await buildProgramme(owner, {
    ...{ ...own, schoolId: returned.id, kind: 'EFFECTIVE_MODE', state: 'RETURNED' },
    comment: 'Выберите один или два приоритета и впишите базу показателей: пока не видно, от чего школа отталкивается.',
  });
}
