import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { staffHome } from '@/lib/diagnostics/overviews/home-queries';
import type { BuiltCampaign } from '@/prisma/seed/builders/campaign';
import { buildAssessment, fillCard, moveCard } from '@/prisma/seed/builders/card';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { answersOf, buildTown, openCampaignOf, ownerClient, type Town } from './list-world';

const owner = ownerClient();
let town: Town;
let campaign: BuiltCampaign;
let centre: Viewer;

/** Schools by what they did: two sent their cards, the third has only begun. */
beforeAll(async () => {
  town = await buildTown(owner, 'contested', 3);
  centre = await town.viewer('CENTRE');
  campaign = await openCampaignOf(owner, town, 2025);
  for (const [index, card] of campaign.cards.entries()) {
    const author = await town.viewer('SCHOOL_HEAD', card.school);
    const work = { method: defaultMethod, card, answers: answersOf(card, 2) };
    await fillCard(owner, { ...work, authorId: author.userId, startedAt: new Date() });
    if (index === 2) continue;
    await moveCard(owner, card, { to: 'SUBMITTED', actorId: author.userId, at: new Date() });
    await buildAssessment(owner, { ...work, accepted: false, at: new Date() });
  }
});
afterAll(() => owner.$disconnect());

const computed = (index: number, values: readonly ('YES' | 'NO' | 'NO_DATA')[]) => {
  const card = campaign.cards[index];
  if (!card) throw new Error(`no card ${index}`);
  const given = answersOf(card, 2);
  return owner.computedAnswer.createMany({
    data: values.map((value, place) => {
      const item = Object.keys(given)[place] ?? '';
      // «YES» agrees where the school has said so, the others do not.
      const same = given[item]?.value;
      return {
        ...{ cardId: card.id, item, municipalityId: town.id, schoolId: card.school.id, because: '', at: new Date() },
        value: value === 'YES' ? (same ?? 'YES') : value === 'NO_DATA' ? value : same === 'NO' ? 'YES' : 'NO',
      };
    }),
  });
};

it('the centre is told which sent cards say otherwise than the portal has computed, and of no other', async () => {
  // The first contests two answers, the second none; what is not known contradicts nobody; the third has not sent its card.
  await computed(0, ['NO', 'YES', 'NO', 'NO_DATA']);
  await computed(1, ['YES', 'YES', 'NO_DATA']);
  await computed(2, ['NO', 'NO']);
  const { contested } = await staffHome.as(centre);
  expect(contested.map(({ cardId, answers }) => [cardId, answers])).toEqual([[campaign.cards[0]?.id, 2]]);
  expect((await staffHome.as(await town.viewer('OFFICIAL'))).contested).toEqual([]);
});
