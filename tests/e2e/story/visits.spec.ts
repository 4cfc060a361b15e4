import { expect, test } from '../support/test';

test('a visit is written by a checklist, opened to the school, and what was agreed is marked', async ({
  signIn,
  town,
}) => {
  test.slow();
  const school = town.school(0);
  const centre = await signIn(await town.person('CENTRE'));
  await centre.goto('/visits/new');
  await centre.getByLabel('Чек-лист').selectOption({ label: 'Посещение урока' });
  await centre.getByRole('button', { name: 'Взять чек-лист' }).click();
  await centre.getByLabel('Отметка: Есть обратная связь по ходу урока').selectOption({ label: 'частично' });
  await centre.getByLabel('Школа', { exact: true }).selectOption({ label: school.shortName });
  await centre.getByLabel('Что смотрели').fill('Урок математики в 8 классе');
  await centre.getByRole('button', { name: 'Сохранить запись' }).click();
  await expect(centre.getByRole('heading', { name: 'Урок математики в 8 классе' })).toBeVisible();
  const address = new URL(centre.url()).pathname;

  const head = await signIn(await town.person('SCHOOL_HEAD', school.id));
  expect((await head.request.get(address)).status()).toBe(404);
  const agreed = centre.getByRole('form', { name: 'Новая договорённость' });
  await agreed.getByLabel('Что сделать').fill('Подготовить карточки');
  await agreed.getByLabel('К какому дню').fill('2031-01-31');
  await agreed.getByRole('button', { name: 'Добавить договорённость' }).click();
  await expect(centre.getByText('до 31.01.2031')).toBeVisible();
  await centre.getByRole('button', { name: 'Открыть запись школе' }).click();
  await expect(centre.getByText('школа ещё не видит')).toHaveCount(0);
  await centre.getByRole('button', { name: 'Сделано' }).click();
  await expect(centre.getByText(/сделано \d/)).toBeVisible();
  await head.goto(address);
  await expect(head.getByText('частично', { exact: true })).toBeVisible();
  await expect(head.getByText('Подготовить карточки')).toBeVisible();

  await head.goto('/visits/consultations/new');
  await head.getByLabel('Тема').selectOption({ index: 1 });
  await head.getByLabel('Ваш вопрос').fill('Как читать отчёт?');
  await head.getByRole('button', { name: 'Отправить вопрос' }).click();
  await expect(head.getByText('в очереди', { exact: true })).toBeVisible();
  const question = new URL(head.url()).pathname;
  await centre.goto(question);
  await centre.getByRole('textbox', { name: /^Ответ/ }).fill('Смотрите столбец «доля».');
  await centre.getByRole('button', { name: 'Ответить школе' }).click();
  await expect(centre.getByText('есть ответ')).toBeVisible();
  await head.goto(question);
  await expect(head.getByText('Смотрите столбец «доля».')).toBeVisible();
});
