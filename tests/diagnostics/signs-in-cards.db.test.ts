import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { campaignPage, coverageSearch } from '@/lib/diagnostics/campaigns/campaign-queries';
import { cardPage } from '@/lib/diagnostics/cards/card-queries';
import { computeCards } from '@/lib/diagnostics/computed/compute-cards';
import { confirmComputed } from '@/lib/diagnostics/computed/computed-actions';
import { newId } from '@/lib/kernel/ids';
import { objectivitySchool } from '@/lib/objectivity/objectivity-queries';
import { procedureKey } from '@/lib/objectivity/procedure';
import { reviewSign } from '@/lib/objectivity/review-actions';
import { inScope } from '@/lib/platform/prisma';
import { writeResults } from '@/lib/results/result-store';
import { type BuiltCampaign, buildCampaign } from '@/prisma/seed/builders/campaign';
import { moveCard } from '@/prisma/seed/builders/card';
import { publishMethod } from '@/prisma/seed/builders/method';
import { Chance } from '@/prisma/seed/demo/chance';
import { computedCard } from '@/prisma/seed/reference/computed-card';
import { manipulate } from '@/scripts/detectors/manipulate';
import { makeSchool } from '@/scripts/detectors/region';
import { resultsOf, YEAR } from '@/scripts/detectors/results-of';
import { buildTown, HOUR, ownerClient, type Town } from './list-world';

const owner = ownerClient();
/** The school that lifted its fourth grade. */
const ODD = 7;

let town: Town;
let centre: Viewer;
let head: Viewer;
let campaign: BuiltCampaign;
let place: { schoolId: string; year: string; sign: string; work: string };

beforeAll(async () => {
  town = await buildTown(owner, 'signs', 26);
  [centre, head] = [await town.viewer('CENTRE'), await town.viewer('SCHOOL_HEAD', town.schools[ODD])];
  const chance = new Chance(17);
  const importId = newId();
  await owner.resultImport.create({
    data: {
      ...{ id: importId, municipalityId: town.id, fileName: 'ВПР.xlsx', sha256: '0'.repeat(64), size: 1 },
      ...{ status: 'APPLIED', createdById: centre.userId },
    },
  });
  const results = town.schools.flatMap((school, i) => {
    const honest = makeSchool(chance, school.id, 'normal', 40);
    const made = i === ODD ? manipulate(new Chance(1), honest, 'raised', 0.85).school : honest;
    return resultsOf(made).map(({ schoolId, ...result }) => ({ schoolId, part: 'PUPILS' as const, result }));
  });
  const written = { municipalityId: town.id, importId, source: 'ВПР.xlsx' };
  await inScope(centre, (tx) => writeResults(tx, written, { results, figures: [] }, null));
  campaign = await buildCampaign(owner, {
    ...{ municipalityId: town.id, versionId: await publishMethod(owner, computedCard), method: computedCard },
    ...{ year: YEAR + 1, title: 'Диагностика', schools: town.schools },
    ...{ opensAt: new Date(Date.now() - 24 * HOUR), closesAt: new Date(Date.now() + 240 * HOUR) },
  });
  const schoolId = town.schools[ODD]?.id ?? '';
  const page = await objectivitySchool.as(centre, schoolId, YEAR, {});
  const work = page.works.find(({ present }) => present.some(({ sign }) => /^Г0[1-4]$/.test(sign.code)));
  const found = work?.present.find(({ sign }) => /^Г0[1-4]$/.test(sign.code));
  if (!work || !found) throw new Error('the raised school has no federal sign');
  place = { schoolId, year: String(YEAR), sign: found.sign.code, work: procedureKey(work.procedure) };
});
afterAll(() => owner.$disconnect());

const cardId = () => campaign.cards[ODD]?.id ?? '';
async function sign() {
  await computeCards({ municipalityId: town.id, campaignId: campaign.id });
  const { sections } = await cardPage.as(head, cardId());
  const items = sections.flatMap((section) => section.criteria.flatMap((criterion) => criterion.items));
  return items.find(({ code }) => code === place.sign) ?? expect.fail('no such sign');
}
const decide = (step: string, reason: string) => reviewSign.as(centre, { ...place, step, reason });

describe('a sign that the map has found', () => {
  it('is a possible marker in the card and no point, until the centre has looked', async () => {
    const { computed, point } = await sign();
    expect(computed).toMatchObject({ value: 'NO_DATA', ground: 'MARKER', files: ['ВПР.xlsx'] });
    expect(computed?.because).toMatch(/^Возможный маркер, центр ещё не посмотрел\./);
    expect(point).toBeNull();
  });

  it('does not hold the school up: it answers «нет данных» for now, with the numbers as its comment', async () => {
    expect(await confirmComputed.as(head, { cardId: cardId(), item: place.sign })).toMatchObject({ ok: true });
    const { answer, point } = await sign();
    expect(answer).toMatchObject({ value: 'NO_DATA', source: 'COMPUTED' });
    expect(answer?.comment).toContain('центр ещё не посмотрел');
    expect(point).toBeNull();
  });

  it('that the centre confirms is «да» with its reason and the numbers, and the point comes with the school’s answer', async () => {
    expect(await decide('CONFIRMED', 'Перепроверка подтвердила')).toMatchObject({ ok: true });
    const { computed, point } = await sign();
    expect(computed).toMatchObject({ value: 'YES', ground: 'CONFIRMED', previous: 'NO_DATA' });
    expect(computed?.because).toContain('Перепроверка подтвердила. Числа, которые видел центр: Средний балл');
    expect(point).toBeNull();
    await confirmComputed.as(head, { cardId: cardId(), item: place.sign });
    expect((await sign()).point).toBe(1);
    const { computation } = await campaignPage.as(centre, campaign.id, coverageSearch.parse({}));
    expect(computation).toMatchObject({ state: 'FRESH', after: `решения по признаку ${place.sign}`, changed: 1 });
  });

  it('that is rejected is «нет» with the reason; taken back, it is a marker again', async () => {
    await decide('REJECTED', 'Объяснимо: класс с углублённым изучением');
    const rejected = (await sign()).computed;
    expect(rejected).toMatchObject({ value: 'NO', ground: 'REJECTED', previous: 'YES' });
    expect(rejected?.because).toContain('Объяснимо: класс с углублённым изучением.');
    await decide('WITHDRAWN', 'Поспешили');
    expect((await sign()).computed).toMatchObject({ value: 'NO_DATA', ground: 'MARKER' });
  });

  it('changes nothing of a card that was sent', async () => {
    const card = campaign.cards[ODD] ?? expect.fail('no card');
    await moveCard(owner, card, { to: 'SUBMITTED', actorId: head.userId, at: new Date() });
    const before = (await sign()).computed;
    await decide('CONFIRMED', 'Комиссия подтвердила');
    expect((await sign()).computed).toEqual(before);
  });
});
