import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { returnCard, submitCard } from '@/lib/diagnostics/cards/card-actions';
import { cardPage } from '@/lib/diagnostics/cards/card-queries';
import { cardHistory } from '@/lib/diagnostics/cards/history-queries';
import { saveAnswers } from '@/lib/diagnostics/cards/save-answers';
import { trialPage } from '@/lib/diagnostics/trials/trial-queries';
import { newId } from '@/lib/kernel/ids';
import { addCriterion, changeItem, newNumber } from '@/lib/methodology/draft/change-items';
import { itemsOf } from '@/lib/methodology/items';
import type { Method } from '@/lib/methodology/method';
import { type BuiltCampaign, buildCampaign } from '@/prisma/seed/builders/campaign';
import { publishMethod } from '@/prisma/seed/builders/method';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { buildTown, HOUR, ownerClient, type Town } from './list-world';

const owner = ownerClient();
const asked = addCriterion(
  { ...defaultMethod, code: 'numbers' },
  'Е',
  newNumber({ code: 'Е9', wording: 'Доля учителей старше 60 лет', threshold: 'больше 30 %' }),
);
const over = (value: number): Method =>
  changeItem(asked, 'Е9', {
    threshold: { op: '>', value, unit: 'PERCENT', base: 'NONE', minParticipants: 0 },
  });
const method = over(30);
let town: Town;
let head: Viewer;
let campaign: BuiltCampaign;

beforeAll(async () => {
  town = await buildTown(owner, 'numbers', 1);
  head = await town.viewer('SCHOOL_HEAD', town.schools[0]);
  campaign = await buildCampaign(owner, {
    municipalityId: town.id,
    versionId: await publishMethod(owner, method),
    method,
    year: 2025,
    title: 'Диагностика',
    opensAt: new Date(Date.now() - 24 * HOUR),
    closesAt: new Date(Date.now() + 240 * HOUR),
    schools: town.schools,
  });
});
afterAll(() => owner.$disconnect());

const cardId = () => {
  const [card] = campaign.cards;
  if (!card) throw new Error('a campaign has cards');
  return card.id;
};
const give = (number: string, version: number) =>
  saveAnswers(head, cardId(), {
    key: newId(),
    answers: [{ item: 'Е9', value: null, number, comment: '', version }],
  });
const shown = async (viewer = head) =>
  (await cardPage.as(viewer, cardId())).sections
    .flatMap(({ criteria }) => criteria.flatMap(({ items }) => items))
    .find(({ code }) => code === 'Е9');

it('a typed number becomes an answer by the threshold, with its history, and the sum follows it', async () => {
  expect((await give('34,5', 0)).live).toMatchObject({ sum: 1, pointsByItem: { Е9: 1 } });
  expect(await shown()).toMatchObject({ answer: { value: 'YES', number: '34.5' }, point: 1 });
  expect((await give('30 %', 1)).live).toMatchObject({ sum: 0, pointsByItem: { Е9: 0 } });
  const history = await cardHistory.as(head, cardId());
  expect(history.items.find(({ code }) => code === 'Е9')?.entries).toMatchObject([
    { value: 'YES', number: '34.5' },
    { value: 'NO', number: '30' },
  ]);
});

it('the database keeps a number beside «да» and «нет» alone', async () => {
  const wrong = owner.$executeRaw`UPDATE answer SET value = 'NO_DATA' WHERE card_id = ${cardId()}::uuid AND item = 'Е9'`;
  await expect(wrong).rejects.toThrow(/answer_number_decides/);
});

it('a sent number is tried against another threshold, and comes back with a returned card', async () => {
  const answers = itemsOf(method)
    .filter(({ on, code }) => on && code !== 'Е9')
    .map(({ code }) => ({ item: code, value: 'NO' as const, number: '', comment: '', version: 0 }));
  await saveAnswers(head, cardId(), { key: newId(), answers });
  await submitCard.as(head, { cardId: cardId() });
  const centre = await town.viewer('CENTRE');
  expect(await shown(centre)).toMatchObject({ answer: { value: 'NO', number: '30' } });
  const stricter = await publishMethod(owner, { ...over(29), number: 2 });
  const trial = await trialPage.as(centre, stricter, { numbers: new Map() });
  expect(trial.campaign && trial.trial.rows).toMatchObject([{ before: { sum: 0 }, after: { sum: 1 } }]);
  await returnCard.as(centre, { cardId: cardId(), revision: '1', reason: 'Проверьте долю' });
  expect(await shown()).toMatchObject({ answer: { value: 'NO', number: '30' } });
  expect((await give('31', 2)).live).toMatchObject({ sum: 1 });
});
