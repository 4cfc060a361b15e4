import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { acceptCard as accept, submitCard } from '@/lib/diagnostics/cards/card-actions';
import { cardPage } from '@/lib/diagnostics/cards/card-queries';
import { saveAnswers } from '@/lib/diagnostics/cards/save-answers';
import { recomputeCampaign } from '@/lib/diagnostics/outcomes/recompute-campaign';
import { verifyAssessments } from '@/lib/diagnostics/outcomes/verify-assessments';
import { newId } from '@/lib/kernel/ids';
import { inScope } from '@/lib/platform/prisma';
import type { BuiltCampaign } from '@/prisma/seed/builders/campaign';
import { acceptCard, buildTown, openCampaignOf, ownerClient, type Town } from './list-world';

const owner = ownerClient();
let town: Town;
let centre: Viewer;
let head: Viewer;
let campaign: BuiltCampaign;

beforeAll(async () => {
  town = await buildTown(owner, 'ALPHA', 4);
  centre = await town.viewer('CENTRE');
  head = await town.viewer('SCHOOL_HEAD', town.schools[3]);
  campaign = await openCampaignOf(owner, town, 2030);
  for (const [index, card] of campaign.cards.slice(0, 3).entries())
    await acceptCard(owner, card, index * 9, centre.userId);
});
afterAll(() => owner.$disconnect());

/** A generation as it lies in the table, without what only says which row it is. */
const generation = async (number: number) =>
  owner.$queryRaw<{ row: string }[]>`
    SELECT (to_jsonb(a) - 'id' - 'generation' - 'created_at')::text AS row FROM assessment a
    WHERE campaign_id = ${campaign.id}::uuid AND generation = ${number}::int AND superseded_at IS NULL ORDER BY school_id`;

/** As only the machine's own administrator could: past row-level security and triggers. */
async function asSuperuser(sql: string, values: unknown[]): Promise<void> {
  const database = new URL(process.env.DATABASE_URL ?? '').pathname;
  const client = new pg.Client({ connectionString: `${inject('server').superuser}${database}` });
  await client.connect();
  try {
    await client.query("SET session_replication_role = 'replica'");
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}

describe('recomputing a campaign', () => {
  it('gives the same bytes under the same version, and readers follow at once', async () => {
    const before = await generation(1);
    expect(before).toHaveLength(3);
    const page = await cardPage.as(centre, campaign.cards[1]?.id ?? '');
    expect(await inScope(centre, (tx) => recomputeCampaign(tx, campaign.id))).toBe(3);
    expect(await generation(2)).toEqual(before);
    expect((await owner.campaign.findUniqueOrThrow({ where: { id: campaign.id } })).generation).toBe(2);
    const { madeAt: _was, ...outcome } = page.outcome ?? {};
    const { madeAt: _is, ...again } = (await cardPage.as(centre, campaign.cards[1]?.id ?? '')).outcome ?? {};
    expect(again).toEqual(outcome);
  });

  it('does not keep anybody from reading, and loses no outcome that is stored meanwhile', async () => {
    const card = campaign.cards[3];
    if (!card) throw new Error('the roster is short');
    await saveAnswers(head, card.id, {
      key: newId(),
      answers: card.asked.map((item) => ({ item, value: 'NO' as const, number: '', comment: '', version: 0 })),
    });
    let submitted: Promise<unknown> = Promise.resolve();
    await inScope(centre, async (tx) => {
      await recomputeCampaign(tx, campaign.id);
      submitted = submitCard.as(head, { cardId: card.id });
      expect((await cardPage.as(centre, campaign.cards[0]?.id ?? '')).outcome).toMatchObject({ sum: 0 });
    });
    expect(await submitted).toMatchObject({ ok: true });
    expect(await accept.as(centre, { cardId: card.id, revision: '1' })).toMatchObject({ ok: true });
    const now = await owner.campaign.findUniqueOrThrow({ where: { id: campaign.id } });
    expect(await generation(now.generation)).toHaveLength(4);
  });

  it('is not for a stranger', async () => {
    const other = await buildTown(owner, 'BETA', 1);
    const stranger = await other.viewer('CENTRE');
    await expect(inScope(stranger, (tx) => recomputeCampaign(tx, campaign.id))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('verifying', () => {
  it('finds nothing in what the portal wrote', async () => {
    const { checked, wrong } = await verifyAssessments(owner);
    expect(checked).toBeGreaterThanOrEqual(10);
    expect(wrong).toEqual([]);
  });

  it('finds a sum, a verdict or a point that somebody changed past the portal', async () => {
    const [victim] = await owner.assessment.findMany({ where: { campaignId: campaign.id, sum: 18 }, take: 1 });
    if (!victim) throw new Error('nothing to damage');
    await asSuperuser("UPDATE assessment SET sum = 1, verdict = 'outside', points[1] = 0 WHERE id = $1", [victim.id]);
    const { wrong } = await verifyAssessments(owner);
    expect(wrong.map((one) => [one.id, one.differences.map((difference) => difference.field)])).toEqual([
      [victim.id, expect.arrayContaining(['sum', 'verdict', 'points'])],
    ]);
    await asSuperuser("UPDATE assessment SET facts = '{}' WHERE id = $1", [victim.id]);
    expect((await verifyAssessments(owner)).wrong).toMatchObject([
      { id: victim.id, failure: expect.stringMatching(/./) },
    ]);
  });
});
