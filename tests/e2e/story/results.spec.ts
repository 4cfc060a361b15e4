import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { newId } from '@/lib/kernel/ids';
import { giaBlock, vpr2022 } from '@/prisma/seed/builders/exam-files';
import { type ExamSchool, examPupils, MATH_4, scoreOf } from '@/prisma/seed/builders/exam-pupils';
import { computedCard } from '@/prisma/seed/reference/computed-card';
import { xlsx } from '../../results/support/book';
import { expect, test } from '../support/test';
import { Town } from '../support/town';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SCHOOLS: readonly ExamSchool[] = [
  { number: '990001', code: '1001', name: 'МБОУ «Средняя школа № 1»' },
  { number: '990002', code: '1002', name: 'МБОУ «Основная школа № 2»' },
];

/** The first two schools of the town get the logins and codes that the files name. */
async function nameSchools(town: Town): Promise<void> {
  for (const [index, { number, code }] of SCHOOLS.entries()) {
    const here = { municipalityId: town.id, schoolId: town.school(index).id };
    await town.owner.schoolAlias.createMany({
      data: [
        { id: newId(), ...here, system: 'FIS_OKO', code: `sch${number}` },
        { id: newId(), ...here, system: 'GIA9', code },
      ],
    });
  }
}

const vpr = async (seed: number) => ({
  name: 'ВПР 2022 математика 4 класс.xlsx',
  mimeType: XLSX,
  buffer: Buffer.from(await xlsx(...vpr2022(examPupils(seed, SCHOOLS, MATH_4, 20), MATH_4))),
});

async function oge() {
  const pupils = examPupils(3, SCHOOLS, MATH_4, 12);
  const mark = (pupil: (typeof pupils)[number]) => Math.min(5, 2 + Math.floor(scoreOf(pupil) / 6));
  const rows = giaBlock(pupils, '02 - Математика 2022.05.23', { exam: 'OGE', isSparse: true }, mark);
  return { name: 'ОГЭ 02_2022.05.23.xlsx', mimeType: XLSX, buffer: Buffer.from(await xlsx({ name: 'Лист1', rows })) };
}

/** Ninth-graders' ОГЭ of the year that a campaign of now judges by: so many of twelve of the first school got «2». */
async function ogeOfYear(twos: number) {
  const met = new Map<string, number>();
  const pupils = examPupils(3, SCHOOLS, MATH_4, 12).map((pupil) => ({ ...pupil, isAbsent: false }));
  const day = `${Town.year}.05.23`;
  const rows = giaBlock(pupils, `02 - Математика ${day}`, { exam: 'OGE', isSparse: true }, ({ school }) => {
    const place = met.get(school.code) ?? 0;
    met.set(school.code, place + 1);
    return place < (school === SCHOOLS[0] ? twos : 1) ? 2 : 4;
  });
  const buffer = Buffer.from(await xlsx({ name: 'Лист1', rows }));
  return { name: `ОГЭ 02_${day}.xlsx`, mimeType: XLSX, buffer };
}

/** Waits for the report of the file and confirms it. */
async function confirm(page: Page, button = 'Загрузить'): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Отчёт о проверке' })).toBeVisible();
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByText('Файл загружен')).toBeVisible();
}

test('the centre drops its files, sees the report, loads, replaces and takes back', async ({ signIn, town }) => {
  test.slow();
  await nameSchools(town);
  const centre = await signIn(await town.person('CENTRE'));
  await centre.goto('/results/imports');
  await centre.getByLabel('Файлы с результатами').setInputFiles([await vpr(1), await oge()]);
  await centre.getByRole('button', { name: 'Прочитать файлы' }).click();

  const files = centre.getByRole('table', { name: 'Файлы результатов' });
  await expect(files.getByText('ждёт подтверждения')).toHaveCount(2);
  await centre.getByRole('link', { name: 'ВПР 2022 математика 4 класс.xlsx' }).click();
  await expect(centre.getByText('Отсутствующим стоит 0 баллов')).toBeVisible();
  await expect(centre.getByText('40 строк об участниках посчитаны и отброшены')).toBeVisible();
  await confirm(centre);
  const vprPath = new URL(centre.url()).pathname;

  await centre.goto('/results/imports');
  await centre.getByRole('link', { name: 'ОГЭ 02_2022.05.23.xlsx' }).click();
  await expect(centre.getByText('«Фамилия»')).toBeVisible();
  await confirm(centre);

  await centre.goto('/results?work=VPR-math-4');
  const row = centre.getByRole('row', { name: /СШ № 1/ });
  await expect(row).toBeVisible();
  const before = await row.innerText();

  await centre.goto(vprPath);
  await centre.getByLabel('Файл вместо этого').setInputFiles(await vpr(2));
  await centre.getByRole('button', { name: 'Заменить файл' }).click();
  await expect(centre.getByText('Этот файл заменит «ВПР 2022 математика 4 класс.xlsx»')).toBeVisible();
  await confirm(centre, 'Заменить прежний файл');
  const replacing = new URL(centre.url()).pathname;
  await centre.goto('/results?work=VPR-math-4');
  expect(await row.innerText()).not.toBe(before);

  await centre.goto(replacing);
  await centre.getByText('Отменить загрузку', { exact: true }).click();
  await centre.getByRole('button', { name: 'Да, отменить загрузку' }).click();
  await expect(centre.getByText('отменён', { exact: true })).toBeVisible();
  await centre.goto('/results?work=VPR-math-4');
  expect(await row.innerText()).toBe(before);

  const director = await signIn(await town.person('SCHOOL_HEAD'));
  await director.goto('/results');
  await expect(director.getByRole('row', { name: /ОГЭ: математика/ })).toBeVisible();
  await expect(director.getByText('ОШ № 2')).toHaveCount(0);
});

test('without JavaScript a file of an unknown layout is mapped by its titles and loaded', async ({ signIn, town }) => {
  test.slow();
  await nameSchools(town);
  const centre = await signIn(await town.person('CENTRE'), { javaScriptEnabled: false });
  const pupils = examPupils(4, SCHOOLS, MATH_4, 8);
  const rows = [
    ['Ученик', 'Наша школа', 'Балл за работу', 'Отметка в журнале'],
    ...pupils.map((pupil) => [pupil.surname, pupil.school.name, scoreOf(pupil), pupil.journal]),
  ];
  const file = {
    name: 'ВПР математика 4 класс 2022.xlsx',
    mimeType: XLSX,
    buffer: Buffer.from(await xlsx({ name: 'Свод', rows })),
  };
  await centre.goto('/results/imports');
  await centre.getByLabel('Файлы с результатами').setInputFiles(file);
  await centre.getByRole('button', { name: 'Прочитать файлы' }).click();
  await expect(async () => {
    await centre.reload();
    await expect(centre.getByRole('heading', { name: 'Что в каком столбце' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(centre.getByText(pupils[0]?.surname ?? '', { exact: true })).toHaveCount(0);
  await centre.getByLabel('Что в столбце Наша школа').selectOption({ label: 'Наименование школы' });
  await centre.getByLabel('Что в столбце Балл за работу').selectOption({ label: 'Первичный балл' });
  await centre.getByLabel('Что в столбце Отметка в журнале').selectOption({ label: 'Отметка в журнале' });
  await centre.getByLabel('Что в одной строке').selectOption({ label: 'Один участник' });
  await centre.getByLabel('Как назвать эту форму').fill('Наш свод');
  await centre.getByLabel('Тот же файл ещё раз').setInputFiles(file);
  await centre.getByRole('button', { name: 'Прочитать по этим столбцам' }).click();
  await expect(async () => {
    await centre.reload();
    await expect(centre.getByRole('heading', { name: 'Отчёт о проверке' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await centre.getByRole('button', { name: 'Загрузить', exact: true }).click();
  await expect(centre.getByText('Файл загружен')).toBeVisible();
  await centre.goto('/results/imports');
  await expect(centre.getByRole('table', { name: 'Свои формы файлов' }).getByText('Наш свод')).toBeVisible();
});

test('cards are answered by a file as soon as it is loaded, and say what a replaced one changed', async ({
  signIn,
  town,
}) => {
  test.slow();
  await nameSchools(town);
  const campaign = await town.campaign('Диагностика по результатам', computedCard);
  const centre = await signIn(await town.person('CENTRE'));
  const director = await signIn(await town.person('SCHOOL_HEAD'));
  const first = await ogeOfYear(5);

  await centre.goto('/results/imports');
  await centre.getByLabel('Файлы с результатами').setInputFiles(first);
  await centre.getByRole('button', { name: 'Прочитать файлы' }).click();
  await confirm(centre);
  await expect(centre.getByRole('heading', { name: 'Диагностические карты' })).toBeVisible();
  await expect(centre.getByText(`после загрузки файла «${first.name}»`)).toBeVisible();
  const filePath = new URL(centre.url()).pathname;
  await centre.goto(`/campaigns/${campaign.id}`);
  await expect(centre.getByRole('status').filter({ hasText: 'Ответы пересчитаны' })).toContainText('3 карты');

  const card = `/cards/${campaign.cards[0]?.id}`;
  await director.goto(card);
  const question = director.locator('[data-item="А2"]');
  await expect(question.getByText('Портал посчитал: да.')).toBeVisible();
  await expect(question.getByText(/Ответ был бы «нет», если бы .* не 5, а 1 из 12/)).toBeVisible();
  await question.getByRole('button', { name: 'Подтвердить «да»' }).click();
  await expect(question.getByText('ответ школы тот же')).toBeVisible();
  await expect(question.getByLabel('Комментарий к А2')).toHaveValue(/5 из 12/);
  await expect(question.getByLabel('Комментарий к А2')).not.toHaveValue(/Ответ был бы/);
  await director.getByRole('link', { name: 'В одном шаге: что изменило бы отдельные баллы' }).click();
  await expect(director.getByRole('heading', { name: /^В одном шаге: СШ № 1/ })).toBeVisible();
  await expect(
    director.getByRole('region', { name: 'Балла не было бы при большем изменении' }).getByText('А2'),
  ).toBeVisible();

  await centre.goto(filePath);
  await centre.getByLabel('Файл вместо этого').setInputFiles(await ogeOfYear(1));
  await centre.getByRole('button', { name: 'Заменить файл' }).click();
  await confirm(centre, 'Заменить прежний файл');
  await expect(centre.getByText('после замены файла на')).toBeVisible();
  await director.goto(card);
  await expect(director.getByText('Посчитанные ответы изменились')).toBeVisible();
  await expect(question.getByText('раньше было «да»')).toBeVisible();
  await expect(question.getByRole('radio', { name: 'Да', exact: true })).toBeChecked();
});
