import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { isSchoolRole } from '@/lib/access/role';
import type { ChangesResponse } from '@/lib/diagnostics/cards/card-contract';
import { newestOf, readCursor, writeCursor } from '@/lib/diagnostics/cards/card-cursor';
import type { CardAnswer, CardPage, CardSection, UnsavedAnswer } from '@/lib/diagnostics/cards/card-page';
import { whyClosed } from '@/lib/diagnostics/cards/card-state';
import {
  type AnswerRow,
  answersOfRound,
  blankOf,
  type CardRow,
  cardsOfSchool,
  findCard,
  lastYearOf,
  type MyCard,
  stampOf,
} from '@/lib/diagnostics/cards/card-store';
import { mayFill, movesOf, roundShown, viewFor } from '@/lib/diagnostics/cards/card-view';
import { evidenceOfRound } from '@/lib/diagnostics/cards/evidence-store';
import { type RoundAtWork, roundAtWork } from '@/lib/diagnostics/cards/live-card';
import { remarksOf } from '@/lib/diagnostics/cards/remark-store';
import { unsavedOf } from '@/lib/diagnostics/cards/save-memory';
import { type Beside, shapeOutcome, shapeSections } from '@/lib/diagnostics/cards/shape-card';
import { computesAnswers } from '@/lib/diagnostics/computed/computed-answers';
import { computedOfCard } from '@/lib/diagnostics/computed/computed-store';
import { lookAtCard } from '@/lib/diagnostics/computed/look-at-computation';
import { currentAssessment } from '@/lib/diagnostics/outcomes/assessment-store';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import type { Method } from '@/lib/methodology/method';
import { verdictWords } from '@/lib/methodology/method-words';
import { methodOfVersion } from '@/lib/methodology/queries';
import type { Tx } from '@/lib/platform/prisma';

/** A card of the viewer's scope; another's does not exist, and neither does what is no id. */
export async function cardOf({ viewer, tx }: QueryContext, cardId: string): Promise<CardRow> {
  const card = id.safeParse(cardId).success ? await findCard(tx, viewer, cardId) : undefined;
  if (!card) throw notFound();
  return card;
}

/** The card for whoever looks at it: what his view does not include is not read. `unsaved` is the key of a plain save. */
export const cardPage = defineQuery('card.read', (context, cardId: string, unsaved?: string) =>
  readCard(context, cardId, unsaved),
);

/** The same inside a transaction that is open already. */
export async function readCard({ viewer, tx }: QueryContext, cardId: string, unsaved?: string): Promise<CardPage> {
  const { versionId, held, ...head } = await cardOf({ viewer, tx }, cardId);
  const { method } = await methodOfVersion(tx, versionId);
  const view = viewFor(head.status, viewer.role);
  const round = roundShown(head, viewer.role);
  const isOpen = head.phase === 'OPEN';
  const canFill = mayFill(head.status, viewer.role) && isOpen;
  const answers = round === null ? [] : await answersOfRound(tx, head.id, round);
  const stamp = await stampOf(tx, head.id);
  const page: CardPage = {
    head,
    view,
    round,
    method: { versionId, code: method.code, title: method.title, number: method.number, order: orderOf(method) },
    canFill,
    closedBecause: isSchoolRole(viewer.role) ? (whyClosed(termOf(head), viewer.timeZone) ?? '') : '',
    moves: movesOf(head.status, viewer.role, isOpen),
    sections: [],
    outcome: null,
    live: null,
    computation: null,
    remarks: [],
    lastYear: null,
    cursor: writeCursor({ revision: head.revision, status: head.status, stamp, at: newestOf(answers) }),
  };
  if (round === null) return page;

  const work = roundAtWork(method, { school: { kind: head.schoolKind, grades: head.grades }, held }, toMap(answers));
  const atWork = isSchoolRole(viewer.role) && mayFill(head.status, viewer.role);
  const stored = atWork ? undefined : await currentAssessment(tx, head.id);
  const whole = view === 'ALL' || view === 'SUBMITTED';
  const lastYear = whole ? await lastYearOf(tx, head) : undefined;
  const remarks = whole ? await remarksOf(tx, head.id) : [];
  const computes = whole && computesAnswers(method);
  const isFilled = head.status === 'DRAFT' || head.status === 'RETURNED';
  const beside: Beside = {
    answers: shownAnswers(answers, whole),
    lastYear: lastYear?.answers ?? {},
    evidence: whole ? (await evidenceOfRound(tx, head.id, round)).map((one) => ({ ...one, canRemove: canFill })) : [],
    remarks,
    unsaved: canFill && unsaved ? await unsavedOf(tx, viewer.userId, unsaved, head.id) : NOTHING_UNSAVED,
    computed: computes
      ? new Map((await computedOfCard(tx, head.id)).map(({ item, ...known }) => [item, known]))
      : new Map(),
  };
  return {
    ...page,
    sections: shapeSections(method, work.assessment, stored, work.gaps, beside),
    outcome: stored
      ? shapeOutcome(method, stored, stored.facts, { inputHash: stored.inputHash, madeAt: stored.createdAt })
      : shapeOutcome(method, work.assessment, work.facts, undefined),
    live: atWork ? work.live : null,
    computation:
      computes && isFilled && head.phase !== 'BEFORE' && viewer.municipalityId
        ? await lookAtCard(tx, viewer.municipalityId, head)
        : null,
    remarks: remarks.filter((remark) => remark.item === null),
    lastYear: lastYear ? { cardId: lastYear.cardId, year: lastYear.year } : null,
  };
}

const NOTHING_UNSAVED: ReadonlyMap<string, UnsavedAnswer> = new Map();

const orderOf = ({ order: { number, date, title } }: Method) => ({ number, date, title });
const termOf = ({ status, phase, opensAt, dueAt }: Pick<CardRow, 'status' | 'phase' | 'opensAt' | 'dueAt'>) => ({
  ...{ status, phase, opensAt, dueAt },
  closesAt: dueAt,
});
const toMap = (answers: readonly AnswerRow[]) => new Map(answers.map((answer) => [answer.item, answer]));

/** Sum, points and reasons are the official's before the order; what the school wrote to them is not. */
const shownAnswers = (answers: readonly AnswerRow[], withComments: boolean): ReadonlyMap<string, CardAnswer> =>
  new Map(answers.map(({ item, comment, ...answer }) => [item, { ...answer, comment: withComments ? comment : '' }]));

/** What has happened on the card since `since`; answers and the live sum for the school that fills, states for all. */
export async function cardChanges(
  { viewer, tx }: QueryContext,
  cardId: string,
  since: string | null,
): Promise<ChangesResponse> {
  const card = await cardOf({ viewer, tx }, cardId);
  const seen = readCursor(since);
  const stamp = await stampOf(tx, card.id);
  const { status, revision } = card;
  const refresh = seen !== undefined && (seen.status !== status || seen.revision !== revision || seen.stamp !== stamp);
  const quiet = { status, revision, refresh, answers: [], live: null } as const;
  if (!isSchoolRole(viewer.role) || !mayFill(status, viewer.role)) {
    return { ...quiet, cursor: writeCursor({ revision, status, stamp, at: 0 }) };
  }
  const from = seen?.revision === revision ? seen.at : 0;
  const all = await answersOfRound(tx, card.id, revision);
  const at = newestOf(all);
  const cursor = writeCursor({ revision, status, stamp, at });
  if (seen?.revision === revision && at <= from) return { ...quiet, cursor };
  const { live } = await liveOf(tx, card, all);
  const news = all.filter((answer) => answer.at.getTime() >= from);
  return {
    ...quiet,
    cursor,
    live,
    answers: news.map(({ source: _source, at: moment, ...answer }) => ({ ...answer, at: moment.toISOString() })),
  };
}

async function liveOf(tx: Tx, card: CardRow, answers: readonly AnswerRow[]): Promise<RoundAtWork> {
  const { method } = await methodOfVersion(tx, card.versionId);
  const school = { kind: card.schoolKind, grades: card.grades };
  return roundAtWork(method, { school, held: card.held }, toMap(answers));
}

export const pollCard = defineQuery('card.read', cardChanges);

export type MyCards = {
  /** Newest year first. The words of a verdict are those of the version it was made by. */
  readonly cards: readonly (MyCard & { readonly verdictWords: string | null; readonly closedBecause: string })[];
};

/** The school's own cards: the one to fill now, and the years before with sums and verdicts. */
export const myCards = defineQuery('card.fill', async ({ viewer, tx }): Promise<MyCards> => {
  if (!viewer.schoolId) throw notFound();
  const rows = await cardsOfSchool(tx, viewer.schoolId);
  const cards: MyCards['cards'][number][] = [];
  for (const row of rows) {
    const { method } = await methodOfVersion(tx, row.versionId);
    cards.push({
      ...row,
      verdictWords: row.verdict === null ? null : verdictWords(method, row.verdict, row.borderline ?? false),
      closedBecause: whyClosed(termOf(row), viewer.timeZone) ?? '',
    });
  }
  return { cards };
});

export type BlankCard = {
  readonly campaign: { readonly title: string; readonly year: number; readonly stage: CardPage['head']['stage'] };
  /** The school it is printed for; null for staff, whose blank has every item. */
  readonly schoolName: string | null;
  readonly method: CardPage['method'];
  readonly sections: readonly CardSection[];
};

/** The empty card of a campaign, to be filled with a pen: for a school without what it cannot have. */
export const cardBlank = defineQuery('card.read', async ({ viewer, tx }, campaignId: string): Promise<BlankCard> => {
  const campaign = id.safeParse(campaignId).success ? await blankOf(tx, viewer, campaignId) : undefined;
  if (!campaign) throw notFound();
  const { versionId, schoolName, kind, grades, held, ...head } = campaign;
  const { method } = await methodOfVersion(tx, versionId);
  const school = { school: { kind: kind ?? EVERY_KIND, grades: grades ?? EVERY_GRADE }, held };
  const work = roundAtWork(method, school, new Map());
  const nothing: Beside = {
    answers: new Map(),
    lastYear: {},
    evidence: [],
    remarks: [],
    unsaved: NOTHING_UNSAVED,
    computed: new Map(),
  };
  return {
    campaign: head,
    schoolName,
    method: { versionId, code: method.code, title: method.title, number: method.number, order: orderOf(method) },
    sections: shapeSections(method, work.assessment, undefined, work.gaps, nothing),
  };
});

/** A school that can be asked everything there is. */
const EVERY_KIND = 'SECONDARY';
const EVERY_GRADE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
