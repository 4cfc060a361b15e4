import { assessCard, type CardAssessment } from '@/lib/diagnostics/scoring/assess-card';
import type { CardFacts } from '@/lib/diagnostics/scoring/card-facts';
import { pointOf } from '@/lib/diagnostics/scoring/point-code';
import { valueOfNumber } from '@/lib/diagnostics/scoring/typed-number';
import type { FromResults } from '@/lib/diagnostics/trials/trial-from-results';
import { count } from '@/lib/kernel/russian';
import { type Item, itemsOf } from '@/lib/methodology/items';
import type { Method, MethodThreshold } from '@/lib/methodology/method';
import { findRule, findVerdict, ruleWords, verdictWords } from '@/lib/methodology/method-words';
import { withParams } from '@/lib/methodology/with-params';

/** A card of a past or running campaign as it stands: its facts, and the method it was assessed by. */
export type TrialCard = {
  readonly cardId: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly facts: CardFacts;
  /** What the school typed where it was asked for numbers, by item. */
  readonly numbers: Readonly<Record<string, string>>;
};

/** One side of the comparison. */
export type TrialOutcome = {
  readonly sum: number;
  readonly max: number;
  readonly extra: number;
  readonly verdict: string;
  /** With «(погранично)» where it is. */
  readonly words: string;
  readonly level: number | null;
  readonly proposes: boolean;
  /** The rule that decided, as a sentence. */
  readonly because: string;
};

/** What the change does to a school; the first that holds. */
export type TrialEffect = 'ENTERS' | 'LEAVES' | 'VERDICT' | 'SUM' | 'SAME';

export type TrialRow = Omit<TrialCard, 'facts' | 'numbers'> & {
  readonly before: TrialOutcome;
  readonly after: TrialOutcome;
  readonly effect: TrialEffect;
  /** Why, as sentences: points that changed, and the rule where another one decides. */
  readonly reasons: readonly string[];
};

export type Trial = {
  /** In the order of the cards given. */
  readonly rows: readonly TrialRow[];
  readonly schools: number;
  readonly proposedBefore: number;
  readonly proposedAfter: number;
  readonly effects: Readonly<Record<TrialEffect, number>>;
  /** Schools whose sum changes, whatever becomes of their verdict. */
  readonly sumChanged: number;
  /** Items the cards were never asked and no results answer: they stand as «нет данных» in the trial. */
  readonly notAsked: readonly Item[];
  /** Items that results answered at some school, because the method asks or computes them otherwise than the cards. */
  readonly computed: readonly Item[];
  /** Codes that the cards have answers to and the other method has not. */
  readonly dropped: readonly string[];
};

/**
 * What another method would have said of the same cards. Answers are carried by the code of the item: what the other
 * method does not ask is left out, what was not asked is answered from results (`taken`, by school) or «нет данных». Pure;
 * nothing is stored.
 */
export function trial(
  before: Method,
  after: Method,
  cards: readonly TrialCard[],
  taken: ReadonlyMap<string, FromResults> = new Map(),
): Trial {
  const known = itemsOf(before);
  const asked = askedBy(after);
  const had = new Set(known.filter((item) => item.on).map((item) => item.code));
  const rows = cards.map(({ facts, numbers, ...card }): TrialRow => {
    const was = assessCard(before, facts);
    const is = assessCard(after, carried({ facts, numbers }, asked, taken.get(card.schoolId)));
    const sides = { before: outcomeOf(before, was), after: outcomeOf(after, is) };
    return { ...card, ...sides, effect: effectOf(sides.before, sides.after), reasons: reasonsOf(was, is, sides) };
  });
  const answered = new Set(cards.flatMap(({ schoolId }) => Object.keys(taken.get(schoolId)?.answers ?? {})));
  const effects: Record<TrialEffect, number> = { ENTERS: 0, LEAVES: 0, VERDICT: 0, SUM: 0, SAME: 0 };
  for (const row of rows) effects[row.effect] += 1;
  return {
    rows,
    schools: rows.length,
    proposedBefore: rows.filter((row) => row.before.proposes).length,
    proposedAfter: rows.filter((row) => row.after.proposes).length,
    effects,
    sumChanged: rows.filter((row) => row.before.sum !== row.after.sum).length,
    notAsked: itemsOf(after).filter((item) => item.on && !had.has(item.code) && !answered.has(item.code)),
    computed: itemsOf(after).filter((item) => answered.has(item.code)),
    dropped: known.filter((item) => item.on && !asked.items.has(item.code)).map((item) => item.code),
  };
}

/** Codes that a method knows: whatever else stands in the facts of a card is none of its business. */
type Asked = {
  readonly items: ReadonlySet<string>;
  readonly procedures: ReadonlySet<string>;
  /** Thresholds of the items that ask for a number. */
  readonly thresholds: ReadonlyMap<string, MethodThreshold>;
};

const askedBy = (method: Method): Asked => ({
  items: new Set(itemsOf(method).map((item) => item.code)),
  procedures: new Set(method.procedures.map((procedure) => procedure.code)),
  thresholds: new Map(itemsOf(method).flatMap(({ code, number }) => (number ? [[code, number.threshold]] : []))),
});

/** Whether a method asks the school for numbers. */
export const asksNumbers = (method: Method): boolean => itemsOf(method).some(({ number }) => number !== null);

/** A card as it stands, assessed by a method that may ask otherwise. */
export const assessTried = (
  method: Method,
  card: Pick<TrialCard, 'facts' | 'numbers'>,
  taken?: FromResults,
): CardAssessment => assessCard(method, carried(card, askedBy(method), taken));

/** A typed number is judged by the threshold of the method that is tried. */
const carried = (
  { facts, numbers }: Pick<TrialCard, 'facts' | 'numbers'>,
  asked: Asked,
  taken: FromResults = NOTHING,
): CardFacts => ({
  ...facts,
  held: [...facts.held.filter((code) => asked.procedures.has(code)), ...taken.held],
  procedures: [...facts.procedures.filter(({ code }) => asked.procedures.has(code)), ...taken.procedures],
  answers: {
    ...Object.fromEntries(Object.entries(facts.answers).filter(([code]) => asked.items.has(code))),
    ...Object.fromEntries(
      Object.entries(numbers).flatMap(([code, number]) => {
        const threshold = asked.thresholds.get(code);
        return threshold ? [[code, valueOfNumber(number, threshold)]] : [];
      }),
    ),
    ...taken.answers,
  },
});

const NOTHING: FromResults = { answers: {}, held: [], procedures: [] };

function outcomeOf(method: Method, made: CardAssessment): TrialOutcome {
  const { sum, max, extra, verdict, rule, borderline } = made;
  const { level, proposes } = findVerdict(method, verdict);
  const words = verdictWords(method, verdict, borderline);
  return { sum, max, extra, verdict, words, level, proposes, because: ruleWords(method, findRule(method, rule)) };
}

function effectOf(before: TrialOutcome, after: TrialOutcome): TrialEffect {
  if (before.proposes !== after.proposes) return after.proposes ? 'ENTERS' : 'LEAVES';
  if (before.words !== after.words) return 'VERDICT';
  return before.sum === after.sum && before.max === after.max ? 'SAME' : 'SUM';
}

/** Longer lists are cut: the two totals beside them say the rest. */
const REASONS_MAX = 6;
const POINT_FORMS = ['критерию', 'критериям', 'критериям'] as const;

function reasonsOf(
  was: CardAssessment,
  is: CardAssessment,
  sides: { readonly before: TrialOutcome; readonly after: TrialOutcome },
): readonly string[] {
  const earlier = new Map(was.items.map((one) => [one.item.code, one]));
  const later = new Set(is.items.map((one) => one.item.code));
  const points = is.items.flatMap(({ item, point, reason }) => {
    const old = earlier.get(item.code);
    const from = old ? pointOf(old.point) : null;
    const to = pointOf(point);
    if (from === to) return [];
    if (from === 1) return [`${item.code}: балла больше нет${reason === 'OFF' ? ' – критерий выключен' : ''}`];
    if (to === 1) return [`${item.code}: появился балл`];
    return [];
  });
  const gone = was.items
    .filter(({ item, point }) => pointOf(point) === 1 && !later.has(item.code))
    .map(({ item }) => `${item.code}: балла больше нет – такого критерия в новой версии нет`);
  const all = [...points, ...gone];
  const shown = all.slice(0, REASONS_MAX);
  const rest = all.length - shown.length;
  const isSameRule = sides.before.because === sides.after.because && sides.before.verdict === sides.after.verdict;
  const rule = isSameRule ? [] : [`Решало правило: «${sides.before.because}»; теперь: «${sides.after.because}»`];
  if (sides.before.verdict === sides.after.verdict && was.borderline !== is.borderline) {
    rule.push(
      is.borderline ? 'Теперь недостающие данные могут изменить вывод' : 'Недостающие данные вывод уже не изменят',
    );
  }
  if (all.length === 0 && sides.before.max !== sides.after.max) {
    shown.push(`Возможная сумма: было ${sides.before.max}, стало ${sides.after.max}`);
  }
  return [...shown, ...(rest > 0 ? [`и ещё по ${count(rest, POINT_FORMS)}`] : []), ...rule];
}

/**
 * How many schools are proposed at each value of one number, everything else as it is. `takenBy` gives what a method takes
 * from results.
 */
export function sweep(
  method: Method,
  param: string,
  values: readonly number[],
  cards: readonly Pick<TrialCard, 'facts' | 'numbers' | 'schoolId'>[],
  takenBy: (tried: Method) => ReadonlyMap<string, FromResults> = () => new Map(),
): readonly { readonly value: number; readonly proposed: number }[] {
  const asked = askedBy(method);
  return values.map((value) => {
    const tried = withParams(method, new Map([[param, value]]));
    const taken = takenBy(tried);
    const proposed = cards.filter(({ facts, numbers, schoolId }) => {
      const { verdict } = assessCard(tried, carried({ facts, numbers }, asked, taken.get(schoolId)));
      return findVerdict(tried, verdict).proposes;
    }).length;
    return { value, proposed };
  });
}
