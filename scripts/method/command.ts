import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assessFromFacts, type FactsAssessment } from '@/lib/diagnostics/scoring/assess-facts';
import { pointOf } from '@/lib/diagnostics/scoring/point-code';
import { Refusal } from '@/lib/kernel/refusal';
import { itemsOf } from '@/lib/methodology/items';
import { type CompiledMeasures, compileMeasures } from '@/lib/methodology/measures/compile-measures';
import { type Computation, compute } from '@/lib/methodology/measures/compute';
import { factTable } from '@/lib/methodology/measures/facts';
import type { Value } from '@/lib/methodology/measures/language';
import { decimal, Quantity } from '@/lib/methodology/measures/quantity';
import { readingOf, titlesOf } from '@/lib/methodology/measures/reading';
import type { Method } from '@/lib/methodology/method';
import { methodOfFile } from '@/lib/methodology/method-file';
import { methodHash } from '@/lib/methodology/method-hash';
import { ruleWords, verdictWords } from '@/lib/methodology/method-words';
import { CODE_TITLES } from '@/lib/results/words';
import { readFacts, readUnits, unitsOf } from './read-csv';

const USE = `npm run method -- check M.json
npm run method -- trial --method M.json --facts F.csv [--schools S.csv] [--year 2024]`;

function readMethod(file: string): Method {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refusal('invalid', `${file} не читается: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return methodOfFile(data);
}

/** Types, names, cost and the Russian reading of everything that is computed. */
function check(file: string): string {
  const method = readMethod(file);
  const compiled = compileMeasures(method);
  const titles = titlesOf(method, CODE_TITLES);
  const wording = new Map(itemsOf(method).map((item) => [item.code, item.wording]));
  return [
    `${method.title}, версия ${method.number}. Записана верно.`,
    `Отпечаток: ${methodHash(method)}`,
    '',
    ...compiled.measures.map(
      ({ measure, expression }) => `${measure.code} – ${measure.title}\n  ${readingOf(expression, titles)}`,
    ),
    ...compiled.items.map(
      ({ code, expression }) => `${code}. ${wording.get(code) ?? ''}\n  «да», если ${readingOf(expression, titles)}`,
    ),
    '',
    'Вывод (решает первое выполненное):',
    ...method.rules.map((rule) => `  ${ruleWords(method, rule)} → ${verdictWords(method, rule.verdict, false)}`),
    ...compiled.lists.flatMap(({ list, rules }) => [
      '',
      `${list.title} (решает первое выполненное):`,
      ...rules.map(({ rule, holds }) => {
        const verdict = list.verdicts.find(({ code }) => code === rule.verdict)?.words ?? rule.verdict;
        return `  ${readingOf(holds, titles)} → ${verdict}`;
      }),
    ]),
  ].join('\n');
}

type Asked = { readonly method: string; readonly facts: string; readonly schools?: string; readonly year?: string };

/** Every unit's measures, points, sum and verdicts as CSV, in the order of the list of schools: the same bytes each time. */
function trial(asked: Asked): string {
  const method = readMethod(asked.method);
  const compiled = compileMeasures(method);
  const facts = readFacts(asked.facts);
  const units = asked.schools ? readUnits(asked.schools) : unitsOf(facts);
  const table = factTable(units, facts);
  const years = [...new Set(facts.map(({ year }) => year))].sort((a, b) => a - b);
  const year = asked.year === undefined ? years.at(-1) : Number(asked.year);
  if (year === undefined || !Number.isInteger(year))
    throw new Refusal('invalid', 'Не сказано, какой год считать: --year 2024.');
  const history = new Map<number, Computation>();
  for (const one of compiled.looksBack ? years.filter((known) => known < year) : []) {
    tell(`${one}/${(one + 1) % 100}: показатели ${units.length} школ`);
    history.set(one, compute(compiled, table, one, history));
  }
  tell(`${year}/${(year + 1) % 100}: показатели ${units.length} школ`);
  const computation = compute(compiled, table, year, history);
  const rows = units.map((unit, index) => {
    if (index > 0 && index % TOLD_EACH === 0) tell(`оценено ${index} из ${units.length}`);
    return assessFromFacts(method, compiled, computation, table, unit, year);
  });
  return [headOf(method), ...rows.map((row) => lineOf(compiled, row, year))]
    .map((cells) => cells.map(cell).join(','))
    .join('\n');
}

/** Progress of a large run, beside the answer; a small one is over before it could be read. */
const TOLD_EACH = 5000;
let started = Date.now();
function tell(words: string): void {
  if (Date.now() - started < 1000) return;
  started = Date.now();
  process.stderr.write(`${words}\n`);
}

const headOf = (method: Method): readonly string[] => [
  'school',
  'title',
  'municipality',
  'year',
  ...(method.measures ?? []).map(({ code }) => code),
  ...itemsOf(method).map(({ code }) => code),
  'sum',
  'max',
  'extra',
  'missing',
  'applicable',
  'low',
  'verdict',
  'rule',
  'borderline',
  ...(method.lists ?? []).map(({ code }) => code),
];

function lineOf(compiled: CompiledMeasures, row: FactsAssessment, year: number): readonly string[] {
  const { unit, values, assessment, lists } = row;
  const points = new Map(assessment.items.map(({ item, point }) => [item.code, pointOf(point)]));
  const list = new Map(lists.map((one) => [one.list, one.verdict]));
  return [
    unit.school,
    unit.title,
    unit.municipality,
    String(year),
    ...compiled.measures.map(({ measure }) => valueText(values.get(measure.code))),
    ...assessment.items.map(({ item }) => String(points.get(item.code) ?? '')),
    ...[
      assessment.sum,
      assessment.max,
      assessment.extra,
      assessment.missing,
      assessment.applicable,
      assessment.low,
    ].map(String),
    assessment.verdict,
    assessment.rule,
    assessment.borderline ? 'yes' : 'no',
    ...compiled.lists.map((one) => list.get(one.list.code) ?? ''),
  ];
}

const valueText = (value: Value | undefined): string =>
  value === undefined
    ? ''
    : value instanceof Quantity
      ? decimal(value)
      : typeof value === 'boolean'
        ? value
          ? 'yes'
          : 'no'
        : value;

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function run(): string {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      method: { type: 'string' },
      facts: { type: 'string' },
      schools: { type: 'string' },
      year: { type: 'string' },
    },
  });
  const [what, file] = positionals;
  if (what === 'check' && file) return check(file);
  const { method, facts, schools, year } = values;
  if (what === 'trial' && method && facts)
    return trial({ method, facts, ...(schools ? { schools } : {}), ...(year ? { year } : {}) });
  throw new Refusal('invalid', USE);
}

try {
  process.stdout.write(`${run()}\n`);
} catch (error) {
  const said = error instanceof Refusal || error instanceof RangeError ? error.message : undefined;
  process.stderr.write(`${said ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
  process.exitCode = 1;
}
