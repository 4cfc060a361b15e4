import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import { violations } from './support/violations';
import { walks } from './support/walk';

/** Both views of the colours at both widths, in two looks at one visit: each look changes both. */
const LOOKS = {
  'at a desk in the light': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  'on a phone in the dark': { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
} as const;

/** A page that scrolls sideways hides half of itself on a phone. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Colours that are still on their way from one look to the other belong to neither. */
async function lookAs(page: Page, look: keyof typeof LOOKS): Promise<void> {
  const { colorScheme, viewport } = LOOKS[look];
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize(viewport);
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  });
}

/** What is wrong with the pages at these addresses, by address and look. */
async function faults(page: Page, addresses: readonly string[], answer: number | null = 200) {
  const found: Record<string, string[]> = {};
  for (const address of addresses) {
    await lookAs(page, 'at a desk in the light');
    const status = (await page.goto(address))?.status() ?? 0;
    if (answer !== null && status !== answer) found[address] = [`answers ${status}`];
    for (const look of ['at a desk in the light', 'on a phone in the dark'] as const) {
      await lookAs(page, look);
      const here = await violations(page);
      const over = await sideways(page);
      if (over > 0) here.push(`is ${over} px wider than the screen`);
      if (here.length > 0) found[`${address} ${look}`] = here;
    }
  }
  return found;
}

const WHO = ['director', 'director5', 'director3', 'centre', 'official', 'region', 'curator', 'admin'];
/** The longest walk is walked by two at once. */
const PARTS = WHO.flatMap((who) =>
  who === 'centre' ? [0, 1].map((part) => ({ who, part, of: 2 })) : [{ who, part: 0, of: 1 }],
);

for (const { who, part, of } of PARTS) {
  const pages = of === 1 ? 'every page' : `page ${part + 1} of every ${of} pages`;
  test(`${pages} of the ${who} is usable by everybody, at a desk in the light and on a phone in the dark`, async ({
    signIn,
  }) => {
    test.setTimeout(300_000);
    const page = await signIn(who);
    const walk = (await walks()).find((one) => one.who === who);
    const addresses = walk?.addresses.filter((_, index) => index % of === part) ?? [];
    expect(await faults(page, addresses)).toEqual({});
  });
}

test('the pages for everybody are usable by everybody, at a desk in the light and on a phone in the dark', async ({
  page,
}) => {
  const open = ['/', '/open-events', '/login', '/login?error=wrong', '/invite/unknown', '/nowhere'];
  expect(await faults(page, open, null)).toEqual({});
});
