import { expect, test } from '../support/test';

for (const javaScriptEnabled of [true, false]) {
  test(`the centre asks a school to help another, both plan and write down a lesson ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    signIn,
    town,
  }) => {
    test.slow();
    const [weak, partner] = [town.school(0), town.school(1)];
    const centre = await signIn(await town.person('CENTRE'), { javaScriptEnabled });
    await centre.goto('/partners');
    await expect(centre.getByText('Партнёрств ещё нет')).toBeVisible();
    await centre.getByRole('link', { name: 'Предложить партнёрство' }).click();
    await centre.getByLabel('Кому помогаем').selectOption({ label: weak.shortName });
    await centre.getByLabel('Партнёр – школа').selectOption({ label: partner.shortName });
    await centre.getByRole('button', { name: 'Предложить' }).click();
    await expect(centre.getByRole('heading', { name: `${weak.shortName} и ${partner.shortName}` })).toBeVisible();
    const address = new URL(centre.url()).pathname;

    const helper = await signIn(await town.person('SCHOOL_HEAD', partner.id), { javaScriptEnabled });
    expect((await helper.request.get(address)).status()).toBe(404);
    await centre.getByRole('button', { name: 'Попросить партнёра' }).click();
    await expect(centre.getByText('ждём ответа партнёра').first()).toBeVisible();

    await helper.goto(address);
    await helper.getByRole('button', { name: 'Отказаться с причиной' }).click();
    if (!javaScriptEnabled) await expect(helper.getByText('Напишите несколько слов').first()).toBeVisible();
    await helper.goto(address);
    await helper.getByRole('button', { name: 'Согласиться помогать' }).click();
    await expect(helper.getByText('партнёр согласен').first()).toBeVisible();

    const head = await signIn(await town.person('SCHOOL_HEAD', weak.id), { javaScriptEnabled });
    await head.goto(address);
    const plan = head.getByRole('form', { name: 'Новая строка совместного плана' });
    await plan.getByLabel('Что сделаем').fill('Посмотреть урок математики');
    await plan.getByRole('button', { name: 'Добавить строку' }).click();
    await expect(head.getByText('Посмотреть урок математики').first()).toBeVisible();
    await head.goto(address);
    const meeting = head.getByRole('form', { name: 'Новая встреча' });
    await meeting.getByLabel('Тема урока или встречи').fill('Дроби');
    await meeting.getByLabel('Что берём себе').fill('Лист ошибок');
    await meeting.getByRole('button', { name: 'Записать встречу' }).click();
    await expect(head.getByText(`Записал: ${weak.shortName}`)).toBeVisible();
    await helper.goto(address);
    await expect(helper.getByText('Лист ошибок')).toBeVisible();
    await expect(helper.getByText(`Записал: ${weak.shortName}`)).toBeVisible();
  });
}
