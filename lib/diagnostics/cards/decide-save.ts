import { type AnswerInput, COMMENT_MAX, type RefusedAnswer } from '@/lib/diagnostics/cards/card-contract';
import type { AnswerSource, AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import { readNumber, valueOfNumber } from '@/lib/diagnostics/scoring/typed-number';
import { ANSWER_WORDS } from '@/lib/diagnostics/words';
import { formatNumber } from '@/lib/kernel/russian';
import type { NumberQuestion } from '@/lib/methodology/items';

/** An answer of the round in work, as the database has it under the lock of the card. */
export type StoredAnswer = {
  readonly item: string;
  readonly value: AnswerValue;
  readonly source: AnswerSource;
  readonly number: string;
  readonly comment: string;
  readonly version: number;
  readonly authorId: string;
  readonly at: string;
};

export type AnswerWrite = {
  readonly item: string;
  readonly value: AnswerValue;
  readonly source: AnswerSource;
  readonly number: string;
  readonly comment: string;
  readonly version: number;
};

export type SaveDecision = {
  readonly writes: readonly AnswerWrite[];
  /** Already stored word for word: acknowledged under the stored version, nothing is written. */
  readonly same: readonly StoredAnswer[];
  /** The stored answers that somebody else gave meanwhile. */
  readonly conflicts: readonly StoredAnswer[];
  readonly refused: readonly RefusedAnswer[];
};

/** `asked`: items this school is asked; `known`: items the method has; `numbers`: those that ask for a number. */
export type Asked = {
  readonly asked: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, NumberQuestion>;
};

/**
 * What becomes of each given answer: written, already there, in conflict or refused; none of them stands in the way of
 * another. An answer in conflict is one whose author saw another version than the stored one and says something else.
 */
export function decideSave(
  { asked, known, numbers }: Asked,
  stored: ReadonlyMap<string, StoredAnswer>,
  given: readonly AnswerInput[],
): SaveDecision {
  const writes: AnswerWrite[] = [];
  const same: StoredAnswer[] = [];
  const conflicts: StoredAnswer[] = [];
  const refused: RefusedAnswer[] = [];
  const seen = new Set<string>();
  for (const answer of given) {
    const comment = answer.comment.replaceAll('\r\n', '\n');
    const message = seen.has(answer.item)
      ? 'Ответ на этот критерий пришёл дважды. Обновите страницу и ответьте ещё раз.'
      : refusalOf(answer.item, comment, asked, known);
    seen.add(answer.item);
    const said = message ? { message } : saidOf(answer, numbers.get(answer.item));
    if ('message' in said) {
      refused.push({ item: answer.item, message: said.message });
      continue;
    }
    const { value, number } = said;
    const old = stored.get(answer.item);
    if (old && old.value === value && old.number === number && old.comment === comment) same.push(old);
    else if (old && old.version !== answer.version) conflicts.push(old);
    else
      writes.push({
        item: answer.item,
        value,
        source: old && old.source !== 'ENTERED' ? 'OVERRIDDEN' : 'ENTERED',
        number,
        comment,
        version: (old?.version ?? 0) + 1,
      });
  }
  return { writes, same, conflicts, refused };
}

type Said = { readonly value: AnswerValue; readonly number: string } | { readonly message: string };

/** What an answer says. Where a number is asked, the threshold decides over it, whatever the sender thinks it says. */
function saidOf({ value, number: typed }: AnswerInput, question: NumberQuestion | undefined): Said {
  if (!question) {
    if (typed.trim() !== '') return { message: 'Этот критерий не спрашивает числа. Обновите страницу.' };
    return value === null ? { message: 'Ответ не выбран. Отметьте ответ и сохраните ещё раз.' } : { value, number: '' };
  }
  const withoutNumber = value === 'NOT_APPLICABLE' || value === 'NO_DATA';
  if (typed.trim() === '') return withoutNumber ? { value, number: '' } : { message: 'Впишите число.' };
  if (withoutNumber)
    return { message: `Впишите число или отметьте «${ANSWER_WORDS[value]}» – что-то одно: уберите лишнее.` };
  const read = readNumber(typed, question);
  if (read.kind === 'refused') return { message: read.message };
  return { value: valueOfNumber(read.number, question.threshold), number: read.number };
}

/** In unicode mode a surrogate matches only when it has no other half. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function refusalOf(
  item: string,
  comment: string,
  asked: ReadonlySet<string>,
  known: ReadonlySet<string>,
): string | undefined {
  if (!known.has(item)) return 'В методике этой кампании нет такого критерия. Обновите страницу.';
  if (!asked.has(item)) return 'Этот критерий неприменим к школе сам собой: отвечать на него не нужно.';
  if (comment.length > COMMENT_MAX) {
    return `Комментарий длиннее ${formatNumber(COMMENT_MAX)}\u00a0знаков. Сократите его на ${formatNumber(comment.length - COMMENT_MAX)}.`;
  }
  // PostgreSQL refuses NUL, and half of a surrogate pair would be replaced without a word.
  if (comment.includes('\u0000') || LONE_SURROGATE.test(comment)) {
    return 'В комментарии есть недопустимый знак. Наберите комментарий заново.';
  }
  return undefined;
}
