import { newId } from '@/lib/kernel/ids';
import { buildSchools } from '@/prisma/seed/builders/school';
import { Chance } from '@/prisma/seed/demo/chance';
import { manipulate } from '@/scripts/detectors/manipulate';
import { makeSchool } from '@/scripts/detectors/region';
import { resultsOf, YEAR } from '@/scripts/detectors/results-of';
import { expect, test } from '../support/test';
import type { Town } from '../support/town';
import { violations } from '../support/violations';

/** A year whose official scales of marks are in the dictionary. */
const SHOWN = 2020;

/** Twenty-five more schools with ordinary results of two years; the first school of the town wrote its grade too well. */
async function load(town: Town): Promise<void> {
  const { owner, id: municipalityId } = town;
  const drafts = Array.from({ length: 25 }, (_, i) => ({ code: `1${i}`, name: `Школа ${i}`, shortName: `СШ № 1${i}` }));
  const schools = [town.school(), ...(await buildSchools(owner, municipalityId, drafts))];
  const { userId: createdById } = await owner.membership.findFirstOrThrow({ where: { municipalityId } });
  const importId = newId();
  await owner.resultImport.create({
    data: {
      ...{ id: importId, municipalityId, fileName: 'ВПР.xlsx', sha256: importId, size: 1, status: 'APPLIED' },
      createdById,
    },
  });
  const chance = new Chance(17);
  await owner.schoolResult.createMany({
    data: schools.flatMap((school, i) => {
      const honest = makeSchool(chance, school.id, 'normal', 40);
      const made = i === 0 ? manipulate(new Chance(1), honest, 'raised', 0.85).school : honest;
      return resultsOf(made).map(({ marks, againstJournal, tasks, histogram, year, ...result }) => ({
        ...result,
        ...{ id: newId(), municipalityId, importId, part: 'PUPILS', source: 'ВПР.xlsx', isCurrent: true },
        year: year - YEAR + SHOWN,
        marks: Object.values(marks ?? {}),
        histogram: histogram ?? [],
        againstJournal: Object.values(againstJournal ?? {}).filter((count) => count !== null),
        ...(tasks ? { tasks } : {}),
      }));
    }),
  });
}

test('the centre opens a mark of the map, asks the school, the school answers, the centre decides', async ({
  signIn,
  town,
}) => {
  test.slow();
  const director = await town.person('SCHOOL_HEAD');
  const centre = await signIn(await town.person('CENTRE'));
  await load(town);

  await centre.goto('/home');
  await centre.getByRole('link', { name: 'Объективность' }).first().click();
  await expect(centre.getByRole('heading', { level: 1, name: 'Карта объективности' })).toBeVisible();
  await expect(centre.getByText('возможный маркер').first()).toBeVisible();
  const map = centre.getByRole('table', { name: 'Карта объективности: школы, годы и работы' });
  await map
    .getByRole('link', { name: /^СШ № 1, 2020\/21, (РУ|МА)\d: (есть признак|признаков)/ })
    .first()
    .click();

  await expect(centre.getByRole('heading', { level: 1, name: 'СШ № 1' })).toBeVisible();
  await expect(centre.getByRole('heading', { name: 'Что может объяснить' }).first()).toBeVisible();
  await expect(centre.getByRole('img', { name: /Распределение первичных баллов/ }).first()).toBeVisible();
  expect(await violations(centre)).toEqual([]);
  await centre.screenshot({ path: test.info().outputPath('school.png'), fullPage: true });

  await centre.locator('summary', { hasText: 'Решение по признаку' }).first().click();
  const form = centre.getByRole('form', { name: /^Решение по признаку/ }).first();
  await form.getByRole('radio', { name: /Спросить школу/ }).check();
  await form.getByLabel('Причина или вопрос').fill('Как проходила проверка работ?');
  await form.getByRole('button', { name: 'Записать' }).click();
  await expect(centre.getByText('Как проходила проверка работ?').first()).toBeVisible();

  const head = await signIn(director);
  await head.goto('/home');
  await head.getByRole('link', { name: 'Признаки', exact: true }).first().click();
  await expect(head.getByText('Как проходила проверка работ?')).toBeVisible();
  await expect(head.getByRole('img').first()).toBeVisible();
  await head.getByLabel('Ваш ответ').fill('Проверяла комиссия, работы можно посмотреть.');
  await head.getByRole('button', { name: 'Ответить центру' }).click();
  await expect(head.locator('p', { hasText: 'Проверяла комиссия' })).toBeVisible();

  await centre.reload();
  await expect(centre.locator('p', { hasText: 'Проверяла комиссия' }).first()).toBeVisible();
  await centre.locator('summary', { hasText: 'Решение по признаку' }).first().click();
  await form.getByRole('radio', { name: /Отклонить признак/ }).check();
  await form.getByLabel('Причина или вопрос').fill('Перепроверка подтвердила баллы');
  await form.getByRole('button', { name: 'Записать' }).click();
  await expect(centre.getByText('признак отклонён').first()).toBeVisible();

  await centre.goto('/objectivity');
  await centre.screenshot({ path: test.info().outputPath('map.png'), fullPage: true });
  expect(await violations(centre)).toEqual([]);
  const leaving = centre.waitForEvent('download');
  await centre.getByRole('link', { name: /Скачать карту объективности/ }).click();
  expect((await leaving).suggestedFilename()).toBe('Карта объективности.xlsx');
});

test('a school sees neither the map nor another school', async ({ signIn, town }) => {
  const director = await signIn(await town.person('SCHOOL_HEAD'));
  for (const address of ['/objectivity', `/objectivity/${town.school().id}/${SHOWN}`, '/objectivity/export']) {
    expect((await director.goto(address))?.status()).toBe(404);
  }
  expect((await director.goto('/objectivity/own'))?.status()).toBe(200);
});
