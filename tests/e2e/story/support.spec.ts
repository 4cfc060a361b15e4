import { buildRoadmap } from '@/prisma/seed/builders/roadmap';
import { expect, test } from '../support/test';

test('a specialist opens a school, sees why it is there and turns a point into a row of its plan', async ({
  signIn,
  town,
}) => {
  const { cards } = await town.campaign();
  const [card] = cards;
  if (!card) throw new Error('no card');
  const person = await town.person('CENTRE');
  await town.fill(card, await town.person('SCHOOL_HEAD'), 'ACCEPTED');
  const { id } = await buildRoadmap(town.owner, {
    ...{ municipalityId: town.id, schoolId: card.school.id, title: 'План школы', year: 2026, span: 'SCHOOL' },
    ...{ authorId: person.userId, rows: [] },
  });
  const centre = await signIn(person);
  await centre.goto(`/schools/${card.school.id}`);
  await centre.getByRole('link', { name: 'Поддержка', exact: true }).click();
  await expect(centre.getByRole('heading', { name: 'Поддержка: СШ № 1' })).toBeVisible();
  const [point = ''] = card.asked;
  await centre.getByRole('link', { name: `В дорожную карту: ${point}` }).click();
  await expect(centre).toHaveURL(new RegExp(`/roadmaps/${id}/new-row`));
  await expect(centre.getByLabel('Критерий карты')).toHaveValue(point);
  await centre.getByLabel('Мероприятие или название раздела').fill('Разбор ошибок с учителями');
  await centre.getByLabel('Срок').fill('ноябрь–декабрь');
  await centre.getByRole('button', { name: 'Добавить строку' }).click();
  await centre.getByRole('link', { name: 'Разбор ошибок с учителями' }).click();
  await expect(centre.getByText('последний день – 31.12.2026')).toBeVisible();
  await expect(centre.getByText(point, { exact: true })).toBeVisible();

  const stranger = await signIn(await town.person('SCHOOL_HEAD', town.school(1).id));
  expect((await stranger.goto(`/schools/${card.school.id}/support`))?.status()).toBe(404);
});
