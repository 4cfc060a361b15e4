import type { Method } from '../../../lib/methodology/method';
import { type BuiltCampaign, buildCampaign } from '../builders/campaign';
import { buildAssessment, fillCard, moveCard } from '../builders/card';
import { buildApprovedList, type EntryDraft } from '../builders/list';
import type { Owner } from '../builders/owner-client';
import type { BuiltSchool } from '../builders/school';
import { answersFor } from './answers';
import { Chance } from './chance';

export type Actors = {
  readonly director: (school: BuiltSchool) => string;
  readonly centreId: string;
  readonly officialId: string;
};

export type PastCampaign = {
  readonly municipalityId: string;
  readonly versionId: string;
  readonly method: Method;
  readonly year: number;
  readonly schools: readonly BuiltSchool[];
  readonly actors: Actors;
  /** Positions (from 1) of the schools the rules are to propose, and of those in the zone of risk. */
  readonly proposed: readonly number[];
  readonly risk: readonly number[];
  /** What the commission decided otherwise than the rules, with its reason. */
  readonly otherwise: Readonly<Record<number, { readonly decision: EntryDraft['decision']; readonly reason: string }>>;
  readonly orderNumber: string;
};

const DAY_MS = 86_400_000;

/** A campaign that is over: every card filled, accepted and closed by an approved list. */
export async function buildPastCampaign(owner: Owner, past: PastCampaign): Promise<BuiltCampaign> {
  const { method, year, actors } = past;
  const chance = new Chance(year);
  const opensAt = new Date(Date.UTC(year, 9, 1, 5));
  const orderDate = new Date(Date.UTC(year, 11, 5));
  const campaign = await buildCampaign(owner, {
    ...past,
    title: 'Ежегодная диагностика',
    opensAt,
    closesAt: new Date(Date.UTC(year, 9, 31, 20)),
  });
  const entries: EntryDraft[] = [];
  for (const [index, card] of campaign.cards.entries()) {
    const number = index + 1;
    const standing = past.proposed.includes(number) ? 'proposed' : past.risk.includes(number) ? 'risk' : 'outside';
    const answers = answersFor(method, card, standing, chance);
    const authorId = actors.director(card.school);
    const startedAt = new Date(opensAt.getTime() + chance.integer(1, 20) * DAY_MS);
    const filledAt = await fillCard(owner, { method, card, answers, authorId, startedAt });
    const submittedAt = new Date(filledAt.getTime() + 600_000);
    await moveCard(owner, card, { to: 'SUBMITTED', actorId: authorId, at: submittedAt });
    await buildAssessment(owner, { method, card, answers, accepted: false, at: submittedAt });
    const acceptedAt = new Date(submittedAt.getTime() + chance.integer(1, 6) * DAY_MS);
    await moveCard(owner, card, { to: 'ACCEPTED', actorId: actors.centreId, at: acceptedAt });
    const assessment = await buildAssessment(owner, { method, card, answers, accepted: true, at: acceptedAt });
    const other = past.otherwise[number];
    const proposes = method.verdicts.some((verdict) => verdict.code === assessment.verdict && verdict.proposes);
    entries.push({
      schoolId: card.school.id,
      schoolName: card.school.shortName,
      assessmentId: assessment.id,
      verdict: assessment.verdict,
      decision: other?.decision ?? (proposes ? 'INCLUDE' : 'EXCLUDE'),
      reason: other?.reason ?? '',
    });
  }
  await buildApprovedList(owner, {
    municipalityId: past.municipalityId,
    campaignId: campaign.id,
    entries,
    orderNumber: past.orderNumber,
    orderDate,
    orderTitle: 'Об утверждении списка школ для адресной поддержки',
    proposedById: actors.centreId,
    approvedById: actors.officialId,
  });
  for (const card of campaign.cards)
    await moveCard(owner, card, { to: 'CLOSED', actorId: actors.officialId, at: orderDate });
  return campaign;
}
