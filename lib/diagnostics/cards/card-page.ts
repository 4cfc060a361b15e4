import type { CardMoveCode, CardStatus, CardView } from '@/lib/diagnostics/cards/card';
import type { LiveCard } from '@/lib/diagnostics/cards/card-contract';
import type { CardComputation } from '@/lib/diagnostics/computed/computation';
import type { Ground } from '@/lib/diagnostics/computed/reviewed-sign';
import type { AnswerSource, AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import type { VerdictExplanation } from '@/lib/diagnostics/scoring/explain-verdict';
import type { Stability } from '@/lib/diagnostics/scoring/stability';
import type { NumberQuestion } from '@/lib/methodology/items';
import type { MethodCriterion, MethodHint, MethodSection } from '@/lib/methodology/method';

/** What the card page shows, shaped for the viewer's view: what a view may not see is not here. */

/** By the database's clock: not open yet, open, past its date. */
export type CardPhase = 'BEFORE' | 'OPEN' | 'PAST';

export type CardHead = {
  readonly id: string;
  readonly campaignId: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly schoolKind: string;
  readonly grades: readonly number[];
  readonly campaignTitle: string;
  readonly year: number;
  readonly stage: 'INITIAL' | 'INTERIM' | 'FINAL';
  readonly status: CardStatus;
  /** The round the school works on, and the last one submitted (0: none). */
  readonly revision: number;
  readonly submittedRevision: number;
  readonly answered: number;
  readonly applicable: number;
  readonly startedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly closedAt: Date | null;
  readonly updatedAt: Date;
  readonly opensAt: Date;
  /** The date that counts for this school: its own extension, else the campaign's closing. */
  readonly dueAt: Date;
  readonly isExtended: boolean;
  readonly dueReason: string;
  readonly phase: CardPhase;
  /** The database's clock at the time of reading. */
  readonly now: Date;
};

export type CardAnswer = {
  readonly value: AnswerValue;
  readonly number: string;
  readonly source: AnswerSource;
  /** Empty where the view does not include comments. */
  readonly comment: string;
  readonly version: number;
  readonly author: string;
  readonly at: Date;
};

export type CardEvidence = {
  readonly id: string;
  readonly item: string;
  readonly title: string;
  /** A link out (never fetched by the portal), or a path of ours to the stored file. */
  readonly href: string;
  readonly isFile: boolean;
  readonly size: number | null;
  readonly addedBy: string;
  readonly addedAt: Date;
  /** Added in the round in work, so it can still be removed outright. */
  readonly canRemove: boolean;
};

export type CardRemark = {
  readonly id: string;
  /** Null: about the whole card. */
  readonly item: string | null;
  readonly kind: 'REMARK' | 'QUESTION';
  readonly text: string;
  readonly revision: number;
  readonly author: string;
  readonly at: Date;
  /** Null: a note of the centre that the school does not see yet. */
  readonly sentAt: Date | null;
  readonly reply: string;
  readonly replyBy: string | null;
  readonly replyAt: Date | null;
  readonly settledAt: Date | null;
};

/** What somebody typed in a form without JavaScript and what could not be saved; shown beside the stored answer. */
export type UnsavedAnswer = {
  readonly value: AnswerValue | null;
  readonly number: string;
  readonly comment: string;
  readonly why: string;
};

/** What the portal answers from imported results. */
export type CardComputed = {
  readonly value: AnswerValue;
  readonly because: string;
  /** What it stands on: the formula, or what the centre has said of a sign. */
  readonly ground: Ground;
  /** The smallest change that would turn it, shown and never stored as anybody's words. */
  readonly turning: string;
  readonly steps: number | null;
  readonly files: readonly string[];
  /** What it was before the results changed. */
  readonly previous: AnswerValue | null;
  readonly at: Date;
  /** The centre has taken this answer of the school over the computed one. */
  readonly settled: { readonly answer: AnswerValue; readonly reason: string; readonly at: Date } | null;
};

export type CardItem = {
  readonly code: string;
  readonly position: number;
  readonly isSign: boolean;
  readonly wording: string;
  readonly hint: MethodHint;
  /** Where a number is typed instead of «да» or «нет». */
  readonly number: NumberQuestion | null;
  readonly formula: string;
  readonly dataSource: string;
  readonly provenance: string;
  /** False: the school cannot have it, nothing is asked. */
  readonly isApplicable: boolean;
  readonly answer: CardAnswer | null;
  readonly unsaved: UnsavedAnswer | null;
  readonly point: 0 | 1 | null;
  /** Why the point is what it is, one sentence. */
  readonly reason: string;
  readonly lastYear: { readonly value: AnswerValue; readonly number: string; readonly comment: string } | null;
  readonly computed: CardComputed | null;
  readonly evidence: readonly CardEvidence[];
  readonly remarks: readonly CardRemark[];
};

/** One row of the printed table: a criterion of yes and no or of a number is one item, a composite holds its signs. */
export type CardCriterion = {
  readonly code: string;
  readonly kind: MethodCriterion['kind'];
  readonly wording: string;
  readonly hint: MethodHint;
  readonly items: readonly CardItem[];
};

export type CardSection = {
  readonly code: string;
  readonly title: string;
  readonly table: 1 | 2;
  readonly zone: MethodSection['zone'];
  readonly note: string;
  readonly applicable: number;
  readonly answered: number;
  readonly sum: number;
  readonly max: number;
  readonly extra: number;
  readonly criteria: readonly CardCriterion[];
};

/** The sum and verdict shown: live for the school at work, else the stored assessment of the round. */
export type CardOutcome = {
  readonly isLive: boolean;
  readonly sum: number;
  readonly max: number;
  readonly extra: number;
  readonly sumResults: number;
  readonly maxResults: number;
  readonly missing: number;
  readonly applicable: number;
  readonly verdictCode: string;
  readonly verdict: VerdictExplanation;
  /** The method's own mark that the verdict puts the school before the commission. */
  readonly proposes: boolean;
  readonly level: number | null;
  readonly isBorderline: boolean;
  /** How firmly the verdict stands. */
  readonly stability: Stability;
  readonly inputHash: string | null;
  readonly madeAt: Date | null;
};

export type CardMethod = {
  readonly versionId: string;
  readonly code: string;
  readonly title: string;
  readonly number: number;
  readonly order: { readonly number: string; readonly date: string | null; readonly title: string };
};

export type CardPage = {
  readonly head: CardHead;
  readonly view: CardView;
  /** The round whose answers are shown; null where the view has none. */
  readonly round: number | null;
  readonly method: CardMethod;
  /** Answers may be changed now: role, state and the database's clock allow it. */
  readonly canFill: boolean;
  /** Why not, in a sentence, when the viewer is of the school. */
  readonly closedBecause: string;
  readonly moves: readonly CardMoveCode[];
  /** Empty for views without answers. */
  readonly sections: readonly CardSection[];
  readonly outcome: CardOutcome | null;
  /** The same numbers as `outcome` and what is left, while the school fills. */
  readonly live: LiveCard | null;
  /** How the computed answers stand while the card is filled; null where nothing is computed. */
  readonly computation: CardComputation | null;
  /** About the whole card. */
  readonly remarks: readonly CardRemark[];
  readonly lastYear: { readonly cardId: string; readonly year: number } | null;
  /** Where `GET …/changes` starts from. */
  readonly cursor: string;
};
