import type { AskedNumber, Method, MethodHint, MethodSection, MethodThreshold } from '@/lib/methodology/method';

/** A number that the school types, and what decides over it. */
export type NumberQuestion = AskedNumber & { readonly threshold: MethodThreshold };

/** What can be answered and gives a point: a yes/no criterion, one of a number, or one sign of a composite one. */
export type Item = {
  /** Index in every array of points of this version. */
  readonly position: number;
  readonly code: string;
  readonly section: string;
  readonly table: 1 | 2;
  readonly zone: MethodSection['zone'];
  /** The criterion it counts in: itself, or the composite it is a sign of. */
  readonly criterion: string;
  readonly isSign: boolean;
  readonly wording: string;
  readonly hint: MethodHint;
  readonly threshold: MethodThreshold | null;
  /** Where the school types a number instead of «да» or «нет». */
  readonly number: NumberQuestion | null;
  /** The formula of a sign; empty for a criterion. */
  readonly formula: string;
  readonly dataSource: string;
  readonly provenance: string;
  /** All must hold (CEL over the school of the year). */
  readonly applies: readonly string[];
  /** False when it, its criterion or its section is switched off: asked of nobody, but it keeps its position. */
  readonly on: boolean;
  /** The condition under which the portal answers «да» from facts, where the method has one. */
  readonly computed: string | undefined;
};

/**
 * The items of a version in the order of the card. Switched-off ones are included, so that turning a switch in the next
 * version moves no position: point 17 of a campaign compares with point 17 of the campaign before.
 */
export function itemsOf(method: Method): readonly Item[] {
  const items: Item[] = [];
  for (const section of method.sections) {
    for (const criterion of section.criteria) {
      const common = {
        section: section.code,
        table: section.table,
        zone: section.zone,
        criterion: criterion.code,
        dataSource: criterion.dataSource,
      };
      const on = section.enabled && criterion.enabled;
      if (criterion.kind !== 'composite') {
        items.push({
          ...common,
          position: items.length,
          code: criterion.code,
          isSign: false,
          wording: criterion.wording,
          hint: criterion.hint,
          threshold: criterion.threshold,
          number: criterion.kind === 'number' ? { ...criterion.number, threshold: criterion.threshold } : null,
          formula: '',
          provenance: criterion.provenance,
          applies: [criterion.applies],
          on,
          computed: criterion.computed?.when,
        });
        continue;
      }
      for (const sign of criterion.signs) {
        items.push({
          ...common,
          position: items.length,
          code: sign.code,
          isSign: true,
          wording: sign.wording,
          hint: sign.hint,
          threshold: sign.threshold,
          number: null,
          formula: sign.formula,
          provenance: sign.provenance,
          applies: [criterion.applies, sign.applies],
          on: on && sign.enabled,
          computed: sign.computed?.when,
        });
      }
    }
  }
  return items;
}
