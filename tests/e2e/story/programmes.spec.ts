import { buildProgramme } from '@/prisma/seed/builders/programme';
import { expect, test } from '../support/test';

test('a school writes its programme without JavaScript, the centre returns it and accepts it', async ({
  signIn,
  town,
}) => {
  test.slow();
  const { cards } = await town.campaign();
  const [card] = cards;
  if (!card) throw new Error('no card');
  const centre = await signIn(await town.person('CENTRE'));
  await centre.goto('/programmes');
  await centre.getByRole('link', { name: 'Создать из образца' }).first().click();
  await centre.getByRole('radio', { name: /повышения качества/ }).check();
  await centre.getByRole('checkbox', { name: 'СШ № 1', exact: true }).check();
  await centre.getByRole('button', { name: 'Создать черновики' }).click();
  await expect(centre.getByText('Создано: 1 черновик.')).toBeVisible();

  const phone = { javaScriptEnabled: false, viewport: { width: 390, height: 844 }, hasTouch: true };
  const head = await signIn(await town.person('SCHOOL_HEAD'), phone);
  await head.goto('/programmes');
  await head.getByRole('link', { name: 'Программа повышения качества образования' }).click();
  await head.getByRole('link', { name: 'Править' }).click();
  await head.getByRole('link', { name: 'Показатели' }).click();
  await head.getByLabel('База').first().fill('много');
  await head.getByRole('button', { name: 'Сохранить раздел' }).click();
  await expect(head.getByText(/Число, например 45 или 12,5/).first()).toBeVisible();
  await expect(head.getByLabel('База').first()).toHaveValue('много');
  await head.getByLabel('База').first().fill('12,5');
  await head.getByRole('button', { name: 'Сохранить раздел' }).click();
  await expect(head.getByText('Сохранено.')).toBeVisible();
  await expect(head.getByLabel('База').first()).toHaveValue('12,5');
  await head.goto('/programmes');
  await head.getByRole('link', { name: 'Программа повышения качества образования' }).click();
  await head.getByRole('button', { name: 'Отправить в центр' }).click();
  await expect(head.getByText('на проверке в центре').first()).toBeVisible();

  await centre.reload();
  await centre.getByLabel('Что доработать').fill('Впишите план.');
  await centre.getByRole('button', { name: 'Вернуть на доработку' }).click();
  await expect(centre.getByText('возвращена').first()).toBeVisible();
  await head.reload();
  await expect(head.getByText('Впишите план.').first()).toBeVisible();
  await head.getByRole('button', { name: 'Отправить в центр' }).click();
  await centre.reload();
  await centre.getByRole('button', { name: 'Принять программу' }).click();
  await expect(centre.getByText('утверждена', { exact: true }).first()).toBeVisible();
});

test('the department approves a municipal programme by order, the centre writes a fact with its source', async ({
  signIn,
  town,
}) => {
  test.slow();
  const person = await town.person('CENTRE');
  const id = await buildProgramme(town.owner, {
    ...{ municipalityId: town.id, kind: 'MUNICIPAL', firstYear: 2026, state: 'DRAFT', authorId: person.userId },
  });
  const official = await signIn(await town.person('OFFICIAL'));
  await official.goto(`/programmes/${id}`);
  await official.getByRole('link', { name: 'Утвердить приказом' }).click();
  await official.getByLabel('Номер приказа').fill('43-о');
  await official.getByRole('button', { name: 'Утвердить приказом' }).click();
  await expect(official.getByText(/Утверждена приказом №\s43-о от/)).toBeVisible();

  const centre = await signIn(person);
  await centre.goto(`/programmes/${id}`);
  await centre.getByRole('link', { name: 'Записать факт 2026 года: показатель 9' }).click();
  await centre.getByLabel('Значение').fill('26,5');
  await centre.getByLabel('Откуда число').fill('Отчёт о курсах');
  await centre.getByRole('button', { name: 'Записать' }).click();
  await expect(centre.getByText('26,5 %').first()).toBeVisible();
  await expect(centre.getByText(/Отчёт о курсах, на/)).toBeVisible();
});
