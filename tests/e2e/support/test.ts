import { readFileSync } from 'node:fs';
import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { type SignInName, Town } from './town';

const demo = z
  .array(z.object({ email: z.string(), password: z.string() }))
  .parse(JSON.parse(readFileSync('prisma/seed/demo-people.json', 'utf8')));

/** A sign-in of the demo by what stands before the @: «centre», «director5». */
export function demoPerson(name: string): SignInName {
  const person = demo.find(({ email }) => email.startsWith(`${name}@`));
  if (!person) throw new Error(`${name} is not among the demo people`);
  return person;
}

type SignIn = (who: SignInName | string, options?: BrowserContextOptions) => Promise<Page>;

type Fixtures = {
  /** A page of its own browser context with the person signed in; a name is one of the demo people. */
  signIn: SignIn;
  /** A municipality of this test alone. */
  town: Town;
};

export const test = base.extend<Fixtures>({
  signIn: async ({ browser, baseURL }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (who, options = {}) => {
      const context = await browser.newContext({ baseURL, locale: 'ru-RU', timezoneId: 'Europe/Moscow', ...options });
      context.setDefaultTimeout(15_000);
      opened.push(context);
      await enter(context.request, baseURL ?? '', typeof who === 'string' ? demoPerson(who) : who);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
  // Playwright reads the names of fixtures from the pattern, which may not be empty.
  town: async ({ baseURL: _portal }, use) => {
    const town = await Town.build();
    await use(town);
    await town.close();
  },
});

/** By next-auth's own door, without drawing the sign-in page: that page has stories of its own. */
async function enter(request: Page['request'], origin: string, { email, password }: SignInName): Promise<void> {
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await (await request.get('/api/auth/csrf')).json());
  const answer = await request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, callbackUrl: '/home', json: 'true' },
    headers: { Origin: origin },
  });
  expect(answer.status(), `${email} signs in`).toBe(200);
}

export { expect };
