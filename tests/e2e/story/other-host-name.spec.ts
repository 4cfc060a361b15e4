import { expect, test } from '../support/test';

test('whoever opens the portal by another name of the machine comes to its own address', async ({ page, baseURL }) => {
  const own = new URL(baseURL ?? '');
  await page.goto(`http://localhost:${own.port}/login`);
  await expect(page).toHaveURL(new RegExp(`^${own.origin}/login`));
  await expect(page.getByLabel('Электронная почта')).toBeVisible();
});
