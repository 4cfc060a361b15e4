import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWordTables } from '@/lib/platform/word/read-word-tables';
import { writeWord } from '@/lib/platform/word/write-word';
import type { RowWords } from '@/lib/roadmaps/plan';
import { planDocument } from '@/lib/roadmaps/plan-document';
import { readPlan, type SheetRow } from '@/lib/roadmaps/plan-sheet';
import { readWordPlan, type TitledPlan } from '@/lib/roadmaps/plan-tables';

const head = {
  title: 'План',
  year: 2026,
  span: 'SCHOOL',
  status: 'DRAFT',
  schoolName: null,
  orderNumber: '',
  orderDate: null,
  officeName: '',
} as const;

async function wayBack(rows: readonly RowWords[]): Promise<TitledPlan | undefined> {
  const reading = readWordTables(await writeWord(planDocument(head, rows)));
  if (!reading.ok) throw new Error(reading.fault);
  return readWordPlan(reading.blocks);
}

/** Text as a form of the portal keeps it: lines without spaces around, no signs that nobody sees. */
const tidy = (text: string) =>
  text
    .replace(/[^\P{C}\n]|[\u2028\u2029]/gu, '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

const WORDS = [
  ...[
    'Разработка',
    'программы',
    'школ',
    'с',
    'низкими',
    'результатами',
    'и',
    'март',
    'в течение',
    'года',
    'МОЦ',
    'ОО,',
  ],
  ...[
    '«Учитель',
    'года»;',
    'конкурсы:',
    '–',
    '- ',
    '• ',
    '1.',
    '2)',
    'а)',
    '№',
    '1.1',
    'IV.',
    '2018',
    '\n',
    '\n- ',
    '.',
  ],
  ...['Срок', 'Ответственные', 'Мероприятия', 'Продолжение таблицы', '&', '<w:p>', '_x0041_', '\u00a0'],
];
const phrase = fc.array(fc.constantFrom(...WORDS), { maxLength: 10 }).map((words) => tidy(words.join(' ')));
const any = fc.oneof(phrase, fc.string({ unit: 'grapheme', maxLength: 30 }).map(tidy));
const line = any.map((text) => text.replaceAll('\n', ' '));
const filled = (text: fc.Arbitrary<string>) => text.map((words) => words || 'Дело');
const sign = fc.oneof(
  fc.constantFrom('', '1', '1.', '5', '2.3', 'а)', 'IV'),
  line.map((text) => Array.from(text).slice(0, 12).join('').trim()),
);

const empty = { term: '', responsible: '', result: '', form: '' };
const heading = fc.record({
  kind: fc.constantFrom('SECTION' as const, 'SUBSECTION' as const),
  number: fc.constantFrom('', '1.', '2', 'III.', 'Раздел 4.', '1.2'),
  // A number that is typed into the words of a heading is read as its number.
  measure: line.map((text) => `Создание ${text}`.trim()),
  ...Object.fromEntries(Object.keys(empty).map((cell) => [cell, fc.constant('')])),
}) as fc.Arbitrary<RowWords>;
const row: fc.Arbitrary<RowWords> = fc.record({
  kind: fc.constantFrom('ROW' as const, 'ROW' as const, 'SUBROW' as const),
  number: sign,
  measure: filled(any),
  term: any,
  responsible: any,
  result: any,
  form: any,
});

it('any plan that the portal writes is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 1, arbitrary: heading }, { weight: 4, arbitrary: row }), {
        minLength: 1,
        maxLength: 12,
      }),
      async (rows) => {
        const plan = await wayBack(rows);
        expect(plan?.rows).toEqual(rows);
        expect(plan?.account.joined).toBe(0);
      },
    ),
    { numRuns: 400 },
  );
});

const HEADER = ['№ п/п', 'Мероприятия', 'Срок', 'Ответственные', 'Результат', 'Форма представления результата'];
/** Rows of a table as strangers write them. */
const strange: fc.Arbitrary<SheetRow> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      cells: fc.tuple(sign, any, any, any, any, any),
      isMerged: fc.constant(false),
      heading: fc.constant(null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      cells: fc.tuple(fc.constantFrom('', '1.'), phrase, phrase, ...Array.from({ length: 3 }, () => fc.constant(''))),
      isMerged: fc.constant(false),
      heading: fc.constant(null),
    }),
  },
  { weight: 1, arbitrary: any.map((text) => ({ cells: [text, '', '', '', '', ''], isMerged: true, heading: null })) },
  { weight: 1, arbitrary: fc.constant({ cells: HEADER, isMerged: false, heading: null }) },
);
const header = { cells: HEADER, isMerged: false, heading: null };
const lettersOf = (texts: readonly string[]) => [...texts.join('').replace(/\P{L}/gu, '')].sort().join('');
const isHeader = ({ cells }: SheetRow) => cells.join() === HEADER.join() || /^Продолжение таблицы/.test(cells.join(''));

it('of any table every row is accounted for and no word of a measure is lost', () => {
  fc.assert(
    fc.property(fc.array(strange, { maxLength: 15 }), (rows) => {
      const plan = readPlan([header, ...rows]);
      const { read = 0, headings = 0, rows: whole = 0, subRows = 0, joined = 0, headers = 0 } = plan?.account ?? {};
      expect(read).toBe(rows.filter(({ cells }) => cells.some((cell) => cell !== '')).length);
      expect(headings + whole + subRows + joined + headers).toBe(read);
      fc.pre(!rows.some(isHeader));
      // A heading keeps all of its cells, any other row its number and its measure.
      const source = rows.flatMap(({ cells }) => cells.slice(0, 2));
      const kept = plan?.rows.flatMap(({ number, measure }) => [number, measure]) ?? [];
      expect(lettersOf(kept)).toBe(lettersOf(source));
    }),
    { numRuns: 2000 },
  );
});

it('what was read of any table comes back the same through a document', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(strange, { minLength: 1, maxLength: 12 }), async (rows) => {
      const plan = readPlan([header, ...rows]);
      fc.pre(plan !== undefined && plan.rows.length > 0);
      expect((await wayBack(plan?.rows ?? []))?.rows).toEqual(plan?.rows);
    }),
    { numRuns: 400 },
  );
});
