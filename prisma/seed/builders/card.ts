import type { CardStatus } from '../../../lib/diagnostics/cards/card';
import type { AnswerValue } from '../../../lib/diagnostics/scoring/answer-value';
import { assessCard } from '../../../lib/diagnostics/scoring/assess-card';
import type { CardFacts } from '../../../lib/diagnostics/scoring/card-facts';
import { canonicalFacts, inputHash } from '../../../lib/diagnostics/scoring/input-hash';
import { newId } from '../../../lib/kernel/ids';
import type { Method } from '../../../lib/methodology/method';
import { methodHash } from '../../../lib/methodology/method-hash';
import type { BuiltCard } from './campaign';
import type { Owner } from './owner-client';

export type Given = { readonly value: AnswerValue; readonly comment?: string };
export type Answers = Readonly<Record<string, Given>>;

export const factsOf = (card: BuiltCard, answers: Answers): CardFacts => ({
  school: { kind: card.school.kind, grades: [...card.school.grades] },
  held: [...card.held],
  answers: Object.fromEntries(Object.entries(answers).map(([item, given]) => [item, given.value])),
  procedures: [],
});

type Filling = {
  readonly method: Method;
  readonly card: BuiltCard;
  readonly answers: Answers;
  readonly authorId: string;
  /** When the first answer was given; the next ones follow half a minute apart. */
  readonly startedAt: Date;
};

const PACE_MS = 30_000;

/** Answers of the first round with their history and the live sum, as if the school had saved them one by one. */
export async function fillCard(owner: Owner, filling: Filling): Promise<Date> {
  const { method, card, answers, authorId, startedAt } = filling;
  const given = Object.entries(answers).map(([item, answer], index) => ({
    municipalityId: card.municipalityId,
    schoolId: card.school.id,
    cardId: card.id,
    revision: 1,
    item,
    value: answer.value,
    comment: answer.comment ?? '',
    version: 1,
    authorId,
    at: new Date(startedAt.getTime() + index * PACE_MS),
  }));
  const outcome = assessCard(method, factsOf(card, answers));
  const last = given.at(-1)?.at ?? startedAt;
  await owner.$transaction([
    owner.answer.createMany({ data: given }),
    owner.answerChange.createMany({ data: given.map((row) => ({ id: newId(row.at.getTime()), ...row })) }),
    owner.cardLive.upsert({
      where: { cardId: card.id },
      create: {
        cardId: card.id,
        municipalityId: card.municipalityId,
        schoolId: card.school.id,
        points: [...outcome.points],
        sum: outcome.sum,
        max: outcome.max,
        extra: outcome.extra,
      },
      update: { points: [...outcome.points], sum: outcome.sum, max: outcome.max, extra: outcome.extra },
    }),
    owner.card.update({ where: { id: card.id }, data: { answered: given.length, startedAt, updatedAt: last } }),
  ]);
  return last;
}

type Move = { readonly to: CardStatus; readonly actorId: string; readonly at: Date; readonly reason?: string };

/** Moves a card along its life cycle, with the event; the trigger of the database refuses what the cycle does not have. */
export async function moveCard(owner: Owner, card: BuiltCard, move: Move): Promise<void> {
  const { status, revision } = await owner.card.findUniqueOrThrow({
    where: { id: card.id },
    select: { status: true, revision: true },
  });
  const { to, at } = move;
  await owner.$transaction([
    owner.card.update({
      where: { id: card.id },
      data: {
        status: to,
        updatedAt: at,
        ...(to === 'SUBMITTED' ? { submittedRevision: revision, submittedAt: at } : {}),
        ...(to === 'RETURNED' ? { revision: revision + 1 } : {}),
        ...(to === 'ACCEPTED' ? { acceptedAt: at } : {}),
        ...(to === 'CLOSED' ? { closedAt: at } : {}),
      },
    }),
    owner.cardEvent.create({
      data: {
        id: newId(at.getTime()),
        municipalityId: card.municipalityId,
        schoolId: card.school.id,
        cardId: card.id,
        revision,
        from: status,
        to,
        reason: move.reason ?? '',
        actorId: move.actorId,
        at,
      },
    }),
  ]);
}

type Assessing = {
  readonly method: Method;
  readonly card: BuiltCard;
  readonly answers: Answers;
  readonly accepted: boolean;
  readonly revision?: number;
  readonly at: Date;
};

/** The stored outcome of a round, made by the same function as the portal's own; it supersedes an earlier one. */
export async function buildAssessment(
  owner: Owner,
  assessing: Assessing,
): Promise<{ id: string; verdict: string; sum: number }> {
  const { method, card, answers, accepted, at } = assessing;
  const facts = canonicalFacts(factsOf(card, answers));
  const {
    points,
    items: _items,
    sections: _sections,
    procedures: _procedures,
    low: _low,
    ...outcome
  } = assessCard(method, facts);
  const id = newId(at.getTime());
  await owner.$transaction([
    owner.assessment.updateMany({ where: { cardId: card.id, supersededAt: null }, data: { supersededAt: at } }),
    owner.assessment.create({
      data: {
        id,
        municipalityId: card.municipalityId,
        campaignId: card.campaignId,
        cardId: card.id,
        schoolId: card.school.id,
        versionId: card.versionId,
        year: card.year,
        revision: assessing.revision ?? 1,
        generation: 1,
        accepted,
        points: [...points],
        ...outcome,
        facts,
        inputHash: inputHash(methodHash(method), facts),
        createdAt: at,
      },
    }),
  ]);
  return { id, verdict: outcome.verdict, sum: outcome.sum };
}
