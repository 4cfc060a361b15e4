import { asked, choice, comment, question } from '../support/card';
import { expect, test } from '../support/test';

test.use({ javaScriptEnabled: false });

test('without JavaScript a director signs in, fills the card by sections and submits it', async ({ page, town }) => {
  const { cards } = await town.campaign();
  const card = cards[2];
  if (!card) throw new Error('the primary school has no card');
  const director = await town.person('SCHOOL_HEAD', card.school.id);
  await page.goto(`/cards/${card.id}`);
  await page.getByLabel('Электронная почта').fill(director.email);
  await page.getByLabel('Пароль').fill(director.password);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page).toHaveURL(`/cards/${card.id}`);

  const codes = await asked(page);
  for (const code of codes) await choice(page, code, 'Нет').check();
  const sections = await page.getByRole('button', { name: /^Сохранить раздел/ }).allTextContents();
  for (const name of sections) {
    // Each section is a form of its own; what the others hold unsaved, the next page shows as it was.
    const box = page.locator('section').filter({ has: page.getByRole('button', { name, exact: true }) });
    for (const code of await box.locator('fieldset[data-item]').evaluateAll((all) => all.map((one) => one.id)))
      await choice(page, code, 'Нет').check();
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByText(/Записано ответов: \d+/)).toBeVisible();
  }
  await page.goto(`/cards/${card.id}/submit`);
  await page.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(page.getByText('отправлена', { exact: true }).first()).toBeVisible();
});

test('without JavaScript a conflict shows the saved answer and keeps the typed text in the field', async ({
  signIn,
  town,
}) => {
  const { cards } = await town.campaign();
  const [card] = cards;
  if (!card) throw new Error('no card');
  const head = await signIn(await town.person('SCHOOL_HEAD'), { javaScriptEnabled: false });
  const deputy = await signIn(await town.person('SCHOOL_DEPUTY'), { javaScriptEnabled: false });
  await head.goto(`/cards/${card.id}`);
  await deputy.goto(`/cards/${card.id}`);
  const [code = ''] = await asked(head);
  const section = question(head, code).locator('xpath=ancestor::section[1]');
  const save = await section.getByRole('button', { name: /^Сохранить раздел/ }).textContent();

  await choice(deputy, code, 'Да').check();
  await deputy.getByRole('button', { name: save ?? '', exact: true }).click();
  await expect(deputy.getByText('Записано ответов: 1.')).toBeVisible();

  await choice(head, code, 'Нет').check();
  await (await comment(head, code)).fill('Мой длинный текст о пересдаче.');
  await head.getByRole('button', { name: save ?? '', exact: true }).click();
  const box = question(head, code);
  await expect(box.getByText('Этот ответ не был сохранён')).toBeVisible();
  await expect(box.getByText('Сохранённый ответ: да')).toBeVisible();
  await expect(box.locator('textarea')).toHaveValue('Мой длинный текст о пересдаче.');
  await expect(choice(head, code, 'Нет')).toBeChecked();
  expect(await town.answer(card.id, code)).toMatchObject({ value: 'YES' });

  await head.getByRole('button', { name: save ?? '', exact: true }).click();
  await expect(head.getByText(/Записано ответов: 1/)).toBeVisible();
  expect(await town.answer(card.id, code)).toMatchObject({ value: 'NO', comment: 'Мой длинный текст о пересдаче.' });
});

test('without JavaScript a session that ended gives back everything that was typed', async ({ signIn, town }) => {
  const { cards } = await town.campaign();
  const [card] = cards;
  if (!card) throw new Error('no card');
  const person = await town.person('SCHOOL_HEAD');
  const head = await signIn(person, { javaScriptEnabled: false });
  await head.goto(`/cards/${card.id}`);
  const [code = ''] = await asked(head);
  await choice(head, code, 'Да').check();
  await (await comment(head, code)).fill('Этот текст нельзя потерять.');
  await town.revokeSessions(person);
  await question(head, code)
    .locator('xpath=ancestor::section[1]')
    .getByRole('button', { name: /^Сохранить раздел/ })
    .click();
  await expect(head.locator('body')).toContainText('Этот текст нельзя потерять.');
  expect(await town.answer(card.id, code)).toBeNull();
});
