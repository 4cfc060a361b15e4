import type { APIRequestContext } from '@playwright/test';
import { ownerClient } from '@/prisma/seed/builders/owner-client';
import { expect, test } from '../support/test';

/** The plain form of one's own name as a browser without JavaScript would send it, with everything hidden in it. */
async function renameForm(request: APIRequestContext, name: string) {
  const html = await (await request.get('/account')).text();
  const form = /<form(?:(?!<\/form>)[\s\S])*name="name"(?:(?!<\/form>)[\s\S])*<\/form>/.exec(html)?.[0] ?? '';
  const fields = [...form.matchAll(/<input[^>]*>/g)].flatMap(([input]) => {
    const of = (attribute: string) =>
      new RegExp(`\\b${attribute}="([^"]*)"`).exec(input)?.[1]?.replaceAll('&quot;', '"');
    const field = of('name');
    return field === undefined ? [] : [[field, field === 'name' ? name : (of('value') ?? '')] as const];
  });
  expect(fields.map(([field]) => field).some((field) => field.startsWith('$ACTION'))).toBe(true);
  return Object.fromEntries(fields);
}

test('a plain form of a server action is obeyed from a page of our own and from no other', async ({
  signIn,
  town,
  baseURL,
}) => {
  const owner = ownerClient();
  const person = await town.person('CENTRE');
  const { request } = (await signIn(person)).context();
  const nameNow = async () => (await owner.user.findUniqueOrThrow({ where: { id: person.userId } })).name;
  const before = await nameNow();
  const foreign: readonly Record<string, string>[] = [
    {},
    { Origin: 'null' },
    { Origin: 'https://evil.example' },
    { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' },
  ];
  for (const headers of foreign) {
    const multipart = await renameForm(request, 'Чужая Рука');
    const answer = await request.post('/account', { multipart, headers, maxRedirects: 0 });
    expect(await answer.text()).not.toContain('Имя сохранено');
    expect({ headers, name: await nameNow() }).toEqual({ headers, name: before });
  }
  const multipart = await renameForm(request, 'Своя Рука');
  await request.post('/account', { multipart, headers: { Origin: baseURL ?? '' }, maxRedirects: 0 });
  expect(await nameNow()).toBe('Своя Рука');
  await owner.$disconnect();
});
