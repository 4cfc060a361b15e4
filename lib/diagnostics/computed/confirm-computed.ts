import type { AnswerWrite, StoredAnswer } from '@/lib/diagnostics/cards/decide-save';
import type { Ground } from '@/lib/diagnostics/computed/reviewed-sign';
import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';

type Computed = {
  readonly item: string;
  readonly value: AnswerValue;
  readonly because: string;
  readonly ground: Ground;
};

/** Whether the school can take an answer over: alone (`isNamed`) or with all the others. */
export const canConfirm = ({ value, ground }: Pick<Computed, 'value' | 'ground'>, isNamed: boolean): boolean =>
  value !== 'NO_DATA' || (ground === 'MARKER' && isNamed);

/**
 * Answers that the school takes over from the portal: the named item, whatever stands there, or, with none named, every item
 * that has no answer yet. «Нет данных» is nobody's answer to confirm, except of a possible marker that the centre has not
 * looked at: named by itself it can be, so that a card need not wait for the centre. The reason becomes the comment where
 * there is none, so that the numbers stay with the answer when results are replaced.
 */
export function confirmedWrites(
  computed: readonly Computed[],
  answers: readonly StoredAnswer[],
  item: string | null,
  commentMax: number,
): readonly AnswerWrite[] {
  const stored = new Map(answers.map((answer) => [answer.item, answer]));
  return computed.flatMap(({ item: code, value, because, ground }): AnswerWrite[] => {
    const old = stored.get(code);
    if (!canConfirm({ value, ground }, item !== null) || (item === null ? old !== undefined : code !== item)) return [];
    if (old?.value === value && old.source === 'COMPUTED') return [];
    const comment = old?.value === value && old.comment !== '' ? old.comment : because.slice(0, commentMax);
    return [{ item: code, value, source: 'COMPUTED', number: '', comment, version: (old?.version ?? 0) + 1 }];
  });
}
