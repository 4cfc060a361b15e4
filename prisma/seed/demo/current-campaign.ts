import { newId } from '../../../lib/kernel/ids';
import type { Method } from '../../../lib/methodology/method';
import { type BuiltCampaign, type BuiltCard, buildCampaign } from '../builders/campaign';
import { type Answers, buildAssessment, fillCard, moveCard } from '../builders/card';
import type { Owner } from '../builders/owner-client';
import type { BuiltSchool } from '../builders/school';
import { answersFor, type Known } from './answers';
import { Chance } from './chance';
import type { Actors } from './past-campaign';

export type CurrentCampaign = {
  readonly municipalityId: string;
  readonly versionId: string;
  readonly method: Method;
  readonly year: number;
  readonly now: Date;
  readonly schools: readonly BuiltSchool[];
  readonly actors: Actors;
  /** Positions (from 1) by state; what stands nowhere is accepted. */
  readonly untouched: readonly number[];
  readonly begun: readonly number[];
  readonly submitted: readonly number[];
  readonly asked: readonly number[];
  readonly returned: readonly number[];
  readonly resubmitted: readonly number[];
  readonly proposed: readonly number[];
  readonly risk: readonly number[];
  /** What loaded results answer of each card, by its id. */
  readonly knownOf?: (campaign: BuiltCampaign) => Promise<ReadonlyMap<string, Known>>;
  /** A school that got more time. */
  readonly extended: readonly number[];
};

const DAY_MS = 86_400_000;
const OPEN_FOR_DAYS = 14;

/** 23:59 by the clock of Moscow, the demo's time zone. */
function endOfDay(day: Date): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 20, 59));
}

/** The campaign under way: opened a fortnight ago, closing in a fortnight, with cards in every state it can have. */
export async function buildCurrentCampaign(owner: Owner, current: CurrentCampaign): Promise<BuiltCampaign> {
  const { method, now, actors } = current;
  const chance = new Chance(current.year + 7);
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const closesAt = endOfDay(new Date(now.getTime() + OPEN_FOR_DAYS * DAY_MS));
  const campaign = await buildCampaign(owner, {
    ...current,
    title: 'Ежегодная диагностика',
    opensAt: ago(OPEN_FOR_DAYS),
    closesAt,
  });

  const known = (await current.knownOf?.(campaign)) ?? new Map<string, Known>();

  for (const [index, card] of campaign.cards.entries()) {
    const number = index + 1;
    const is = (list: readonly number[]) => list.includes(number);
    if (is(current.extended)) await extend(owner, card, endOfDay(new Date(closesAt.getTime() + 5 * DAY_MS)));
    if (is(current.untouched)) continue;
    const standing = is(current.proposed) ? 'proposed' : is(current.risk) ? 'risk' : 'outside';
    const whole = answersFor(method, card, standing, chance, known.get(card.id));
    const answers = is(current.begun) ? part(whole, chance.integer(6, Math.max(7, card.asked.length - 6))) : whole;
    const authorId = actors.director(card.school);
    const filledAt = await fillCard(owner, { method, card, answers, authorId, startedAt: ago(chance.integer(7, 12)) });
    if (is(current.begun)) continue;
    await moveCard(owner, card, { to: 'SUBMITTED', actorId: authorId, at: filledAt });
    await buildAssessment(owner, { method, card, answers, accepted: false, at: filledAt });
    if (is(current.submitted)) continue;
    if (is(current.asked)) {
      await remark(
        owner,
        card,
        actors.centreId,
        'QUESTION',
        'Уточните, пожалуйста: это число с учётом сентябрьского периода?',
        ago(3),
      );
      continue;
    }
    if (is(current.returned) || is(current.resubmitted)) {
      await remark(
        owner,
        card,
        actors.centreId,
        'REMARK',
        'Ответ расходится с протоколом: проверьте число участников и приложите подтверждение.',
        ago(4),
      );
      await moveCard(owner, card, {
        to: 'RETURNED',
        actorId: actors.centreId,
        at: ago(4),
        reason: 'Есть замечания к ответам',
      });
      if (is(current.returned)) continue;
      await moveCard(owner, card, { to: 'SUBMITTED', actorId: authorId, at: ago(2) });
      await buildAssessment(owner, { method, card, answers, accepted: false, revision: 2, at: ago(2) });
      continue;
    }
    const acceptedAt = ago(chance.integer(1, 5));
    await moveCard(owner, card, { to: 'ACCEPTED', actorId: actors.centreId, at: acceptedAt });
    await buildAssessment(owner, { method, card, answers, accepted: true, at: acceptedAt });
  }
  return campaign;
}

const part = (answers: Answers, size: number): Answers => Object.fromEntries(Object.entries(answers).slice(0, size));

const extend = (owner: Owner, card: BuiltCard, dueAt: Date) =>
  owner.card.update({ where: { id: card.id }, data: { dueAt, dueReason: 'Карантин в школе, письмо директора' } });

async function remark(
  owner: Owner,
  card: BuiltCard,
  authorId: string,
  kind: 'REMARK' | 'QUESTION',
  text: string,
  at: Date,
) {
  const item = card.asked[2] ?? null;
  await owner.remark.create({
    data: {
      id: newId(at.getTime()),
      municipalityId: card.municipalityId,
      schoolId: card.school.id,
      cardId: card.id,
      revision: 1,
      item,
      kind,
      text,
      authorId,
      at,
      sentAt: at,
    },
  });
}
