import { alive, answer, asked, choice, comment, question, state } from '../support/card';
import { expect, test } from '../support/test';

test('two people on one answer see both texts, and the one who looks decides', async ({ signIn, town }) => {
  const card = (await town.campaign()).cards[0];
  if (!card) throw new Error('no card');
  const head = await signIn(await town.person('SCHOOL_HEAD'));
  const deputy = await signIn(await town.person('SCHOOL_DEPUTY'));
  // The head's page hears no news, as after a lost network: it goes on from the version it saw.
  await head.route('**/changes*', (route) => route.abort());
  for (const page of [head, deputy]) {
    await page.goto(`/cards/${card.id}`);
    await alive(page);
  }
  const [code = ''] = await asked(head);
  await answer(deputy, code, 'Да');
  await (await comment(deputy, code)).fill('Так решил заместитель.');
  await expect(state(deputy, code)).toContainText('сохранено в');
  await expect.poll(() => town.answer(card.id, code)).toMatchObject({ comment: 'Так решил заместитель.' });

  await answer(head, code, 'Нет');
  const conflict = question(head, code).getByRole('alert');
  await expect(conflict).toContainText('только что изменил другой человек');
  await expect(conflict).toContainText('Так решил заместитель.');
  await expect(conflict).toContainText('Завучева Нина');
  expect(await town.answer(card.id, code)).toMatchObject({ value: 'YES', comment: 'Так решил заместитель.' });

  await conflict.getByRole('button', { name: 'Оставить мой' }).click();
  await expect(state(head, code)).toContainText('сохранено в');
  await expect.poll(() => town.answer(card.id, code)).toMatchObject({ value: 'NO' });
});

test('two people on different answers never disturb each other, and each sees the other’s answer appear', async ({
  signIn,
  town,
}) => {
  const card = (await town.campaign()).cards[0];
  if (!card) throw new Error('no card');
  const head = await signIn(await town.person('SCHOOL_HEAD'));
  const deputy = await signIn(await town.person('SCHOOL_DEPUTY'));
  for (const page of [head, deputy]) {
    await page.goto(`/cards/${card.id}`);
    await alive(page);
  }
  const [first = '', second = ''] = await asked(head);
  await answer(head, first, 'Да');
  await answer(deputy, second, 'Нет');
  await expect(state(head, first)).toContainText('сохранено в');
  await expect(state(deputy, second)).toContainText('сохранено в');
  await expect(choice(head, second, 'Нет')).toBeChecked({ timeout: 15_000 });
  await expect(choice(deputy, first, 'Да')).toBeChecked({ timeout: 15_000 });
  await expect(question(head, second)).toContainText('Завучева Нина');
  expect(await town.answer(card.id, first)).toMatchObject({ value: 'YES' });
  expect(await town.answer(card.id, second)).toMatchObject({ value: 'NO' });
});
