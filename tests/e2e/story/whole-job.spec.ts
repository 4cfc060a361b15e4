import type { Page } from '@playwright/test';
import { alive, answer, asked, comment, question, state } from '../support/card';
import { expect, test } from '../support/test';
import { Town } from '../support/town';

const SCHOOL = 'СШ «Речная»';

async function createSchool(centre: Page): Promise<void> {
  await centre.goto('/schools/new');
  await centre.getByLabel('Краткое название').fill(SCHOOL);
  await centre.getByLabel('Полное название по уставу').fill('МБОУ «Средняя школа «Речная»');
  await centre.getByLabel('Код школы').fill('0007');
  await centre.getByLabel('Вид школы').selectOption({ label: 'средняя школа' });
  for (let grade = 1; grade <= 11; grade += 1)
    await centre.getByRole('checkbox', { name: String(grade), exact: true }).check();
  await centre.getByLabel('Населённый пункт').selectOption({ label: 'город' });
  await centre.getByRole('button', { name: 'Добавить школу' }).click();
  await expect(centre.getByRole('heading', { level: 1, name: SCHOOL })).toBeVisible();
}

async function openCampaign(centre: Page): Promise<string> {
  await centre.goto('/campaigns/new');
  await centre.getByLabel('Название', { exact: true }).fill('Осенняя диагностика');
  await centre.getByRole('button', { name: 'Создать кампанию' }).click();
  await expect(centre.getByRole('heading', { level: 1, name: 'Осенняя диагностика' })).toBeVisible();
  await centre.getByText('Открыть сейчас', { exact: true }).click();
  await centre.getByRole('button', { name: 'Да, открыть сейчас' }).click();
  await expect(centre.getByText('идёт', { exact: true })).toBeVisible();
  return new URL(centre.url()).pathname;
}

async function fillCard(director: Page): Promise<void> {
  await director.goto('/cards');
  // The one card that waits for the school opens by itself.
  await expect(director).toHaveURL(/\/cards\/[0-9a-f-]{36}/);
  await alive(director);
  const codes = await asked(director);
  expect(codes.length).toBe(35);
  for (const [index, code] of codes.entries()) {
    if (index === 0) {
      await answer(director, code, 'Нет данных');
      await expect(state(director, code)).toContainText(/сохранено в \d{1,2}:\d\d/);
      continue;
    }
    if (index < codes.length - 1) await answer(director, code, index % 2 ? 'Да' : 'Нет');
  }
  // «Нет данных» without its comment is kept, but does not count yet; the last one is not answered.
  await expect(director.getByText(`Отвечено ${codes.length - 2} из ${codes.length}`)).toBeVisible();
  await expect(director.getByRole('status').filter({ hasText: /Все ответы сохранены в \d{1,2}:\d\d/ })).toBeVisible();
}

async function submitComplete(director: Page): Promise<void> {
  const codes = await asked(director);
  const [first, last] = [codes[0] ?? '', codes.at(-1) ?? ''];
  const cardPath = new URL(director.url()).pathname;
  await director.goto(`${cardPath}/submit`);
  await expect(director.getByRole('heading', { name: 'Не хватает: 2 ответа' })).toBeVisible();
  await expect(director.getByText('нет ответа')).toBeVisible();
  await expect(director.getByText('нужен комментарий')).toBeVisible();
  await expect(director.getByRole('button', { name: 'Отправить на проверку' })).toHaveCount(0);

  await director.getByRole('link', { name: last, exact: true }).click();
  await alive(director);
  await answer(director, last, 'Нет');
  await (await comment(director, first)).fill('Протокол поступит в декабре.');
  await expect(director.getByText('Перейти к отправке')).toBeVisible();
  await director.getByText('Перейти к отправке').click();
  await director.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(director.getByText('отправлена', { exact: true }).first()).toBeVisible();
}

test('the whole job: from an empty municipality to the approved list and the dashboard', async ({ signIn }) => {
  test.setTimeout(180_000);
  const town = await Town.build({ isEmpty: true });
  const [centreClerk, officialClerk, regionClerk] = [
    await town.person('CENTRE'),
    await town.person('OFFICIAL'),
    await town.person('REGION'),
  ];
  const centre = await signIn(centreClerk);
  const official = await signIn(officialClerk);
  const region = await signIn(regionClerk);

  await test.step('the centre enters a school and opens a campaign', () => createSchool(centre));
  const campaign = await openCampaign(centre);
  const school = await town.owner.school.findFirstOrThrow({ where: { municipalityId: town.id }, select: { id: true } });
  const director = await signIn(await town.person('SCHOOL_HEAD', school.id));

  await test.step('the director fills the card by clicking', () => fillCard(director));
  const cardPath = new URL(director.url()).pathname;
  await test.step('a draft is closed to everybody above the school', async () => {
    for (const page of [centre, official]) {
      await page.goto(cardPath);
      await expect(page.getByText('Ответы пока видит только школа')).toBeVisible();
      await expect(page.locator('[data-item], article')).toHaveCount(0);
    }
    expect((await region.goto(cardPath))?.status()).toBe(404);
  });
  await test.step('submitting names what is missing and then works', () => submitComplete(director));

  const [asking = ''] = await town.owner.answer
    .findMany({ where: { schoolId: school.id, value: 'YES' }, select: { item: true }, take: 1 })
    .then((rows) => rows.map((row) => row.item));
  await test.step('the centre asks about one answer and returns the card', async () => {
    await centre.goto(cardPath);
    const asked = centre.locator(`article#${asking}`);
    await asked.getByText(`Замечание или вопрос к ${asking}`).click();
    const ask = asked.getByRole('form', { name: `Вопрос к ${asking}` });
    await ask.getByRole('textbox').fill('Это с учётом сентябрьской пересдачи?');
    await ask.getByRole('button', { name: 'Спросить сейчас' }).click();
    await expect(asked.getByText('Это с учётом сентябрьской пересдачи?')).toBeVisible();
    const note = asked.getByRole('form', { name: `Замечание к ${asking}` }).last();
    await note.getByRole('textbox').fill('Приложите протокол.');
    await note.getByRole('button', { name: /Записать замечание/ }).click();
    await expect(asked.getByText('школа ещё не видит')).toBeVisible();
    await centre.getByLabel('Пояснение к возврату').fill('Проверьте отмеченный ответ.');
    await centre.getByRole('button', { name: 'Вернуть с замечаниями' }).click();
    await expect(centre.getByText('Карта у школы: возвращена с замечаниями')).toBeVisible();
  });

  await test.step('the director answers the question and submits again', async () => {
    await director.goto(cardPath);
    await alive(director);
    await expect(director.getByText('Карта возвращена с замечаниями')).toBeVisible();
    const box = question(director, asking);
    await expect(box.getByText('Приложите протокол.')).toBeVisible();
    const reply = box.locator('li', { hasText: 'Это с учётом сентябрьской пересдачи?' });
    await reply.getByLabel('Ваш ответ').fill('Да, с учётом пересдачи.');
    await reply.getByRole('button', { name: 'Ответить' }).click();
    await expect(box.getByText('Да, с учётом пересдачи.')).toBeVisible();
    await (await comment(director, asking)).fill('Протокол в учебной части.');
    await expect(state(director, asking)).toContainText('сохранено в');
    await director.goto(`${cardPath}/submit`);
    await director.getByRole('button', { name: 'Отправить повторно' }).click();
    await expect(director.getByText('отправлена', { exact: true }).first()).toBeVisible();
  });

  await test.step('the centre accepts, and the list is computed and decided', async () => {
    await centre.goto(cardPath);
    await expect(centre.getByText('Да, с учётом пересдачи.')).toBeVisible();
    await centre.getByRole('button', { name: 'Принять карту' }).click();
    await expect(centre.getByText('принята', { exact: true }).first()).toBeVisible();
    await centre.goto(`${campaign}/list`);
    await centre.getByRole('button', { name: 'Составить список' }).click();
    const row = centre.getByRole('row', { name: /Речная/ });
    await expect(row).toContainText('предлагается в список');
    await row.getByRole('link', { name: /Изменить решение/ }).click();
    await centre.getByRole('radio', { name: /не включать/ }).check();
    await centre.getByRole('button', { name: 'Сохранить решение' }).click();
    await expect(centre.getByLabel('Причина')).toHaveAttribute('aria-invalid', 'true');
    await centre.getByRole('radio', { name: /^включить в список/ }).check();
    await centre.getByLabel('Причина').fill('Комиссия подтвердила вывод методики.');
    await centre.getByRole('button', { name: 'Сохранить решение' }).click();
    await expect(centre.getByText('Комиссия подтвердила вывод методики.')).toBeVisible();
    await centre.goto(`${campaign}/list/handover`);
    await centre.getByRole('button', { name: 'Передать на утверждение' }).click();
    await expect(centre.getByText('на утверждении', { exact: true })).toBeVisible();
  });

  await test.step('before the order nobody sees the label', async () => {
    await director.goto(`/schools/${school.id}`);
    await expect(director.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(director.locator('main')).not.toContainText('ШНРО');
    await official.goto(`${campaign}/list`);
    await expect(official.getByRole('row', { name: /Речная/ })).toBeVisible();
    await expect(official.locator('table')).not.toContainText('ШНРО');
    await region.goto('/lists');
    await expect(region.getByText('Утверждённых списков пока нет')).toBeVisible();
  });

  await test.step('the official approves by order', async () => {
    await official.goto(`${campaign}/list/handover`);
    await official.getByLabel('Номер приказа').fill('77-о');
    await official.getByLabel('Название приказа').fill('Об утверждении списка школ');
    await official.getByRole('button', { name: 'Утвердить приказом' }).click();
    await expect(official.getByRole('heading', { level: 1, name: 'Список утверждён' })).toBeVisible();
  });

  await test.step('after it the school, the official and the region see it, with number and share', async () => {
    await expect(official.getByRole('row', { name: /Речная/ })).toContainText('ШНРО');
    await expect(official.locator('main')).toContainText(/1 из 1 = 100,0\s%|1 из 1 \(100/);
    await director.goto(`/schools/${school.id}`);
    await expect(director.locator('main')).toContainText('ШНРО');
    await region.goto('/lists');
    await expect(region.getByText(SCHOOL)).toBeVisible();
    await expect(region.locator('main')).toContainText(/ШНРО:\s*1 из 1/);
    await official.goto('/dashboard');
    await expect(official.locator('main')).toContainText(/1 из 1/);
    await region.goto('/region');
    await expect(region.locator('main')).toContainText(/1 из 1/);
  });
  await town.close();
});
