import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

/** Thousands of gzipped bytes; Next and React alone are 137. */
const READ_ONLY_MAX = 150;
const CARD_MAX = 175;

/** Gzipped bytes of all scripts that opening the address brings into an empty browser, as it is served and settled. */
async function javascriptOf(page: Page, open: () => Promise<unknown>): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' && response.ok()) bodies.push(response.body());
  });
  await open();
  await page.waitForLoadState('networkidle');
  return (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
}

const READ_ONLY = [
  ['/home', 'centre'],
  ['/schools', 'official'],
  ['/campaigns', 'centre'],
  ['/lists', 'official'],
  ['/method', 'centre'],
  ['/dashboard', 'official'],
] as const;

test.describe('A page that is only read brings no more than 150 kB of JavaScript', () => {
  for (const [address, who] of READ_ONLY) {
    test(`${address}, seen by the ${who}`, async ({ signIn }) => {
      const page = await signIn(who);
      const bytes = await javascriptOf(page, async () => expect((await page.goto(address))?.status()).toBe(200));
      expect(bytes).toBeGreaterThan(50);
      expect(bytes).toBeLessThanOrEqual(READ_ONLY_MAX);
    });
  }
});

test('The card while it is filled brings no more than 175 kB of JavaScript', async ({ signIn }) => {
  const looking = await signIn('director9');
  await looking.goto('/cards');
  if (!/\/cards\/[0-9a-f-]{36}$/.test(new URL(looking.url()).pathname)) {
    await looking.locator('main a[href^="/cards/"]').first().click();
    await looking.waitForURL(/\/cards\/[0-9a-f-]{36}/);
  }
  const card = new URL(looking.url()).pathname;
  const fresh = await signIn('director9');
  const bytes = await javascriptOf(fresh, () => fresh.goto(card));
  await expect(fresh.getByRole('radio').first()).toBeAttached();
  expect(bytes).toBeGreaterThan(50);
  expect(bytes).toBeLessThanOrEqual(CARD_MAX);
});
