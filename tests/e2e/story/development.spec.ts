import { expect, test } from '../support/test';

test('a school asks for a course without JavaScript, the centre packs the request, and the school sees what became of it', async ({
  signIn,
  town,
}) => {
  test.slow();
  const head = await signIn(await town.person('SCHOOL_HEAD'), { javaScriptEnabled: false });
  await head.goto('/development');
  await head.getByRole('link', { name: 'Подать заявку на курсы' }).click();
  await head.getByLabel('Тема', { exact: true }).fill('Читательская грамотность');
  await head.getByLabel('Предмет').first().fill('русский язык');
  await head.getByLabel('Человек').first().fill('3');
  await head.getByLabel('Из них «группа риска»').first().fill('4');
  await head.getByRole('button', { name: 'Отправить в центр' }).click();
  await expect(head.getByText(/в «группе риска» не больше, чем всего/).first()).toBeVisible();
  await expect(head.getByLabel('Предмет').first()).toHaveValue('русский язык');
  await expect(head.getByLabel('Тема', { exact: true })).toHaveValue('Читательская грамотность');
  await head.getByLabel('Из них «группа риска»').first().fill('1');
  await head.getByRole('button', { name: 'Отправить в центр' }).click();
  await expect(head.getByText('отправлена', { exact: true }).first()).toBeVisible();

  const centre = await signIn(await town.person('CENTRE'));
  await centre.goto('/development/requests');
  await centre.getByLabel('Название пакета').fill('Весна');
  await centre.getByLabel('Куда идёт').fill('Институт развития образования');
  await centre.getByRole('checkbox', { name: /Читательская грамотность/ }).check();
  await centre.getByRole('button', { name: 'Собрать пакет' }).click();
  await expect(centre.getByRole('heading', { name: 'Весна' })).toBeVisible();
  await expect(centre.getByText('приказ: нет')).toBeVisible();

  await head.reload();
  await expect(head.getByText('в пакете', { exact: true }).first()).toBeVisible();
  const neighbour = await signIn(await town.person('SCHOOL_HEAD', town.school(1).id));
  expect((await neighbour.goto(head.url()))?.status()).toBe(404);
});
