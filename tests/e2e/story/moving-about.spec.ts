import { expect, test } from '../support/test';

test('links lead on without loading the page anew, the mark of the section and the menus follow', async ({
  signIn,
}) => {
  const page = await signIn('centre');
  await page.goto('/home');
  await page.evaluate(() => document.documentElement.setAttribute('data-stayed', ''));
  const sections = page.getByRole('navigation', { name: 'Разделы' });
  await expect(sections.getByRole('link', { name: 'Главная' })).toHaveAttribute('aria-current', 'page');

  await page.locator('details[data-menu] > summary:visible').click();
  await sections.getByRole('link', { name: 'Школы' }).click();
  await expect(page).toHaveURL(/\/schools$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Школы' })).toBeVisible();
  await expect(page.locator('html[data-stayed]')).toBeAttached();
  await expect(sections.getByRole('link', { name: 'Школы' })).toHaveAttribute('aria-current', 'page');
  await expect(sections.getByRole('link', { name: 'Главная' })).not.toHaveAttribute('aria-current', /.*/);
  await expect(page.locator('details[data-menu][open]')).toHaveCount(0);

  await page.goBack();
  await expect(sections.getByRole('link', { name: 'Главная' })).toHaveAttribute('aria-current', 'page');
  await expect(page.locator('html[data-stayed]')).toBeAttached();
});

test('what the browser does with a link by itself is left to it', async ({ signIn }) => {
  const page = await signIn('centre');
  await page.goto('/schools');
  const school = page.locator('main tbody a').first();
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    school.click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await expect(tab).toHaveURL(/\/schools\/[0-9a-f-]{36}$/);
  await expect(page).toHaveURL(/\/schools$/);
  await page.keyboard.press('Tab');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Скачать/ }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
});
