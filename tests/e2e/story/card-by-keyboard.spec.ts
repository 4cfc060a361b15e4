import { alive, asked, choice, state } from '../support/card';
import { expect, test } from '../support/test';

test('a director answers with the keyboard alone and comes to the first gap by one key', async ({ signIn, town }) => {
  const card = (await town.campaign()).cards[0];
  if (!card) throw new Error('no card');
  const page = await signIn(await town.person('SCHOOL_HEAD'));
  await page.goto(`/cards/${card.id}`);
  await alive(page);
  const [first = '', second = ''] = await asked(page);
  await page.getByRole('link', { name: /К первому пропуску/ }).press('Enter');
  await expect(choice(page, first, 'Да')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(state(page, first)).toContainText('сохранено в');
  await page.keyboard.press('ArrowRight');
  await expect(choice(page, first, 'Нет')).toBeChecked();
  await expect.poll(() => town.answer(card.id, first)).toMatchObject({ value: 'NO' });
  await page.getByRole('link', { name: /К первому пропуску/ }).press('Enter');
  await expect(choice(page, second, 'Да')).toBeFocused();
});
