import type { Page } from '@playwright/test';
import { downloaded } from '../support/sheet';
import { expect, test } from '../support/test';

// The speech of the source: 5 of 43 schools in 2018/19, 8 of 43 in 2019/20, out of the portal's own rules and lists.
const YEARS = [
  { year: '2018/19', start: 2018, schools: 5, share: '11,6' },
  { year: '2019/20', start: 2019, schools: 8, share: '18,6' },
] as const;

const figure = ({ schools, share }: (typeof YEARS)[number]) => new RegExp(`${schools} из 43 \\(${share}\\s%\\)`);

const yearOf = (page: Page, year: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: `${year} учебный год` }) })
    .last();

for (const of of YEARS) {
  test(`the approved list of ${of.year} has ${of.schools} of 43 schools, on the screen and in the spreadsheet`, async ({
    signIn,
  }) => {
    const official = await signIn('official');
    await official.goto('/lists');
    const section = yearOf(official, of.year);
    await expect(section).toContainText(figure(of));
    await section.getByRole('link', { name: 'Открыть и распечатать' }).click();
    await expect(official.getByRole('table')).toBeVisible();
    await expect(official.getByRole('cell', { name: /^включена в список \(ШНРО\)/ })).toHaveCount(of.schools);
    const rows = await downloaded(official, /Скачать/);
    const decisions = rows.map((row) => row[8]);
    expect(decisions.filter((decision) => decision === 'включена в список')).toHaveLength(of.schools);
  });
}

test('the official’s dashboard shows number and share of both years, and its table leaves equal to the digit', async ({
  signIn,
}) => {
  const official = await signIn('official');
  await official.goto('/dashboard');
  await official.getByText('Показать числа').first().click();
  const table = official.getByRole('table').filter({ hasText: '2018/19' }).first();
  for (const of of YEARS) {
    const row = table.getByRole('row').filter({ hasText: of.year });
    await expect(row).toContainText(String(of.schools));
    await expect(row).toContainText('43');
    await expect(row).toContainText(new RegExp(`${of.share}\\s%`));
  }
  const rows = await downloaded(official, /Скачать.*год/);
  for (const of of YEARS) {
    const row = rows.find((cells) => cells.some((cell) => cell.startsWith(of.year)));
    expect(row).toEqual(expect.arrayContaining([String(of.schools), '43']));
  }
});

test('the region sees the city’s approved figures of both years beside the other municipality', async ({ signIn }) => {
  const region = await signIn('region');
  await region.goto('/lists');
  for (const of of YEARS) await expect(yearOf(region, of.year)).toContainText(figure(of));
  for (const of of YEARS) {
    await region.goto(`/region?year=${of.start}`);
    const row = region.getByRole('row').filter({ hasText: 'Светлореченск' }).first();
    await expect(row).toContainText(String(of.schools));
    await expect(row).toContainText(new RegExp(`${of.share}\\s%`));
  }
});

test('every number of the sums opens the schools behind it', async ({ signIn }) => {
  const page = await signIn('official');
  await page.goto('/dashboard');
  const numbers = page.locator('a[href*="/dashboard/schools?"][href*="sum="]');
  const addresses = await numbers.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses) {
    expect((await page.goto(address))?.status(), address).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});
