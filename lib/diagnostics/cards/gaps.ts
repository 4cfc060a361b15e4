import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import type { SchoolFacts } from '@/lib/diagnostics/scoring/card-facts';
import { applicableItems, compileMethod } from '@/lib/methodology/compiled-method';
import type { Item } from '@/lib/methodology/items';
import type { Method } from '@/lib/methodology/method';

/** What a gap needs from an answer. */
export type GivenAnswer = { readonly value: AnswerValue; readonly comment: string };

export type Gap = {
  readonly item: Item;
  /** Nothing was answered, or «нет данных» without a word about why. */
  readonly reason: 'UNANSWERED' | 'NO_COMMENT';
};

export type SectionProgress = {
  readonly code: string;
  readonly title: string;
  readonly table: 1 | 2;
  /** Items asked of this school, and how many of them need nothing more. */
  readonly applicable: number;
  readonly answered: number;
  readonly gaps: readonly Gap[];
};

export type Gaps = {
  readonly sections: readonly SectionProgress[];
  /** Where «к первому пропуску» leads. */
  readonly first: Gap | undefined;
  readonly count: number;
  readonly applicable: number;
  readonly answered: number;
};

/**
 * What keeps a card from being submitted, by section in the order of the card. Only what the school can be asked counts.
 * Missing grounds never become «нет»: «нет данных» is an answer once its comment says why.
 */
export function gaps(method: Method, facts: SchoolFacts, answers: ReadonlyMap<string, GivenAnswer>): Gaps {
  const compiled = compileMethod(method);
  const applicable = applicableItems(compiled, { ...facts.school, held: facts.held });
  const asked = compiled.items.filter((item) => applicable[item.position]);
  const sections = method.sections
    .map((section): SectionProgress => {
      const own = asked.filter((item) => item.section === section.code);
      const found = own.flatMap((item) => gapOf(item, answers.get(item.code)) ?? []);
      return {
        code: section.code,
        title: section.title,
        table: section.table,
        applicable: own.length,
        answered: own.length - found.length,
        gaps: found,
      };
    })
    .filter((section) => section.applicable > 0);
  const all = sections.flatMap((section) => section.gaps);
  return {
    sections,
    first: all[0],
    count: all.length,
    applicable: asked.length,
    answered: asked.length - all.length,
  };
}

function gapOf(item: Item, answer: GivenAnswer | undefined): Gap | undefined {
  if (answer === undefined) return { item, reason: 'UNANSWERED' };
  if (answer.value === 'NO_DATA' && answer.comment.trim() === '') return { item, reason: 'NO_COMMENT' };
  return undefined;
}
