import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { expect, test } from './support/test';
import { walks } from './support/walk';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Both views of the colours at both widths, in two passes: each pass changes both. */
const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['at a desk in the light', { colorScheme: 'light', viewport: WIDE }],
  ['on a phone in the dark', { colorScheme: 'dark', viewport: PHONE }],
];

/** What axe finds serious or critical, with the elements it means. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .flatMap((node) => node.target.map(String))
          .join(' | ')}`,
    );
}

/** A page that scrolls sideways hides half of itself on a phone. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const who of ['director', 'director5', 'director3', 'centre', 'official', 'region', 'curator', 'admin']) {
  for (const [look, options] of LOOKS) {
    test(`every page of the ${who} is usable by everybody ${look}`, async ({ signIn }) => {
      test.setTimeout(300_000);
      const page = await signIn(who, options);
      const walk = (await walks()).find((one) => one.who === who);
      const found: Record<string, string[]> = {};
      for (const address of walk?.addresses ?? []) {
        const answer = await page.goto(address);
        const here = answer?.status() === 200 ? await faults(page) : [`answers ${answer?.status()}`];
        const over = await sideways(page);
        if (over > 0) here.push(`is ${over} px wider than the screen`);
        if (here.length > 0) found[address] = here;
      }
      expect(found).toEqual({});
    });
  }
}

for (const [look, options] of LOOKS) {
  test(`the pages for everybody are usable by everybody ${look}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ ...options, baseURL });
    const page = await context.newPage();
    const found: Record<string, string[]> = {};
    for (const address of ['/', '/open-events', '/login', '/login?error=wrong', '/invite/unknown', '/nowhere']) {
      await page.goto(address);
      const here = await faults(page);
      if ((await sideways(page)) > 0) here.push('is wider than the screen');
      if (here.length > 0) found[address] = here;
    }
    await context.close();
    expect(found).toEqual({});
  });
}
