import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '@/lib/kernel/refusal';
import { writeWord } from '@/lib/platform/word/write-word';
import { organisationsOf, type RowWords } from '@/lib/roadmaps/plan';
import { accountWords } from '@/lib/roadmaps/plan-account';
import { planDocument } from '@/lib/roadmaps/plan-document';
import type { TitledPlan } from '@/lib/roadmaps/plan-tables';
import { readTerm } from '@/lib/roadmaps/read-term';
import type { TermCalendar } from '@/lib/roadmaps/term';
import { planOf, readPlanOf } from './read-file';

const USE = `npm run roadmap -- parse FILE [--school-year 2026 | --year 2026]
npm run roadmap -- roundtrip FILE [--school-year 2026 | --year 2026] [--out COPY.docx]`;

/** What a person sees of a row: its cells as written, and the term and the organisations as understood. */
const shown = (row: RowWords, calendar: TermCalendar) => ({
  number: row.number,
  measure: row.measure,
  term: readTerm(row.term, calendar),
  responsible: { written: row.responsible, list: organisationsOf(row.responsible) },
  result: row.result,
  form: row.form,
});

type Shown = ReturnType<typeof shown>;
type Rows = { rows: (Shown & { subRows: Shown[] })[] };
type Section = Rows & { number: string; title: string; subsections: (Rows & { number: string; title: string })[] };

/** Sections with their subsections and rows; rows above the first heading stand in a section without a title. */
function nested(rows: readonly RowWords[], calendar: TermCalendar): readonly Section[] {
  const sections: Section[] = [];
  const section = (number = '', title = ''): Section => {
    const made: Section = { number, title, rows: [], subsections: [] };
    sections.push(made);
    return made;
  };
  for (const row of rows) {
    if (row.kind === 'SECTION') section(row.number, row.measure);
    const own = sections.at(-1) ?? section();
    if (row.kind === 'SUBSECTION') own.subsections.push({ number: row.number, title: row.measure, rows: [] });
    const holder = own.subsections.at(-1) ?? own;
    if (row.kind === 'ROW') holder.rows.push({ ...shown(row, calendar), subRows: [] });
    if (row.kind === 'SUBROW') {
      const parent = holder.rows.at(-1);
      if (parent) parent.subRows.push(shown(row, calendar));
      else holder.rows.push({ ...shown(row, calendar), subRows: [] });
    }
  }
  return sections;
}

function parsed(plan: TitledPlan, calendar: TermCalendar): string {
  const { title, columns, rows, account, doubts } = plan;
  const count = (kind: RowWords['kind']) => rows.filter((row) => row.kind === kind).length;
  return JSON.stringify(
    {
      title,
      calendar,
      columns,
      counts: {
        sections: count('SECTION'),
        subsections: count('SUBSECTION'),
        rows: count('ROW'),
        subRows: count('SUBROW'),
      },
      account: { ...account, words: accountWords(account) },
      sections: nested(rows, calendar),
      doubts: [...doubts, ...termDoubts(rows, calendar)],
    },
    null,
    2,
  );
}

/** Terms that were not understood, or not for certain; an empty one is said by the reader of the table. */
const termDoubts = (rows: readonly RowWords[], calendar: TermCalendar) =>
  rows.flatMap(({ kind, number, measure, term }) => {
    const { doubt } = readTerm(term, calendar);
    if (doubt === null || doubt === 'empty' || kind === 'SECTION' || kind === 'SUBSECTION') return [];
    return [{ kind: `term-${doubt}`, where: `${number} ${measure}`.trim(), words: `Срок «${term}»` }];
  });

/** Reads, writes as the portal writes, reads again; every difference is a line. */
async function differences(
  plan: TitledPlan,
  calendar: TermCalendar,
  out: string | undefined,
): Promise<readonly string[]> {
  const head = { schoolName: null, status: 'DRAFT', orderNumber: '', orderDate: null, officeName: '' } as const;
  const span = calendar.kind === 'school' ? 'SCHOOL' : 'CALENDAR';
  const title = plan.title || 'Дорожная карта';
  const bytes = await writeWord(planDocument({ ...head, title, year: calendar.year, span }, plan.rows));
  if (out) writeFileSync(path.resolve(process.env.ROADMAP_FROM ?? '.', out), bytes);
  const again = await planOf(bytes, 'copy.docx');
  const wide = Math.max(plan.rows.length, again.rows.length);
  return [
    ...(again.title.startsWith(title) ? [] : [`название: было «${title}», стало «${again.title}»`]),
    ...Array.from({ length: wide }, (_, index) => rowDifferences(index, plan.rows[index], again.rows[index])).flat(),
  ];
}

const CELLS = ['kind', 'number', 'measure', 'term', 'responsible', 'result', 'form'] as const;

function rowDifferences(index: number, was: RowWords | undefined, is: RowWords | undefined): readonly string[] {
  const where = `строка ${index + 1}`;
  if (!was || !is) return [`${where}: ${was ? 'пропала' : 'появилась'}: ${JSON.stringify(was ?? is)}`];
  return CELLS.filter((cell) => was[cell] !== is[cell]).map(
    (cell) => `${where}, ${cell}: было ${JSON.stringify(was[cell])}, стало ${JSON.stringify(is[cell])}`,
  );
}

function calendarOf(schoolYear: string | undefined, year: string | undefined): TermCalendar {
  const written = schoolYear ?? year ?? String(new Date().getFullYear());
  if (!/^20\d\d$/.test(written) || (schoolYear && year))
    throw new Refusal('invalid', 'Назовите один год: --year 2026 или --school-year 2026.');
  return { kind: schoolYear ? 'school' : 'calendar', year: Number(written) };
}

async function run(): Promise<string> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'school-year': { type: 'string' }, year: { type: 'string' }, out: { type: 'string' } },
  });
  const [what, file] = positionals;
  if (!file || (what !== 'parse' && what !== 'roundtrip')) throw new Refusal('invalid', USE);
  const calendar = calendarOf(values['school-year'], values.year);
  const plan = await readPlanOf(file);
  if (what === 'parse') return parsed(plan, calendar);
  const changed = await differences(plan, calendar, values.out);
  if (changed.length === 0) return `Без изменений: строк ${plan.rows.length}.`;
  process.exitCode = 1;
  return changed.join('\n');
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  const isSpoken = error instanceof Refusal || (error instanceof TypeError && 'code' in error);
  const said = isSpoken ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
}
