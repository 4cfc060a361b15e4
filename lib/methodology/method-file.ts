import { z } from 'zod';
import { Refusal } from '@/lib/kernel/refusal';
import type { Method } from '@/lib/methodology/method';
import { parseMethod } from '@/lib/methodology/method-problems';

/**
 * A method as a file that a person writes: the whole `Method`, or as little of it as says something. What is left out is
 * filled so that it decides nothing: an empty hint, a criterion for every school, no federal rule, one verdict. A criterion
 * or sign may say `when` instead of `computed.when`. docs/methods.md explains the format.
 */
const some = z.record(z.string(), z.unknown());
const list = z.array(some).default([]);

const NOTHING = '–';
const filledHint = { data: NOTHING, threshold: NOTHING, why: NOTHING };

/** `when` of a short form as the `computed` of a whole one. */
const computedOf = ({ when, ...rest }: Record<string, unknown>): Record<string, unknown> =>
  when === undefined ? rest : { ...rest, computed: { when } };

const row = (given: Record<string, unknown>): Record<string, unknown> => ({
  hint: filledHint,
  threshold: null,
  provenance: NOTHING,
  applies: 'true',
  enabled: true,
  ...computedOf(given),
});

const criterion = (given: Record<string, unknown>): Record<string, unknown> => {
  const signs = list.parse(given.signs ?? []);
  return {
    kind: given.signs !== undefined ? 'composite' : given.number !== undefined ? 'number' : 'yes_no',
    dataSource: NOTHING,
    computable: 'RESULTS',
    ...row(given),
    ...(given.signs === undefined ? {} : { signs: signs.map((one) => ({ formula: NOTHING, ...row(one) })) }),
  };
};

const section = (given: Record<string, unknown>): Record<string, unknown> => ({
  table: 1,
  zone: 'results',
  enabled: true,
  switchable: false,
  note: '',
  ...given,
  criteria: list.parse(given.criteria ?? []).map(criterion),
});

const FILLED: Record<string, unknown> = {
  number: 1,
  provenance: NOTHING,
  order: { number: '', date: null, title: 'Не утверждена', issuer: '' },
  procedures: [],
  lowShare: { numerator: 3, denominator: 10 },
  params: [],
  federal: { groups: [], minimum: 1 },
  rules: [{ code: 'counted', verdict: 'counted', when: 'true', words: 'Решают списки' }],
  verdicts: [
    { code: 'counted', words: 'посчитано', level: null, proposes: false, explanation: 'Вывод дают списки методики.' },
  ],
  borderlineWords: 'погранично',
  publicLabel: 'в списке',
};

/** The whole method of a file. Refuses what does not hold together, naming every problem in Russian. */
export function methodOfFile(data: unknown): Method {
  const given = some.safeParse(data);
  if (!given.success) throw new Refusal('invalid', 'Методика – это объект JSON.');
  const measures = list.parse(given.data.measures ?? []);
  return parseMethod({
    ...FILLED,
    ...given.data,
    sections: list.parse(given.data.sections ?? []).map(section),
    ...(measures.length === 0
      ? {}
      : {
          measures: measures.map((one) => ({
            title: one.code,
            of: 'SCHOOL',
            unit: 'NUMBER',
            round: null,
            provenance: NOTHING,
            ...one,
          })),
        }),
  });
}
