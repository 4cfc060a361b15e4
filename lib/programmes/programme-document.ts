import { formatDay } from '@/lib/kernel/day';
import { valueWords } from '@/lib/programmes/deviation';
import { type Programme, yearsOf, yearsWords } from '@/lib/programmes/programme';
import { PROBABILITY_WORDS, RISK_WORDS } from '@/lib/programmes/words';

type Cell = { readonly text: string };
type Paragraph = { readonly kind: 'paragraph'; readonly text: string; readonly look: 'title' | 'approval' | 'text' };
type Table = {
  readonly kind: 'table';
  readonly widths: readonly number[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};
export type ProgrammeDocument = {
  readonly title: string;
  readonly page: 'portrait' | 'landscape';
  readonly parts: readonly (Paragraph | Table)[];
};

/** Rows of the passport as an order prints them: the fields, then tasks, indicators, results, stages and risks as lists. */
export function passportRows(
  programme: Pick<Programme, 'content'>,
): readonly (readonly [title: string, text: string])[] {
  const { passport, tasks, indicators, results, stages, risks } = programme.content;
  const numbered = (lines: readonly string[]) => lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
  return [
    ...passport.map(({ title, text }) => [title, text] as const),
    ['Задачи программы', numbered(tasks)] as const,
    ['Индикаторы программы', indicators.map(({ number, wording }) => `${number}. ${wording}`).join('\n')] as const,
    [
      'Ожидаемые результаты',
      numbered(
        results.map(({ text, indicators: own }) => (own.length > 0 ? `${text} (индикаторы ${own.join(', ')})` : text)),
      ),
    ] as const,
    ['Этапы реализации', numbered(stages.map(({ title, from, to }) => `${title} (${stageWords(from, to)})`))] as const,
    [
      'Риски',
      numbered(
        risks.map(({ kind, wording, probability, ways }) =>
          [`${wording} (${RISK_WORDS[kind]}, вероятность ${PROBABILITY_WORDS[probability]})`, ways]
            .filter(Boolean)
            .join('. Пути решения: '),
        ),
      ),
    ] as const,
  ];
}

/** «01.01.2026 – 28.02.2026», as far as the days are known. */
export const stageWords = (from: string, to: string): string =>
  [from, to]
    .filter((day) => day !== '')
    .map(formatDay)
    .join(' – ') || 'срок не указан';

/** The block at the right edge: by whom and by which order; lines to fill in while there is none. */
export function approvalLines(
  {
    schoolId,
    schoolName,
    orderNumber,
    orderDate,
  }: Pick<Programme, 'schoolId' | 'schoolName' | 'orderNumber' | 'orderDate'>,
  officeName: string,
): readonly string[] {
  return [
    'УТВЕРЖДЕНА',
    schoolId === null ? officeName || '________________________________' : (schoolName ?? ''),
    orderDate ? `приказ от ${formatDay(orderDate)} № ${orderNumber}` : 'приказ от «___» __________ 20__ г. № ______',
  ];
}

/** The programme on sheets of A4: approval, title, passport in two columns, the plan of its indicators by year. */
export function programmeDocument(programme: Programme, officeName: string): ProgrammeDocument {
  const years = yearsOf(programme);
  const text = (words: string, look: Paragraph['look']): Paragraph => ({ kind: 'paragraph', text: words, look });
  return {
    title: programme.title,
    page: 'landscape',
    parts: [
      ...approvalLines(programme, officeName).map((line) => text(line, 'approval')),
      text(
        [programme.title, programme.schoolName ?? '', `на ${yearsWords(programme)}`].filter(Boolean).join('\n'),
        'title',
      ),
      {
        ...{ kind: 'table', widths: [28, 72], header: ['Паспорт программы', ''] },
        rows: passportRows(programme).map(([title, words]) => [{ text: title }, { text: words }]),
      },
      text('Показатели', 'title'),
      {
        kind: 'table',
        widths: [6, 54, 14, ...years.map(() => 12)],
        header: ['№', 'Показатель', 'База', ...years.map(String)],
        rows: programme.content.indicators.map((one) => [
          { text: one.number },
          { text: one.wording },
          { text: one.base === null ? '' : valueWords(one, one.base) },
          ...years.map((year) => {
            const plan = one.plan[`${year}`];
            return { text: plan === undefined ? '' : valueWords(one, plan) };
          }),
        ]),
      },
    ],
  };
}
