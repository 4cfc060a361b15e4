import { z } from 'zod';
import { Refusal } from '@/lib/kernel/refusal';
import { type ProgrammeContent, programmeContent } from '@/lib/programmes/programme';

export const PARTS = ['passport', 'tasks', 'results', 'indicators', 'stages', 'risks'] as const;
export type Part = (typeof PARTS)[number];
export const PART_WORDS: Record<Part, string> = {
  passport: 'Паспорт',
  tasks: 'Задачи',
  results: 'Ожидаемые результаты',
  indicators: 'Показатели',
  stages: 'Этапы',
  risks: 'Риски',
};

/** Fields of a form: «fields-2-wording» is the wording of the third row. */
export const fieldName = (row: number, cell: string): string => `fields-${row}-${cell}`;

/** Gathers «fields-…» of a form into one record, which the schema of the action takes whole. */
export function gatherFields(values: unknown): unknown {
  if (typeof values !== 'object' || values === null) return values;
  const entries = Object.entries(values);
  return {
    ...Object.fromEntries(entries.filter(([name]) => !name.startsWith('fields-'))),
    fields: Object.fromEntries(entries.filter(([name]) => name.startsWith('fields-'))),
  };
}

type Row = { readonly index: number; readonly cells: Readonly<Record<string, string>> };

/** Rows whose first cell has words, in the order of the form; a row that was emptied is taken away. */
function rowsOf(fields: Readonly<Record<string, string>>, main: string): readonly Row[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(fields)) {
    const [, index, cell] = /^fields-(\d{1,2})-([a-z0-9]{1,20})$/.exec(name) ?? [];
    if (index === undefined || cell === undefined) continue;
    const row = rows.get(Number(index)) ?? {};
    row[cell] = value.replace(/\r\n?/g, '\n').trim();
    rows.set(Number(index), row);
  }
  return [...rows]
    .sort(([one], [other]) => one - other)
    .map(([index, cells]) => ({ index, cells }))
    .filter(({ cells }) => (cells[main] ?? '') !== '');
}

const at = ({ cells }: Row, name: string): string => cells[name] ?? '';

/** A number as people write it: «12,5»; null where the box is empty. */
function numberAt(row: Row, name: string): number | null {
  const text = at(row, name)
    .replace(/[\s\u00a0%]/g, '')
    .replace(',', '.');
  if (text === '') return null;
  if (!/^-?\d{1,6}(\.\d{1,2})?$/.test(text))
    throw new Refusal('invalid', 'Запишите число цифрами.', {
      [fieldName(row.index, name)]: 'Число, например 45 или 12,5. Не знаете – оставьте пустым.',
    });
  return Number(text);
}

/** «1, 8» and «3–4» as lists of numbers of indicators. */
export function numbersOf(text: string): readonly string[] {
  return text
    .split(/[,;\s]+/)
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      const [, from, to] = /^(\d{1,2})[–-](\d{1,2})$/.exec(piece) ?? [];
      if (from === undefined || to === undefined) return [piece];
      return Array.from({ length: Math.max(0, Number(to) - Number(from) + 1) }, (_, step) => `${Number(from) + step}`);
    });
}

/** The programme with one part as the form has it; refused with the field where a number is no number or a choice is none. */
export function withPart(
  content: ProgrammeContent,
  part: Part,
  fields: Readonly<Record<string, string>>,
  years: readonly number[],
  newKey: () => string,
): ProgrammeContent {
  const read = z.safeParse(programmeContent, { ...content, [part]: partOf(part, fields, years, newKey) });
  if (!read.success) throw new Refusal('invalid', 'Проверьте строки: что-то слишком длинное или не выбрано из списка.');
  const numbers = read.data.indicators.map((one) => one.number);
  const twice = numbers.find((one, index) => numbers.indexOf(one) !== index);
  if (twice !== undefined) throw new Refusal('invalid', `Номер ${twice} стоит у двух показателей.`);
  return read.data;
}

function partOf(part: Part, fields: Readonly<Record<string, string>>, years: readonly number[], newKey: () => string) {
  if (part === 'passport')
    return rowsOf(fields, 'title').map((row) => ({ title: at(row, 'title'), text: at(row, 'text') }));
  if (part === 'tasks') return rowsOf(fields, 'text').map((row) => at(row, 'text'));
  if (part === 'results')
    return rowsOf(fields, 'text').map((row) => ({
      text: at(row, 'text'),
      indicators: numbersOf(at(row, 'indicators')),
    }));
  if (part === 'stages')
    return rowsOf(fields, 'title').map((row) => ({
      key: at(row, 'key') || newKey(),
      title: at(row, 'title'),
      from: at(row, 'from'),
      to: at(row, 'to'),
      text: at(row, 'text'),
    }));
  if (part === 'risks')
    return rowsOf(fields, 'wording').map((row) => ({
      kind: at(row, 'kind'),
      wording: at(row, 'wording'),
      probability: at(row, 'probability'),
      owner: at(row, 'owner'),
      ways: at(row, 'ways'),
    }));
  return rowsOf(fields, 'wording').map((row) => ({
    key: at(row, 'key') || newKey(),
    number: at(row, 'number') || `${row.index + 1}`,
    wording: at(row, 'wording'),
    unit: at(row, 'unit'),
    direction: at(row, 'direction'),
    base: numberAt(row, 'base'),
    plan: Object.fromEntries(
      years.flatMap((year) => {
        const value = numberAt(row, `plan${year}`);
        return value === null ? [] : [[`${year}`, value] as const];
      }),
    ),
    computation: at(row, 'computation') || null,
  }));
}
