import { z } from 'zod';
import type { PlanRow } from '@/lib/roadmaps/plan';

/** One line of a comparison: which row, and what has happened to it since the approval. */
export type PlanChange = { readonly where: string; readonly text: string };

const kept = z.array(
  z.object({
    id: z.string(),
    number: z.string(),
    measure: z.string(),
    term: z.string(),
    responsible: z.string(),
    result: z.string(),
    form: z.string(),
  }),
);

const CELLS = [
  ['number', 'Номер'],
  ['measure', 'Мероприятие'],
  ['term', 'Срок'],
  ['responsible', 'Ответственные'],
  ['result', 'Результат'],
  ['form', 'Форма представления'],
] as const;

const nameOf = ({ number, measure }: { readonly number: string; readonly measure: string }) =>
  [number, measure.length > 80 ? `${measure.slice(0, 80)}…` : measure].filter(Boolean).join(' ');

/** What has changed between the rows that were approved and the rows that stand: added, removed, other words, other order. */
export function comparePlans(approved: unknown, now: readonly PlanRow[]): readonly PlanChange[] {
  const before = kept.parse(approved);
  const was = new Map(before.map((row) => [row.id, row]));
  const is = new Set(now.map((row) => row.id));
  const changes = [
    ...before.filter(({ id }) => !is.has(id)).map((row) => ({ where: nameOf(row), text: 'Строка убрана.' })),
    ...now.flatMap((row): PlanChange[] => {
      const old = was.get(row.id);
      if (!old) return [{ where: nameOf(row), text: 'Строка добавлена.' }];
      return CELLS.filter(([name]) => old[name] !== row[name]).map(([name, word]) => ({
        where: nameOf(old),
        text: `${word}: было «${old[name]}», стало «${row[name]}».`,
      }));
    }),
  ];
  const order = (ids: readonly string[], other: ReadonlySet<string>) => ids.filter((one) => other.has(one)).join();
  const isReordered =
    order(
      before.map(({ id }) => id),
      is,
    ) !==
    order(
      now.map(({ id }) => id),
      new Set(was.keys()),
    );
  return isReordered ? [...changes, { where: 'План', text: 'Изменён порядок строк.' }] : changes;
}
