import fc from 'fast-check';
import type { CardFacts } from '@/lib/diagnostics/scoring/card-facts';
import type { Method, MethodCriterion, MethodSection } from '@/lib/methodology/method';
import type { Spec, SpecCriterion } from '@/tests/diagnostics/naive-assessment';

/** A condition of applicability in two languages: CEL for the method, a function for the oracle. */
type Condition = { readonly cel: string; readonly holds: (facts: CardFacts) => boolean };

const PROCEDURES = ['first', 'second', 'third', 'fourth'];

const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ cel: 'true', holds: () => true }) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 11 }).map((grade) => ({
      cel: `${grade} in grades`,
      holds: (facts: CardFacts) => facts.school.grades.includes(grade),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('PRIMARY', 'BASIC').map((kind) => ({
      cel: `kind != "${kind}"`,
      holds: (facts: CardFacts) => facts.school.kind !== kind,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...PROCEDURES).map((code) => ({
      cel: `"${code}" in held`,
      holds: (facts: CardFacts) => facts.held.includes(code),
    })),
  },
);

const hint = { data: 'данные', threshold: 'порог', why: 'зачем' };
const words = { wording: 'Признак', hint, threshold: null, provenance: 'тест' };
const part = fc.record({ enabled: fc.boolean(), condition });
const enabledPart = fc.record({ enabled: fc.constant(true), condition });
const criterionShape = fc.record({
  self: fc.oneof({ weight: 4, arbitrary: enabledPart }, { weight: 1, arbitrary: part }),
  signs: fc.array(fc.oneof(enabledPart, part), { maxLength: 6 }),
});
const sectionShape = fc.record({
  enabled: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.boolean() }),
  objectivity: fc.boolean(),
  criteria: fc.array(criterionShape, { minLength: 1, maxLength: 6 }),
});
const percent = fc.integer({ min: 1, max: 99 });
const points = fc.option(fc.integer({ min: 1, max: 12 }), { nil: null });
const shape = fc.record({
  sections: fc.array(sectionShape, { minLength: 1, maxLength: 5 }),
  prefix: fc.constantFrom('x', 'Ж', 'q7'),
  lowFrom: fc.record({ numerator: fc.integer({ min: 1, max: 7 }), denominator: fc.integer({ min: 7, max: 12 }) }),
  atLeast: fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }),
  federalFrom: fc.integer({ min: 1, max: 4 }),
  counts: fc.array(fc.nat(3), { minLength: 2, maxLength: 2 }),
  list: percent,
  risk: percent,
  missing: percent,
  listPoints: points,
  riskPoints: points,
  objectivity: fc.integer({ min: 1, max: 5 }),
});

type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

/** Any method together with its description for the oracle: other codes, numbers, switches, verdicts and words. */
export const randomMethod: fc.Arbitrary<{ method: Method; spec: Spec }> = shape.map(build);

function build(drawn: Shape): { method: Method; spec: Spec } {
  const criteria: SpecCriterion[] = [];
  const conditions = new Map<string, readonly Condition[]>();
  const sections = drawn.sections.map((section, s): MethodSection => {
    const built = section.criteria.map((criterion, c): MethodCriterion => {
      const code = `${drawn.prefix}${s}_${c}`;
      const common = {
        ...words,
        code,
        dataSource: 'тест',
        computable: 'MANUAL' as const,
        applies: criterion.self.condition.cel,
        enabled: criterion.self.enabled,
      };
      const on = section.enabled && criterion.self.enabled;
      const signs = criterion.signs.map((sign, n) => {
        conditions.set(`${code}_${n}`, [criterion.self.condition, sign.condition]);
        return { ...words, code: `${code}_${n}`, formula: 'f', applies: sign.condition.cel, enabled: sign.enabled };
      });
      conditions.set(code, [criterion.self.condition]);
      const items = signs.length > 0 ? signs.filter((sign) => sign.enabled).map((sign) => sign.code) : [code];
      if (on) criteria.push({ objectivity: section.objectivity, items });
      return signs.length > 0 ? { ...common, kind: 'composite', signs } : { ...common, kind: 'yes_no' };
    });
    return {
      code: `S${s}`,
      title: 'Раздел',
      table: 1,
      zone: section.objectivity ? 'objectivity' : 'results',
      enabled: section.enabled,
      switchable: true,
      note: '',
      criteria: built,
    };
  });
  const item = criteria[0]?.items[0] ?? null;
  const groups = [
    { title: 'одна', procedures: PROCEDURES.slice(0, 1), item: null, counts: drawn.counts[0] ?? 0 },
    { title: 'три', procedures: PROCEDURES.slice(1), item, counts: drawn.counts[1] ?? 0 },
  ];
  const atLeast = (code: string) => drawn.atLeast[PROCEDURES.indexOf(code)] ?? 0;
  const names = { proposed: 'help', risk: 'watch', outside: 'fine', unknown: 'dark' };
  return {
    method: {
      code: 'random',
      title: 'Методика',
      number: 3,
      provenance: 'тест',
      order: { number: '1', date: '2026-09-01', title: 'О методике', issuer: 'Управление' },
      procedures: PROCEDURES.map((code) => ({
        code,
        title: code,
        exam: 'экзамен',
        subject: 'предмет',
        grade: 9,
        minParticipants: atLeast(code),
        smallSample: 5,
        section: null,
      })),
      lowShare: drawn.lowFrom,
      params: [
        { code: 'wide', value: drawn.risk, title: 'доля', unit: 'PERCENT' },
        { code: 'bar', value: drawn.listPoints, title: 'баллы', unit: 'POINT' },
        { code: 'lowerBar', value: drawn.riskPoints, title: 'баллы', unit: 'POINT' },
      ],
      sections,
      federal: { groups, minimum: drawn.federalFrom },
      rules: [
        { code: 'r1', verdict: names.proposed, when: 'low >= federalMinimum', words: 'раз' },
        {
          code: 'r2',
          verdict: names.unknown,
          when: `max == 0 || missing * 100 > applicable * ${drawn.missing}`,
          words: 'два',
        },
        {
          code: 'r3',
          verdict: names.proposed,
          when: `sum * 100 >= max * ${drawn.list} || (has(params.bar) && sum >= params.bar)`,
          words: 'три[ {bar}]',
        },
        {
          code: 'r4',
          verdict: names.risk,
          when: 'sum * 100 >= max * params.wide || (has(params.lowerBar) && sum >= params.lowerBar)',
          words: 'четыре',
        },
        // By sections instead of the zone: the same number, read another way.
        { code: 'r5', verdict: names.risk, when: `${zoneSum(sections)} >= ${drawn.objectivity}`, words: 'пять' },
        { code: 'r6', verdict: names.outside, when: 'true', words: 'шесть' },
      ],
      verdicts: [
        { code: names.outside, words: 'хорошо', level: 0, proposes: false, explanation: 'а' },
        { code: names.risk, words: 'смотреть', level: 4, proposes: false, explanation: 'б' },
        { code: names.proposed, words: 'помочь', level: 7, proposes: true, explanation: 'в' },
        { code: names.unknown, words: 'темно', level: null, proposes: false, explanation: 'г' },
      ],
      borderlineWords: 'на границе',
      publicLabel: 'школа',
    },
    spec: {
      criteria,
      canHave: (code, facts) => (conditions.get(code) ?? []).every((one) => one.holds(facts)),
      groups: groups.map((group) => ({
        ...group,
        procedures: group.procedures.map((code) => ({ code, atLeast: atLeast(code) })),
      })),
      lowFrom: [drawn.lowFrom.numerator, drawn.lowFrom.denominator],
      federalFrom: drawn.federalFrom,
      missingOver: [drawn.missing, 100],
      list: { share: [drawn.list, 100], points: drawn.listPoints },
      risk: { share: [drawn.risk, 100], points: drawn.riskPoints, objectivity: drawn.objectivity },
      names,
    },
  };
}

function zoneSum(sections: readonly MethodSection[]): string {
  const terms = sections.filter((section) => section.zone === 'objectivity').map(({ code }) => `points["${code}"]`);
  return terms.length > 0 ? terms.join(' + ') : '0';
}
