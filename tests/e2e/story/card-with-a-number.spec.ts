import type { Page } from '@playwright/test';
import { addCriterion, changeItem, newNumber } from '@/lib/methodology/draft/change-items';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { alive, choice, question, state } from '../support/card';
import { expect, test } from '../support/test';

/** Of a test's own: two that publish one version at once would meet. */
const methodOf = (code: string) =>
  changeItem(
    addCriterion(
      { ...defaultMethod, code, title: 'Методика с числом' },
      'А',
      newNumber({ code: 'А9', wording: 'Доля учителей старше 60 лет', threshold: 'Если больше 30 %' }),
    ),
    'А9',
    { threshold: { op: '>', value: 30, unit: 'PERCENT', base: 'NONE', minParticipants: 0 } },
  );

const number = (page: Page) => question(page, 'А9').getByLabel('Впишите число (%)');

test('a director types a number, sees what it makes, and a colleague meets it', async ({ signIn, town }) => {
  const { cards } = await town.campaign('Диагностика с числом', methodOf('number-and-colleague'));
  const [card] = cards;
  if (!card) throw new Error('no card');
  const head = await signIn(await town.person('SCHOOL_HEAD'));
  const deputy = await signIn(await town.person('SCHOOL_DEPUTY'));
  for (const page of [head, deputy]) {
    await page.goto(`/cards/${card.id}`);
    await alive(page);
  }

  await number(head).fill('много');
  await expect(state(head, 'А9')).toContainText('не сохранено: Впишите число цифрами');
  await number(head).fill('34,5 %');
  await expect(question(head, 'А9').getByText('34,5 %: ответ «да» (порог – больше 30 %)')).toBeVisible();
  await expect(state(head, 'А9')).toContainText('сохранено в');
  await expect(question(head, 'А9').getByText('1 балл', { exact: true })).toBeVisible();
  await expect(number(deputy)).toHaveValue('34,5', { timeout: 15_000 });

  await choice(deputy, 'А9', 'Нет данных').check();
  await expect(number(deputy)).toHaveValue('');
  await expect(state(deputy, 'А9')).toContainText('сохранено в');
  await number(deputy).fill('12');
  await expect(choice(deputy, 'А9', 'Нет данных')).not.toBeChecked();
  await number(deputy).blur();
  await expect(question(deputy, 'А9').getByText('0 баллов', { exact: true })).toBeVisible();

  await deputy.goto(`/cards/${card.id}/items/${encodeURIComponent('А9')}`);
  await expect(deputy.getByText('нет (12 %)').first()).toBeVisible();
  await deputy.goto(`/cards/${card.id}/print`);
  await expect(deputy.getByRole('row').filter({ hasText: 'старше 60' })).toContainText('нет (12 %)');
});

test('without JavaScript a number is saved with its section, and a wrong one comes back to its field', async ({
  signIn,
  town,
}) => {
  const { cards } = await town.campaign('Диагностика с числом', methodOf('number-without-script'));
  const [card] = cards;
  if (!card) throw new Error('no card');
  const page = await signIn(await town.person('SCHOOL_HEAD'), { javaScriptEnabled: false });
  await page.goto(`/cards/${card.id}`);
  const save = () => page.getByRole('button', { name: 'Сохранить раздел А', exact: true }).click();

  await number(page).fill('340');
  await save();
  await expect(question(page, 'А9').getByText('Число не может быть больше 100.').first()).toBeVisible();
  await expect(number(page)).toHaveValue('340');
  await number(page).fill('34');
  await save();
  await expect(page.getByText('Записано ответов: 1.')).toBeVisible();
  await expect(number(page)).toHaveValue('34');
  expect(await town.answer(card.id, 'А9')).toMatchObject({ value: 'YES' });
  // Saved once more untouched: nobody has changed anything.
  await save();
  expect(await town.answer(card.id, 'А9')).toMatchObject({ version: 1 });
});
