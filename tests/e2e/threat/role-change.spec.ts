import { expect, test } from '../support/test';

test('a person who is blocked is out at the next click', async ({ signIn, town }) => {
  const person = await town.person('CENTRE');
  const page = await signIn(person);
  await page.goto('/schools');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Школы');
  await town.owner.membership.update({ where: { id: person.membershipId }, data: { blockedAt: new Date() } });
  await page.goto('/schools');
  await expect(page).toHaveURL(/\/login\?callbackUrl=/);
});

test('a changed role decides from the next click on, in the same session', async ({ signIn, town }) => {
  const person = await town.person('CENTRE');
  const page = await signIn(person);
  expect((await page.goto('/schools/new'))?.status()).toBe(200);
  await town.owner.membership.update({ where: { id: person.membershipId }, data: { role: 'OFFICIAL' } });
  expect((await page.goto('/schools/new'))?.status()).toBe(404);
  expect((await page.goto('/dashboard'))?.status()).toBe(200);
});
