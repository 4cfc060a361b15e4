import type { Outcome } from '@/lib/diagnostics/scoring/assess-card';
import type { Method } from '@/lib/methodology/method';
import { findRule, findVerdict, ruleWords, verdictWords } from '@/lib/methodology/method-words';

/** One step of the order of decision, as it went for this card. */
export type RuleStep = {
  readonly code: string;
  /** The rule as a sentence, with the version's numbers. */
  readonly words: string;
  readonly verdict: string;
  /** Rules after the one that decided were not asked. */
  readonly state: 'FAILED' | 'DECIDED' | 'NOT_ASKED';
};

export type VerdictExplanation = {
  /** With «(погранично)» where it is. */
  readonly words: string;
  readonly explanation: string;
  /** The rule that decided. */
  readonly because: string;
  readonly range: { readonly from: number; readonly to: number };
  readonly steps: readonly RuleStep[];
};

/** What is stored of an outcome and needed to explain it. */
type Decided = Pick<Outcome, 'sum' | 'extra' | 'verdict' | 'rule' | 'borderline'>;

/** How the verdict of a stored or live outcome came about, in the words of its own version. */
export function explainVerdict(method: Method, outcome: Decided): VerdictExplanation {
  const { rules } = method;
  const decided = rules.findIndex((rule) => rule.code === outcome.rule);
  return {
    words: verdictWords(method, outcome.verdict, outcome.borderline),
    explanation: findVerdict(method, outcome.verdict).explanation,
    because: ruleWords(method, findRule(method, outcome.rule)),
    range: { from: outcome.sum, to: outcome.sum + outcome.extra },
    steps: rules.map((rule, index) => ({
      code: rule.code,
      words: ruleWords(method, rule),
      verdict: findVerdict(method, rule.verdict).words,
      state: index < decided ? 'FAILED' : index === decided ? 'DECIDED' : 'NOT_ASKED',
    })),
  };
}
