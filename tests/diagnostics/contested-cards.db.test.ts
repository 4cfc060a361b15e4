import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { acceptCard, submitCard } from '@/lib/diagnostics/cards/card-actions';
import { cardPage } from '@/lib/diagnostics/cards/card-queries';
import { sendQuestion } from '@/lib/diagnostics/cards/remark-actions';
import { saveAnswers } from '@/lib/diagnostics/cards/save-answers';
import { isContested, settledContest } from '@/lib/diagnostics/computed/contest';
import { settleContest } from '@/lib/diagnostics/computed/contest-actions';
import { staffHome } from '@/lib/diagnostics/overviews/home-queries';
import { newId } from '@/lib/kernel/ids';
import { type BuiltCampaign, buildCampaign } from '@/prisma/seed/builders/campaign';
import { buildAssessment, fillCard, moveCard } from '@/prisma/seed/builders/card';
import { publishMethod } from '@/prisma/seed/builders/method';
import { computedCard } from '@/prisma/seed/reference/computed-card';
import { answersOf, buildTown, HOUR, ownerClient, type Town } from './list-world';

const owner = ownerClient();
let town: Town;
let campaign: BuiltCampaign;
let centre: Viewer;

/** Schools by what they did: two sent their cards, the third has only begun. */
beforeAll(async () => {
  town = await buildTown(owner, 'contested', 3);
  centre = await town.viewer('CENTRE');
  campaign = await buildCampaign(owner, {
    municipalityId: town.id,
    versionId: await publishMethod(owner, computedCard),
    method: computedCard,
    year: 2025,
    title: 'Диагностика',
    opensAt: new Date(Date.now() - 24 * HOUR),
    closesAt: new Date(Date.now() + 240 * HOUR),
    schools: town.schools,
  });
  for (const [index, card] of campaign.cards.entries()) {
    const author = await town.viewer('SCHOOL_HEAD', card.school);
    const work = { method: computedCard, card, answers: answersOf(card, 2) };
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

it('the centre takes the school’s answer with a reason: all three stay, and the school reads why', async () => {
  const [card] = campaign.cards;
  if (!card) throw new Error('no card');
  const head = await town.viewer('SCHOOL_HEAD', card.school);
  const items = async (viewer: Viewer) => {
    const page = await cardPage.as(viewer, card.id);
    return page.sections.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.items));
  };
  const [first, second] = (await items(centre)).filter(isContested);
  if (!first || !second) throw new Error('nothing contested');
  const decision = { cardId: card.id, item: first.code };
  expect(await settleContest.as(head, { ...decision, reason: 'Сам' })).toMatchObject({ ok: false });
  expect(await settleContest.as(centre, { ...decision, reason: ' ' })).toMatchObject({
    ok: false,
    fields: { reason: expect.stringMatching(/почему/) },
  });
  expect(await settleContest.as(centre, { ...decision, reason: 'Протокол апелляции' })).toMatchObject({ ok: true });
  expect(await settleContest.as(centre, { ...decision, reason: 'Ещё раз' })).toMatchObject({ ok: false });
  for (const viewer of [centre, head]) {
    const item = (await items(viewer)).find(({ code }) => code === first.code);
    expect(item && settledContest(item)?.reason).toBe('Протокол апелляции');
    expect([item?.computed?.value, item?.answer?.value]).toEqual([first.computed?.value, first.answer?.value]);
  }
  expect((await staffHome.as(centre)).contested.map(({ item, answers }) => [item, answers])).toEqual([
    [second.code, 1],
  ]);
  const agreed = (await items(centre)).find((item) => item.computed && !isContested(item));
  expect(await settleContest.as(centre, { cardId: card.id, item: agreed?.code ?? '', reason: 'Да' })).toMatchObject({
    ok: false,
    message: expect.stringContaining('не расходятся'),
  });
  await expect(owner.contestDecision.deleteMany({ where: { cardId: card.id } })).rejects.toThrow();
});

it('a card is not accepted while a disagreement stands undecided; then its remarks are settled with it', async () => {
  const [card] = campaign.cards;
  if (!card) throw new Error('no card');
  const accept = () => acceptCard.as(centre, { cardId: card.id, revision: '1' });
  const refused = await accept();
  expect(refused).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^Сначала решите, чей ответ верен: \S+\./),
  });
  const page = await cardPage.as(centre, card.id);
  const open = page.sections
    .flatMap(({ criteria }) => criteria.flatMap(({ items }) => items))
    .filter((item) => isContested(item) && settledContest(item) === null);
  for (const { code } of open)
    await settleContest.as(centre, { cardId: card.id, item: code, reason: 'Верен протокол' });
  await sendQuestion.as(centre, { cardId: card.id, item: open[0]?.code ?? '', text: 'Где протокол?' });
  expect(await accept()).toMatchObject({ ok: true });
  expect(await owner.remark.count({ where: { cardId: card.id, settledAt: null } })).toBe(0);
});

it('a school does not send another answer than the portal’s without a word, nor under the portal’s own reason', async () => {
  const card = campaign.cards[2];
  if (!card) throw new Error('no card');
  const head = await town.viewer('SCHOOL_HEAD', card.school);
  const [item = ''] = card.asked;
  const where = { cardId_item: { cardId: card.id, item } };
  await owner.computedAnswer.update({ where, data: { value: 'YES', because: 'Потому что 40 %.' } });
  const rowOf = () => owner.answer.findFirstOrThrow({ where: { cardId: card.id, item } });
  await owner.answer.updateMany({
    where: { cardId: card.id, item },
    data: { value: 'YES', source: 'COMPUTED', comment: 'Потому что 40 %.' },
  });
  const say = async (value: 'YES' | 'NO', comment: string) => {
    const { version } = await rowOf();
    const answers = [{ item, value, number: '', comment, version }];
    return saveAnswers(head, card.id, { key: newId(), answers });
  };
  await say('NO', 'Потому что 40 %.');
  expect(await rowOf()).toMatchObject({ value: 'NO', source: 'OVERRIDDEN', comment: '' });
  const submit = () => submitCard.as(head, { cardId: card.id });
  expect(await submit()).toMatchObject({
    ok: false,
    message: expect.stringContaining('Вы ответили иначе, чем посчитал портал'),
    fields: { [item]: expect.stringMatching(/почему/) },
  });
  await owner.computedAnswer.deleteMany({ where: { cardId: card.id, item: { not: item } } });
  await say('NO', 'Пересдача в сентябре');
  expect(await submit()).toMatchObject({ ok: true });
});
