import type { AnswerSource, AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import type { AssessedItem } from '@/lib/diagnostics/scoring/assess-card';
import type { PointReason } from '@/lib/diagnostics/scoring/point';
import { pointOf } from '@/lib/diagnostics/scoring/point-code';
import { answerWords } from '@/lib/diagnostics/scoring/typed-number';
import { ANSWER_WORDS, SOURCE_WORDS, UNANSWERED_WORDS } from '@/lib/diagnostics/words';
import type { Item } from '@/lib/methodology/items';
import type { Method } from '@/lib/methodology/method';

const REASON_SENTENCES: Record<PointReason, string> = {
  YES: 'Ответ «да»: отрицательный признак есть, 1\u00a0балл.',
  NO: 'Ответ «нет»: отрицательного признака нет, 0\u00a0баллов.',
  NOT_APPLICABLE: 'Ответ «неприменимо»: критерий не входит ни в сумму, ни в возможный максимум.',
  CANNOT_HAVE:
    'Неприменимо само собой: у школы нет таких классов или процедура в этом году не проводилась. Критерий не входит ни в сумму, ни в возможный максимум.',
  NO_DATA:
    'Ответ «нет данных»: это не 0. Критерий не входит в возможный максимум, но может добавить к сумме до 1\u00a0балла.',
  UNANSWERED:
    'Ответа ещё нет, он считается как «нет данных»: критерий не входит в возможный максимум, но может добавить к сумме до 1\u00a0балла.',
  OFF: 'Критерий выключен в этой версии методики.',
};

/** Why a point is what it is, as one Russian sentence. */
export const reasonForPoint = (reason: PointReason): string => REASON_SENTENCES[reason];

/** What is stored about an answer besides its value. */
export type AnswerRecord = {
  readonly value: AnswerValue;
  readonly number: string;
  readonly source: AnswerSource;
  readonly comment: string;
  readonly author: string;
  readonly at: Date;
};

/** Everything a point opens to: wording, rule, value, source, author, time, version of the method. */
export type PointExplanation = {
  readonly item: Item;
  readonly point: 0 | 1 | null;
  readonly reason: string;
  readonly value: string;
  /** From which value it is «да», and the formula where the item has one. */
  readonly rule: string;
  readonly formula: string;
  readonly dataSource: string;
  readonly provenance: string;
  readonly source: string | undefined;
  readonly comment: string;
  readonly author: string | undefined;
  readonly at: Date | undefined;
  readonly method: { readonly title: string; readonly number: number; readonly order: Method['order'] };
};

/** Shapes the explanation of one point; the author's name and the time come from the stored answer, if there is one. */
export function explainPoint(
  method: Method,
  assessed: AssessedItem,
  answer: AnswerRecord | undefined,
): PointExplanation {
  const { item } = assessed;
  return {
    item,
    point: pointOf(assessed.point),
    reason: reasonForPoint(assessed.reason),
    value:
      assessed.reason === 'CANNOT_HAVE'
        ? ANSWER_WORDS.NOT_APPLICABLE
        : answer
          ? answerWords(answer, item.number?.threshold.unit)
          : UNANSWERED_WORDS,
    rule: item.hint.threshold,
    formula: item.formula,
    dataSource: item.dataSource,
    provenance: item.provenance,
    source: answer && SOURCE_WORDS[answer.source],
    comment: answer?.comment ?? '',
    author: answer?.author,
    at: answer?.at,
    method: { title: method.title, number: method.number, order: method.order },
  };
}
