import { z } from 'zod';
import type { CardStatus } from '@/lib/diagnostics/cards/card';
import { type AnswerValue, answerValue } from '@/lib/diagnostics/scoring/answer-value';
import { id } from '@/lib/kernel/ids';

/**
 * What goes over the wire between the card on the screen and its save handler. A browser imports the types only; the
 * schemas are for the handler, which believes nothing that comes from outside.
 */

/** Longest comment to one answer, in UTF-16 units as `maxLength` of a text area counts them. */
export const COMMENT_MAX = 4000;
/** Longest number as it is typed, spaces and all. */
export const NUMBER_TYPED_MAX = 40;
/** Longest body of a save: all items of a card with the longest comments fit. */
export const SAVE_BODY_MAX = 1_000_000;

/** One answer as given. `version` is the one the person saw; 0 means that nothing was answered then. */
export const answerInput = z.strictObject({
  item: z.string().min(1).max(32),
  /** Null where a number is typed: the threshold of the method decides over it, and nobody else does. */
  value: answerValue.nullable(),
  /** As it was typed; empty where the item asks for none. */
  number: z.string().max(NUMBER_TYPED_MAX).default(''),
  comment: z.string(),
  version: z.number().int().min(0).max(1_000_000_000),
});
export type AnswerInput = z.output<typeof answerInput>;

/** POST /api/cards/[cardId]/answers. The same key sent twice is carried out once. */
export const saveRequest = z.strictObject({ key: id, answers: z.array(answerInput).min(1).max(200) });
export type SaveRequest = z.infer<typeof saveRequest>;

/** An answer as stored; `at` is ISO. */
export type StoredAnswer = {
  readonly item: string;
  readonly value: AnswerValue;
  /** «34.5», or empty. */
  readonly number: string;
  readonly comment: string;
  readonly version: number;
  readonly author: string;
  readonly at: string;
};

export type SavedAnswer = { readonly item: string; readonly version: number; readonly at: string };

/** Somebody else was faster: nothing was written, both texts are to be shown. Saving again names `theirs.version`. */
export type AnswerConflict = { readonly item: string; readonly theirs: Omit<StoredAnswer, 'item'> };

/** One answer that cannot be saved as it is (too long, not for this school); the others are. */
export type RefusedAnswer = { readonly item: string; readonly message: string };

/** The sum of the round in work, after the save. */
export type LiveCard = {
  readonly sum: number;
  readonly max: number;
  /** What the missing items could still add. */
  readonly extra: number;
  readonly answered: number;
  readonly applicable: number;
  /** By item: 1, 0, or null where it is not known or does not count. Items the school is not asked are left out. */
  readonly pointsByItem: Readonly<Record<string, 0 | 1 | null>>;
  /** What still keeps the card from being submitted, in the order of the card. */
  readonly gaps: readonly { readonly item: string; readonly reason: 'UNANSWERED' | 'NO_COMMENT' }[];
  /** What the portal would propose now, in the method's words. */
  readonly verdict: string;
};

/** 200. One answer in conflict or refused never blocks the others: look at the lists, not at the status. */
export type SaveResponse = {
  readonly saved: readonly SavedAnswer[];
  readonly conflicts: readonly AnswerConflict[];
  readonly refused: readonly RefusedAnswer[];
  readonly live: LiveCard;
};

/** 401, 404, 409 (closed), 413, 422 (not understood), 503: nothing was saved; what is said, and by field where it belongs to one. */
export type SaveRefusal = {
  readonly code: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
};

/**
 * GET /api/cards/[cardId]/changes?since=cursor, every 5 s while the page is visible. `answers` may repeat what is known
 * already: an answer is news when its version is higher. `refresh`: state, remarks or evidence changed, ask the page anew.
 */
export type ChangesResponse = {
  readonly cursor: string;
  readonly answers: readonly StoredAnswer[];
  /** For the school while it fills; null for everybody else. */
  readonly live: LiveCard | null;
  readonly status: CardStatus;
  readonly revision: number;
  readonly refresh: boolean;
};

/**
 * Names of a plain form's fields (without JavaScript): `value.<item>`, `number.<item>`, `comment.<item>`, `version.<item>`, then `_key`
 * (a fresh uuid) and `_section` (code, for the way back). The answer is 303 to `/cards/<id>?saved=<n>#<section>`; where
 * something was not saved, also `&unsaved=<key>`, and the card page gives the typed texts back beside the stored ones.
 */
export const FORM_FIELDS = {
  value: 'value.',
  number: 'number.',
  comment: 'comment.',
  version: 'version.',
  section: '_section',
  key: '_key',
};
