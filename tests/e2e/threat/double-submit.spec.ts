import { expect, test } from '../support/test';

test('a card submitted by a double click is submitted once', async ({ signIn, town }) => {
  const director = await town.person('SCHOOL_HEAD');
  const card = (await town.campaign()).cards[0];
  if (!card) throw new Error('no card');
  await town.fill(card, director, 'DRAFT');
  const page = await signIn(director);
  await page.goto(`/cards/${card.id}/submit`);
  await page.getByRole('button', { name: 'Отправить на проверку' }).dblclick();
  await expect
    .poll(() =>
      town.owner.card.findUniqueOrThrow({
        where: { id: card.id },
        select: { status: true, revision: true, submittedRevision: true },
      }),
    )
    .toEqual({
      status: 'SUBMITTED',
      revision: 1,
      submittedRevision: 1,
    });
  expect(await town.owner.cardEvent.count({ where: { cardId: card.id } })).toBe(1);
  expect(await town.owner.assessment.count({ where: { cardId: card.id } })).toBe(1);
});
