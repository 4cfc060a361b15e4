import type { Page } from '@playwright/test';
import { publishMethod } from '@/prisma/seed/builders/method';
import { computedCard } from '@/prisma/seed/reference/computed-card';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { expect, test } from '../support/test';

for (const javaScriptEnabled of [true, false]) {
  test(`a centre writes a method of its own and the department approves it ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    signIn,
    town,
  }) => {
    test.slow();
    const base = await publishMethod(town.owner, defaultMethod);
    const centre = await signIn(await town.person('CENTRE'), { javaScriptEnabled });
    await centre.goto(`/method/${base}`);
    await centre.getByRole('button', { name: 'Сделать черновик из этой версии' }).click();
    await expect(centre).toHaveURL(/\/method\/[\w-]+\/edit$/);
    const draft = centre.url().split('/').at(-2) ?? '';

    await centre.getByRole('link', { name: 'Править А1' }).click();
    await expect(centre.getByRole('heading', { name: 'Критерий А1' })).toBeVisible();
    await centre.getByLabel('Формулировка').fill('Доля «2» по русскому языку заметно выше городской');
    await save(centre, 'Сохранить');
    await centre.goto(`/method/${draft}/edit`);
    await centre.getByRole('checkbox', { name: /^А2\./ }).uncheck();
    await save(centre, 'Сохранить, что включено');
    await centre.locator('input[name="values[]"]').first().fill('17');
    await save(centre, 'Сохранить числа');
    const added = centre.getByRole('form', { name: 'Добавить критерий' });
    await added.getByLabel('Код критерия').fill('А9');
    await added.getByLabel('Формулировка').fill('Нет наставника у молодых учителей');
    await added.getByLabel('Когда «да»').fill('Если наставника нет');
    await save(centre, 'Добавить критерий');
    await expect(centre.getByRole('heading', { name: 'Критерий А9' })).toBeVisible();

    await centre.goto(`/method/${draft}/edit/rules`);
    const rule = centre.getByRole('form', { name: 'Новое правило' });
    await rule.getByLabel('Код правила').fill('many');
    await rule.getByLabel('Правило словами').fill('Баллов больше двадцати');
    await rule.getByLabel('Условие').fill('sum > ');
    await rule.getByLabel('Вывод').selectOption({ index: 1 });
    await rule.getByRole('button', { name: 'Добавить правило' }).click();
    await expect(rule.getByRole('alert').first()).toBeVisible();
    const again = centre.getByRole('form', { name: 'Новое правило' });
    await expect(again.getByLabel('Правило словами')).toHaveValue('Баллов больше двадцати');
    await again.getByLabel('Условие').fill('sum > 20');
    await save(centre, 'Добавить правило');

    await centre.goto(`/method/compare?from=${base}&to=${draft}`);
    for (const line of [
      /заметно выше городской/,
      /^Выключен\.$/,
      /стало.*17/,
      /Нет наставника/,
      /Баллов больше двадцати/,
    ])
      await expect(centre.getByText(line).first()).toBeVisible();

    const official = await signIn(await town.person('OFFICIAL'), { javaScriptEnabled });
    await official.goto(`/method/${draft}`);
    await official.getByRole('link', { name: 'Утвердить приказом' }).click();
    await expect(official.getByRole('heading', { name: 'Утвердить методику' })).toBeVisible();
    await official.getByLabel('Номер приказа').fill('41');
    await official.getByLabel('Название приказа').fill('Об утверждении методики города');
    await official.getByRole('button', { name: 'Утвердить приказом' }).click();
    await expect(official).toHaveURL(new RegExp(`/method/${draft}$`));
    await expect(official.getByText(/приказ №\s41/).first()).toBeVisible();

    await centre.goto('/campaigns/new');
    await expect(centre.locator(`[value="${draft}"]`)).toHaveCount(1);
    const head = await signIn(await town.person('SCHOOL_HEAD'), { javaScriptEnabled });
    await head.goto(`/method/${draft}`);
    await expect(head.getByText('заметно выше городской')).toBeVisible();
  });
}

test('a specialist writes a measure and a criterion that answers itself, and sees whom they concern', async ({
  signIn,
  town,
}) => {
  test.slow();
  const base = await publishMethod(town.owner, computedCard);
  const centre = await signIn(await town.person('CENTRE'));
  await centre.goto(`/method/${base}`);
  await centre.getByRole('button', { name: 'Сделать черновик из этой версии' }).click();
  await expect(centre).toHaveURL(/\/method\/[\w-]+\/edit$/);
  const draft = centre.url().split('/').at(-2) ?? '';

  await centre.getByRole('link', { name: 'Показатели', exact: true }).last().click();
  await expect(centre.getByRole('heading', { name: 'Показатели', exact: true })).toBeVisible();
  const measure = centre.getByRole('form', { name: 'Новый показатель' });
  await measure.getByLabel('Имя в формулах').fill('twosPhysics');
  await measure.getByLabel('Название', { exact: true }).fill('Доля «2» на ОГЭ по физике');
  const formula = measure.getByRole('textbox', { name: 'Формула', exact: true });
  await formula.pressSequentially('below');
  await expect(measure.getByText('Знак 1: неизвестное имя below.')).toBeVisible();
  await measure.getByRole('button', { name: /^belowShare\(Result\)/ }).click();
  await expect(formula).toHaveValue('belowShare(');
  await formula.pressSequentially('own("OGE", "physics", 9))');
  await expect(measure.getByText('Доля «2» или ниже минимума (ОГЭ, физика, 9 класс).')).toBeVisible();
  await save(centre, 'Добавить показатель');

  await centre.goto(`/method/${draft}/edit/items/${encodeURIComponent('А1')}`);
  const answer = centre.getByRole('textbox', { name: /Портал сам отвечает/ });
  await answer.fill('twosPhysics');
  await expect(centre.getByText('Нужно «да» или «нет», а получается число.')).toBeVisible();
  await answer.fill('twosPhysics >= 0.3');
  await expect(centre.getByText('«Да», если «Доля «2» на ОГЭ по физике» не меньше 0,3.')).toBeVisible();
  await save(centre, 'Сохранить');

  await centre.getByRole('link', { name: 'Списки', exact: true }).last().click();
  const list = centre.getByRole('form', { name: 'Новый список' });
  await list.getByLabel('Имя списка').fill('physics');
  await list.getByLabel('Название').fill('Помощь учителям физики');
  await save(centre, 'Добавить список');
  await expect(centre).toHaveURL(/\/edit\/lists\/physics$/);
  const verdict = centre.getByRole('form', { name: 'Новый вывод' });
  await verdict.getByLabel('Код вывода').fill('help');
  await verdict.getByLabel('Слова вывода').fill('предложить наставника');
  await save(centre, 'Добавить вывод');
  const rule = centre.getByRole('form', { name: 'Новое правило' });
  await rule.getByLabel('Код правила').fill('low');
  await rule.getByLabel('Правило словами').fill('Каждый третий не сдал физику');
  await rule.getByRole('textbox', { name: 'Условие' }).fill('twosPhysics >= 0.3');
  await rule.getByLabel('Вывод', { exact: true }).selectOption('help');
  await save(centre, 'Добавить правило');

  await centre.goto(`/method/compare?from=${base}&to=${draft}`);
  for (const line of [
    /Добавлено: «Доля «2» на ОГЭ по физике/,
    /Вычисление: было/,
    /Добавлено: «Помощь учителям физики»/,
  ])
    await expect(centre.getByText(line).first()).toBeVisible();
  await centre.goto(`/method/${draft}/values`);
  await expect(centre.getByRole('heading', { name: 'Показатели и списки по школам' })).toBeVisible();
});

/** Presses the button of a form and waits until the page shows the draft with its new content. */
async function save(page: Page, button: string): Promise<void> {
  const seen = page.locator('input[name="seen"]').first();
  const before = await seen.inputValue();
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(seen).not.toHaveValue(before);
}

test('a draft does not exist for a school and for another town', async ({ signIn, town }) => {
  const base = await publishMethod(town.owner, defaultMethod);
  const centre = await signIn(await town.person('CENTRE'));
  await centre.goto(`/method/${base}`);
  await centre.getByRole('button', { name: 'Сделать черновик из этой версии' }).click();
  await expect(centre).toHaveURL(/\/edit$/);
  const draft = centre.url().split('/').at(-2) ?? '';
  for (const who of [await town.person('SCHOOL_HEAD'), 'centre']) {
    const page = await signIn(who);
    for (const address of [`/method/${draft}`, `/method/${draft}/edit`, `/method/${draft}/approve`])
      expect((await page.goto(address))?.status()).toBe(404);
  }
});
