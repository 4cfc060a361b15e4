import type { Page } from '@playwright/test';
import { alive, answer, asked, choice, comment, state } from '../support/card';
import { expect, test } from '../support/test';

const TEXT = 'Длинное объяснение, которое нельзя потерять.';

/** What waits unsent in this browser. */
const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const open = indexedDB.open('moc-unsent');
        open.onerror = () => resolve('');
        // Looking must not make the database: the page would then find one without its store.
        open.onupgradeneeded = () => open.transaction?.abort();
        open.onsuccess = () => {
          const database = open.result;
          if (!database.objectStoreNames.contains('answers')) {
            database.close();
            return resolve('');
          }
          const all = database.transaction('answers').objectStore('answers').getAll();
          all.onsuccess = () => {
            database.close();
            resolve(JSON.stringify(all.result));
          };
        };
      }),
  );

test('with a dead network the answer waits, says so, and is saved once when the network is back', async ({
  signIn,
  town,
}) => {
  const card = (await town.campaign()).cards[0];
  if (!card) throw new Error('no card');
  const head = await signIn(await town.person('SCHOOL_HEAD'));
  await head.goto(`/cards/${card.id}`);
  await alive(head);
  const [code = ''] = await asked(head);
  await head.context().setOffline(true);
  await answer(head, code, 'Да');
  await (await comment(head, code)).fill(TEXT);
  await expect(state(head, code)).toContainText('не сохранено – повторим');
  await expect.poll(() => kept(head)).toContain(TEXT);
  expect(await town.answer(card.id, code)).toBeNull();

  await head.context().setOffline(false);
  await expect(state(head, code)).toContainText('сохранено в', { timeout: 20_000 });
  await expect.poll(() => town.answer(card.id, code)).toMatchObject({ value: 'YES', comment: TEXT });
});

test('an answer whose acknowledgement was lost is repeated and counts once', async ({ signIn, town }) => {
  const card = (await town.campaign()).cards[0];
  if (!card) throw new Error('no card');
  const head = await signIn(await town.person('SCHOOL_HEAD'));
  await head.goto(`/cards/${card.id}`);
  await alive(head);
  const [code = ''] = await asked(head);
  let isFirst = true;
  await head.route('**/api/cards/*/answers', async (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    await route.fetch();
    await route.abort();
  });
  await answer(head, code, 'Да');
  await expect(state(head, code)).toContainText('сохранено в', { timeout: 20_000 });
  expect(await town.answer(card.id, code)).toMatchObject({ value: 'YES', version: 1 });
});

test('a session that ended asks to sign in on the same page, and nothing is lost', async ({ signIn, town }) => {
  const card = (await town.campaign()).cards[0];
  if (!card) throw new Error('no card');
  const person = await town.person('SCHOOL_HEAD');
  const head = await signIn(person);
  await head.goto(`/cards/${card.id}`);
  await alive(head);
  const [code = ''] = await asked(head);
  await town.revokeSessions(person);
  await answer(head, code, 'Нет');
  const dialog = head.getByRole('dialog', { name: /войдите снова/ });
  await expect(dialog).toBeVisible();
  await expect(choice(head, code, 'Нет')).toBeChecked();
  await dialog.getByLabel('Электронная почта').fill(person.email);
  await dialog.getByLabel('Пароль').fill('не тот пароль');
  await dialog.getByRole('button', { name: 'Войти' }).click();
  await expect(dialog).toContainText('Неверная почта или пароль');
  await dialog.getByLabel('Пароль').fill(person.password);
  await dialog.getByRole('button', { name: 'Войти' }).click();
  await expect(dialog).toBeHidden();
  await expect(state(head, code)).toContainText('сохранено в');
  await expect.poll(() => town.answer(card.id, code)).toMatchObject({ value: 'NO' });
});

test('answers that were not sent survive a reload and are sent then; sign-out wipes them', async ({ signIn, town }) => {
  const card = (await town.campaign()).cards[0];
  if (!card) throw new Error('no card');
  const head = await signIn(await town.person('SCHOOL_HEAD'));
  await head.goto(`/cards/${card.id}`);
  await alive(head);
  const [first = '', second = ''] = await asked(head);
  await head.route('**/api/cards/*/answers', (route) => route.abort());
  await answer(head, first, 'Да');
  await (await comment(head, first)).fill(TEXT);
  await expect.poll(() => kept(head)).toContain(TEXT);
  await head.unroute('**/api/cards/*/answers');
  await head.reload();
  await expect.poll(() => town.answer(card.id, first), { timeout: 20_000 }).toMatchObject({ comment: TEXT });
  await expect.poll(() => kept(head)).not.toContain(TEXT);

  await alive(head);
  await head.route('**/api/cards/*/answers', (route) => route.abort());
  await answer(head, second, 'Нет');
  await expect.poll(() => kept(head)).toContain(second);
  await head.locator('header details summary').click();
  await head.getByRole('button', { name: 'Выйти' }).click();
  await expect(head.getByRole('heading', { name: 'Вход на портал' })).toBeVisible();
  await expect.poll(() => kept(head)).not.toContain(second);
});
