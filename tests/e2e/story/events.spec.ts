import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { expect, test } from '../support/test';
import { violations } from '../support/violations';

const NEXT_YEAR = new Date().getFullYear() + 1;
const DAY = `${NEXT_YEAR}-02-11`;
const TITLE = 'Современный урок: формы и приёмы';

/** What an independent parser finds in a calendar. */
function entriesOf(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => ({
    title: new ICAL.Event(one).summary,
    sequence: new ICAL.Event(one).sequence,
    status: String(one.getFirstPropertyValue('status')),
  }));
}

/** Fills the form of a seminar for the first school alone. */
async function planSeminar(centre: Page, title: string, school: string): Promise<void> {
  await centre.goto('/events/new');
  const form = centre.getByRole('form', { name: 'Новое мероприятие' });
  await form.getByLabel('Форма').selectOption({ label: 'Семинар' });
  await form.getByRole('textbox', { name: 'Тема' }).fill(title);
  await form.getByLabel('Дата').fill(DAY);
  await form.getByLabel('Начало').fill('14:00');
  await form.getByLabel('Окончание').fill('16:00');
  await form.getByRole('textbox', { name: 'Место' }).fill('Актовый зал');
  await form.getByLabel('Сколько мест').fill('3');
  await form.getByRole('radio', { name: /Для выбранных/ }).check();
  await form.getByRole('checkbox', { name: school }).check();
  await form.getByRole('button', { name: 'Запланировать' }).click();
  await expect(centre.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('a seminar that the centre plans lands in the director’s calendar, and so does its cancellation', async ({
  signIn,
  town,
}) => {
  test.slow();
  const director = await town.person('SCHOOL_HEAD');
  const other = await town.person('SCHOOL_HEAD', town.school(1).id);
  const centre = await signIn(await town.person('CENTRE'));
  await planSeminar(centre, TITLE, 'СШ № 1');
  const address = new URL(centre.url()).pathname;
  await expect(centre.getByText('1 школа: СШ № 1')).toBeVisible();

  // The director finds it, registers, takes the file and subscribes.
  const head = await signIn(director);
  await head.goto('/home');
  await head.getByRole('link', { name: 'Мероприятия', exact: true }).first().click();
  await head.getByLabel('Учебный год').selectOption({ index: 0 });
  await head.goto(address);
  const form = head.getByRole('form', { name: 'Запись школы' });
  await form.getByLabel('Сколько человек придёт').fill('4');
  await form.getByRole('button', { name: 'Записать школу' }).click();
  await expect(head.getByText('Всего мест: 3. Укажите не больше').first()).toBeVisible();
  await form.getByLabel('Сколько человек придёт').fill('2');
  await form.getByLabel('Кто: должности').fill('завуч, учитель физики');
  await form.getByRole('button', { name: 'Записать школу' }).click();
  await expect(head.getByText('Школа записана: 2 участника.')).toBeVisible();
  expect(await violations(head)).toEqual([]);

  const leaving = head.waitForEvent('download');
  await head.getByRole('link', { name: /В календарь/ }).click();
  expect((await leaving).suggestedFilename()).toBe('event.ics');
  await head.goto('/events/subscription');
  await head.getByRole('button', { name: 'Получить адрес' }).click();
  const box = head.getByRole('textbox', { name: 'Секретный адрес календаря' });
  const feed = new URL(await box.inputValue()).pathname;
  const read = async () => entriesOf(await (await centre.request.get(feed)).text());
  expect(await read()).toEqual([{ title: `Семинар: ${TITLE}`, sequence: 0, status: 'CONFIRMED' }]);

  // A school that was not invited does not find it, whatever it asks for.
  const stranger = await signIn(other);
  expect((await stranger.goto(address))?.status()).toBe(404);
  expect((await stranger.goto(`${address}/ics`))?.status()).toBe(404);

  await centre.reload();
  await expect(centre.getByText('завуч, учитель физики')).toBeVisible();
  await centre.getByRole('link', { name: 'Отменить мероприятие' }).click();
  const dialog = centre.getByRole('dialog');
  await dialog.getByLabel('Причина').fill('Карантин в школе');
  await dialog.getByRole('button', { name: 'Да, отменить мероприятие' }).click();
  await expect(centre.getByText('Карантин в школе')).toBeVisible();
  expect(await read()).toEqual([{ title: `Отменено: Семинар: ${TITLE}`, sequence: 1, status: 'CANCELLED' }]);
  await head.goto(address);
  await expect(head.getByText('Карантин в школе')).toBeVisible();

  // The address is taken back: whoever has it has nothing.
  await head.goto('/events/subscription');
  await head.getByRole('button', { name: 'Отозвать адрес' }).click();
  await expect(head.getByText(/Адреса пока нет/)).toBeVisible();
  expect((await centre.request.get(feed)).status()).toBe(404);
});

test('the same forms work without JavaScript, and a refused one keeps what was typed', async ({ signIn, town }) => {
  const director = await town.person('SCHOOL_HEAD');
  const centre = await signIn(await town.person('CENTRE'), { javaScriptEnabled: false });
  await centre.goto('/events/new');
  await centre.getByRole('textbox', { name: 'Тема' }).fill('Без даты и срока');
  await centre.getByRole('radio', { name: /Для выбранных/ }).check();
  await centre.getByRole('checkbox', { name: 'СШ № 1' }).check();
  await centre.getByRole('button', { name: 'Запланировать' }).click();
  await expect(centre.getByText('Выберите форму').first()).toBeVisible();
  await expect(centre.getByRole('textbox', { name: 'Тема' })).toHaveValue('Без даты и срока');
  await expect(centre.getByRole('checkbox', { name: 'СШ № 1' })).toBeChecked();

  await planSeminar(centre, 'Семинар на бумаге', 'СШ № 1');
  const address = new URL(centre.url()).pathname;
  const head = await signIn(director, { javaScriptEnabled: false });
  await head.goto(address);
  await head.getByLabel('Сколько человек придёт').fill('3');
  await head.getByRole('button', { name: 'Записать школу' }).click();
  await expect(head.getByText('записана', { exact: true })).toBeVisible();

  await centre.goto(`${address}/cancel`);
  await centre.getByRole('button', { name: 'Да, отменить мероприятие' }).click();
  await expect(centre.getByText('Напишите причину').first()).toBeVisible();
});

test('the centre repeats a seminar, sees the month, and takes the list away', async ({ signIn, town }) => {
  const centre = await signIn(await town.person('CENTRE'));
  await planSeminar(centre, TITLE, 'СШ № 1');
  await centre.getByRole('link', { name: 'Повторить серией' }).click();
  await centre.getByLabel('Сколько раз ещё').fill('2');
  await centre.getByRole('button', { name: 'Добавить серию' }).click();
  await expect(centre.getByRole('heading', { level: 1, name: 'Мероприятия' })).toBeVisible();
  await centre.goto(`/events/calendar?month=${DAY.slice(0, 7)}`);
  await expect(centre.getByRole('table').getByRole('link', { name: `14:00 ${TITLE}` })).toHaveCount(3);
  await centre.setViewportSize({ width: 390, height: 844 });
  await expect(centre.getByText(`11.02.${NEXT_YEAR}`)).toBeVisible();
  await centre.goto(`/events?month=${DAY.slice(0, 7)}`);
  const leaving = centre.waitForEvent('download');
  await centre.getByRole('link', { name: /Скачать мероприятия/ }).click();
  expect((await leaving).suggestedFilename()).toBe('Мероприятия.xlsx');
});
