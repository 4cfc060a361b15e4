import { expect, test } from '../support/test';

// One way without JavaScript, one with: the same doors.
for (const javaScriptEnabled of [true, false]) {
  test(`a school is supported: opened, given a curator, its cause confirmed, paused${javaScriptEnabled ? '' : ' – without JavaScript'}`, async ({
    signIn,
    town,
  }) => {
    const centre = await signIn(await town.person('CENTRE'), { javaScriptEnabled });
    const curatorPerson = await town.person('CURATOR');
    const school = town.school();
    await centre.goto('/support');
    await centre.getByRole('link', { name: 'Открыть сопровождение' }).first().click();
    await centre.getByLabel('Школа', { exact: true }).selectOption(school.id);
    await centre.getByRole('button', { name: 'Открыть сопровождение' }).click();
    await expect(centre.getByText('Напишите, почему школе нужно сопровождение').first()).toBeVisible();
    await centre.getByLabel('Основание').fill('Школа просит о помощи');
    await centre.getByRole('button', { name: 'Открыть сопровождение' }).click();
    await expect(centre.getByRole('heading', { name: `Поддержка: ${school.shortName}` })).toBeVisible();

    await centre.getByRole('link', { name: 'Куратор и состояние' }).click();
    await centre.getByRole('radio').first().check();
    await centre.getByRole('button', { name: 'Назначить', exact: true }).click();
    await expect(centre.getByText('Снять куратора').first()).toBeVisible();

    const curator = await signIn(curatorPerson, { javaScriptEnabled });
    await curator.goto('/support');
    await curator.getByRole('link', { name: school.shortName, exact: true }).click();
    await curator.getByRole('link', { name: 'Отметить причины' }).click();
    await curator
      .getByLabel('Причина', { exact: true })
      .selectOption({ label: 'Факторы риска: Дефицит педагогических кадров' });
    await curator.getByLabel('высокая').check();
    await curator.getByRole('button', { name: 'Отметить причину' }).click();
    await expect(curator.getByText('предположение', { exact: true })).toBeVisible();

    await curator.getByRole('link', { name: 'Новое исследование' }).click();
    await curator.getByLabel('Собеседование').check();
    await curator.getByLabel('День', { exact: true }).fill('2026-11-02');
    await curator.getByLabel('Дефицит педагогических кадров').check();
    await curator.getByLabel('Проведено').check();
    await curator.getByLabel('Кто проводит').fill('куратор');
    await curator.getByRole('button', { name: 'Сохранить исследование' }).click();
    await expect(curator.getByText('Напишите вывод').first()).toBeVisible();
    await curator.getByLabel('Тема или объект').fill('Кто учит математике');
    await curator.getByLabel(/^Вывод/).fill('Учителя математики нет второй год');
    await curator.getByRole('button', { name: 'Сохранить исследование' }).click();
    await expect(curator.getByRole('heading', { name: 'Собеседование' })).toBeVisible();
    await curator.getByLabel('Что сделать и кто').fill('Подать заявку на целевой набор');
    await curator.getByLabel('До какого дня').fill('2026-11-10');
    await curator.getByRole('button', { name: 'Записать договорённость' }).click();
    await expect(curator.getByText('Подать заявку на целевой набор')).toBeVisible();

    await centre.goto(`/schools/${school.id}/support/moves`);
    await centre.getByText('Приостановить', { exact: true }).first().click();
    const pause = centre.getByRole('form', { name: 'Приостановить' });
    await pause.getByLabel('Почему приостанавливается').fill('Ремонт школы');
    await pause.getByRole('button', { name: 'Приостановить' }).click();
    await expect(centre.getByText('Сопровождение приостановлено').first()).toBeVisible();
    await expect(centre.getByText('подтверждена', { exact: true })).toBeVisible();
    await expect(centre.getByRole('link', { name: 'Подать заявку на целевой набор' })).toBeVisible();

    const head = await signIn(await town.person('SCHOOL_HEAD'), {
      javaScriptEnabled,
      viewport: { width: 390, height: 844 },
    });
    await head.goto(`/schools/${school.id}/support?kind=case`);
    await expect(head.getByText('Ремонт школы')).toBeVisible();
    await expect(head.getByRole('link', { name: 'Куратор и состояние' })).toHaveCount(0);
    expect((await head.goto('/support'))?.status()).toBe(404);
    const stranger = await signIn(await town.person('SCHOOL_HEAD', town.school(1).id), { javaScriptEnabled });
    expect((await stranger.goto(`/schools/${school.id}/support`))?.status()).toBe(404);
  });
}
