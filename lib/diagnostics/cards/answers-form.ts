import { type AnswerInput, FORM_FIELDS, NUMBER_TYPED_MAX } from '@/lib/diagnostics/cards/card-contract';
import { answerValue } from '@/lib/diagnostics/scoring/answer-value';
import { id, newId } from '@/lib/kernel/ids';

export type AnswersForm = {
  readonly key: string;
  /** Code of the section to go back to; empty when the form names none. */
  readonly section: string;
  readonly answers: readonly AnswerInput[];
  /** Comments without a chosen answer. */
  readonly unanswered: readonly { readonly item: string; readonly comment: string }[];
};

/**
 * A plain form of one section: for each item a value (or none), a comment and the version seen. A value or version that
 * the form could not have held counts as none; a form without a key of its own gets one and is carried out each time.
 */
export function parseAnswersForm(text: string): AnswersForm {
  const fields = new URLSearchParams(text);
  const items = new Set(
    [...fields.keys()].flatMap((name) =>
      [FORM_FIELDS.value, FORM_FIELDS.number, FORM_FIELDS.comment]
        .filter((prefix) => name.startsWith(prefix))
        .map((prefix) => name.slice(prefix.length)),
    ),
  );
  const answers: AnswerInput[] = [];
  const unanswered: { item: string; comment: string }[] = [];
  for (const item of items) {
    const value = answerValue.safeParse(fields.get(FORM_FIELDS.value + item)).data;
    const number = (fields.get(FORM_FIELDS.number + item) ?? '').trim().slice(0, NUMBER_TYPED_MAX);
    const comment = fields.get(FORM_FIELDS.comment + item) ?? '';
    const version = Number(fields.get(FORM_FIELDS.version + item) ?? 0);
    if (value || number !== '')
      answers.push({
        ...{ item, number, comment },
        value: value ?? null,
        version: Number.isSafeInteger(version) && version > 0 ? version : 0,
      });
    else if (comment.trim() !== '') unanswered.push({ item, comment });
  }
  return {
    key: id.safeParse(fields.get(FORM_FIELDS.key)).data ?? newId(),
    section: (fields.get(FORM_FIELDS.section) ?? '').slice(0, 32),
    answers,
    unanswered,
  };
}
