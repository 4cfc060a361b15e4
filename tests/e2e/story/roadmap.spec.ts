import type { Page } from '@playwright/test';
import { buildRoadmap } from '@/prisma/seed/builders/roadmap';
import { expect, test } from '../support/test';

const PLAN = [
  ['№ п/п', 'Мероприятие', 'Срок', 'Ответственные'],
  ['1. Организация', '', '', ''],
  ['1', 'Семинар для учителей математики', 'в течение года', 'МОЦ, ОО'],
  ['3', 'Взаимопосещение уроков', 'до 1 октября', 'Директор'],
]
  .map((row) => row.join(';'))
  .join('\n');

const rowLink = (page: Page, name: string) => page.getByRole('table').getByRole('link', { name });

for (const javaScriptEnabled of [true, false]) {
  test(`a plan comes in as a file, is approved by order, reported with a photo and accepted ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    signIn,
    town,
  }) => {
    test.slow();
    const centre = await signIn(await town.person('CENTRE'), { javaScriptEnabled });
    await centre.goto('/roadmaps');
    await centre.getByRole('link', { name: 'Новая дорожная карта' }).click();
    await expect(centre.getByRole('heading', { name: 'Новая дорожная карта' })).toBeVisible();
    await centre.getByLabel('Название').fill('Дорожная карта школы');
    await centre
      .getByLabel('Файл с планом')
      .setInputFiles({ name: 'план.csv', mimeType: 'text/csv', buffer: Buffer.from(PLAN, 'utf8') });
    await centre.getByLabel('Чья дорожная карта').selectOption({ label: 'СШ № 1' });
    await centre.getByRole('button', { name: 'Создать' }).click();
    await expect(centre.getByText('есть вопросы: 1')).toBeVisible();
    await expect(centre.getByText('Нумерация пропускает 2: оставлено как в документе.')).toBeVisible();
    await expect(rowLink(centre, 'Семинар для учителей математики')).toBeVisible();
    const id = centre.url().split('/').at(-1) ?? '';

    const head = await signIn(await town.person('SCHOOL_HEAD'), { javaScriptEnabled });
    expect((await head.goto(`/roadmaps/${id}`))?.status()).toBe(404);

    const official = await signIn(await town.person('OFFICIAL'), { javaScriptEnabled });
    await official.goto(`/roadmaps/${id}`);
    await official.getByRole('link', { name: 'Утвердить приказом' }).click();
    await official.getByLabel('Номер приказа').fill('187-о');
    await official.getByRole('button', { name: 'Утвердить приказом' }).click();
    await expect(official.getByText(/Утверждена приказом №\s187-о/)).toBeVisible();

    await head.goto('/home');
    await head.getByRole('link', { name: /Взаимопосещение уроков/ }).click();
    await head
      .getByLabel('Файл', { exact: true })
      .setInputFiles({ name: 'фото.png', mimeType: 'image/png', buffer: PHOTO });
    await head.getByRole('button', { name: 'Загрузить файл' }).click();
    await expect(head.getByRole('link', { name: 'фото.png' })).toBeVisible();
    await head.getByLabel('Что сделано').fill('Посетили восемь уроков');
    await head.getByRole('button', { name: 'Отчитаться' }).click();
    await expect(head.getByText('на проверке').first()).toBeVisible();

    await centre.goto('/home');
    await centre.getByRole('link', { name: /Проверить отчёты по дорожным картам/ }).click();
    await centre.getByRole('link', { name: /Взаимопосещение уроков/ }).click();
    await expect(centre.getByText('Посетили восемь уроков').first()).toBeVisible();
    const photo = await centre.request.get(
      (await centre.getByRole('link', { name: 'фото.png' }).getAttribute('href')) ?? '',
    );
    expect(await photo.body()).toEqual(PHOTO);
    await centre.getByRole('button', { name: 'Отметить выполненным' }).click();
    await expect(centre.getByText('выполнено').first()).toBeVisible();

    const stranger = await signIn(await town.person('SCHOOL_HEAD', town.school(1).id), { javaScriptEnabled });
    expect((await stranger.goto(`/roadmaps/${id}`))?.status()).toBe(404);
    expect((await stranger.request.get(photo.url())).status()).toBe(404);

    const document = await official.request.get(`/roadmaps/${id}/document`);
    expect(document.headers()['content-type']).toContain('wordprocessingml');
    expect((await document.body()).subarray(0, 2).toString()).toBe('PK');
  });
}

/** One red pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

test('a file without a plan makes no roadmap and says what is looked for', async ({ signIn, town }) => {
  const centre = await signIn(await town.person('CENTRE'));
  await centre.goto('/roadmaps/new');
  await centre.getByLabel('Название').fill('Пустой файл');
  await centre
    .getByLabel('Файл с планом')
    .setInputFiles({ name: 'список.csv', mimeType: 'text/csv', buffer: Buffer.from('Школа;Код\nСШ № 1;01') });
  await centre.getByRole('button', { name: 'Создать' }).click();
  await expect(centre.getByText(/нет таблицы плана: нужна строка заголовка/)).toBeVisible();
  expect(await town.owner.roadmap.count({ where: { municipalityId: town.id } })).toBe(0);
});

test('a plan comes in from Word with every row, and goes out to Word and in again as the same rows', async ({
  signIn,
  town,
}) => {
  const centre = await signIn(await town.person('CENTRE'));
  const bring = async (title: string, file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    await centre.goto('/roadmaps/new');
    await centre.getByLabel('Название').fill(title);
    await centre.getByLabel('Файл с планом').setInputFiles(file);
    await centre.getByLabel('Календарный год').check();
    await centre.getByRole('button', { name: 'Создать' }).click();
    await expect(centre.getByRole('heading', { name: title })).toBeVisible();
    const id = centre.url().split('/').at(-1) ?? '';
    return town.owner.roadmapRow.findMany({
      where: { roadmapId: id },
      orderBy: { position: 'asc' },
      select: {
        ...{ kind: true, number: true, measure: true, term: true, months: true, due: true },
        ...{ responsible: true, result: true, form: true, roadmapId: true },
      },
    });
  };
  const first = await bring('План города', 'tests/fixtures/roadmaps/city-plan.docx');
  expect(first.filter(({ kind }) => kind === 'ROW')).toHaveLength(30);
  expect(first.filter(({ kind }) => kind === 'SUBROW')).toHaveLength(19);
  const document = await centre.request.get(`/roadmaps/${first[0]?.roadmapId}/document`);
  const mimeType = document.headers()['content-type'] ?? '';
  const again = await bring('План города ещё раз', { name: 'план.docx', mimeType, buffer: await document.body() });
  const words = (rows: typeof first) => rows.map(({ roadmapId: _, ...row }) => row);
  expect(words(again)).toEqual(words(first));
});

test('a specialist edits a plan in its cells with the keyboard, takes a change back, and meets a colleague', async ({
  signIn,
  town,
}) => {
  const centre = await town.person('CENTRE');
  const plan = await buildRoadmap(town.owner, {
    ...{ municipalityId: town.id, title: 'План', year: 2026, span: 'SCHOOL', authorId: centre.userId },
    rows: ['Первое', 'Второе'].map((measure, index) => ({
      ...{ number: `${index + 1}`, measure, term: 'март', responsible: 'МОЦ', result: '', form: '' },
    })),
  });
  const page = await signIn(centre);
  await page.goto(`/roadmaps/${plan.id}/sheet`);
  const cell = (name: string) => page.getByRole('button', { name, exact: true });
  await cell('Мероприятие, строка 1: Первое').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' дело');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Сохранено: мероприятие, строка 1.')).toBeVisible();
  await expect(cell('Мероприятие, строка 2: Второе')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('когда-нибудь');
  await page.keyboard.press('Tab');
  await expect(cell('Срок, строка 2: когда-нибудь')).toContainText('понят не весь');
  await expect(cell('Ответственные, строка 2: МОЦ')).toBeFocused();
  await page.getByRole('button', { name: 'Вернуть как было' }).click();
  await expect(cell('Срок, строка 2: март')).toBeVisible();

  await cell('Мероприятие, строка 1: Первое дело').click();
  await town.owner.roadmapRow.update({
    where: { id: plan.rows[0]?.id ?? '' },
    data: { measure: 'Слова коллеги', version: { increment: 1 } },
  });
  await page.keyboard.type('!');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Пока вы правили, здесь написали другое: «Слова коллеги».')).toBeVisible();
  await expect(cell('Мероприятие, строка 1: Первое дело!')).toBeVisible();
  // Who has read the colleague's words and writes anyway is obeyed.
  await cell('Мероприятие, строка 1: Первое дело!').press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Общее дело');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Сохранено: мероприятие, строка 1.')).toBeVisible();
  await expect(cell('Мероприятие, строка 1: Общее дело')).toBeVisible();
});
