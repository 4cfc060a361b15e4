import { expect, test } from '../support/test';

/** One red pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

for (const javaScriptEnabled of [true, false]) {
  test(`the centre sends a recommendation, the director answers with a photo, the centre confirms ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    signIn,
    town,
  }) => {
    test.slow();
    const { cards } = await town.campaign();
    const [card] = cards;
    if (!card) throw new Error('no card');
    await town.fill(card, await town.person('SCHOOL_HEAD'), 'ACCEPTED', 3);
    const centre = await signIn(await town.person('CENTRE'), { javaScriptEnabled });

    await centre.goto('/recommendations');
    await centre.getByRole('link', { name: 'Подготовить для школы' }).click();
    await centre.getByRole('link', { name: 'СШ № 1', exact: true }).click();
    await expect(centre.getByText('В каталоге ещё нет мер')).toBeVisible();
    await expect(centre.getByText('Для А1, А2, А3 в каталоге нет мер')).toBeVisible();
    await centre.getByRole('link', { name: 'Открыть каталог мер' }).click();
    await centre.getByRole('button', { name: 'Скопировать в свой каталог' }).click();
    await expect(centre.getByText(/В каталог скопировано: 16 мер/)).toBeVisible();

    await centre.goto(`/recommendations/schools/${card.school.id}`);
    await expect(centre.getByText(/в каталоге нет мер/)).toHaveCount(0);
    await centre.getByRole('checkbox', { name: /поэлементный анализ/ }).check();
    await centre.getByRole('button', { name: /В черновики/ }).click();
    await expect(centre.getByText(/В черновиках: 1 рекомендация/)).toBeVisible();
    await expect(centre.getByRole('checkbox', { name: /поэлементный анализ/ })).toHaveCount(1);

    await centre.getByRole('link', { name: /поэлементный анализ/ }).click();
    await expect(centre.getByRole('heading', { name: 'Черновик рекомендации' })).toBeVisible();
    const { id } = await town.owner.recommendation.findFirstOrThrow({
      where: { municipalityId: town.id },
      select: { id: true },
    });
    const phone = { javaScriptEnabled, viewport: { width: 390, height: 844 }, hasTouch: true };
    const head = await signIn(await town.person('SCHOOL_HEAD'), phone);
    expect((await head.goto(`/recommendations/${id}`))?.status()).toBe(404);

    await centre.getByLabel('Мера', { exact: true }).fill('Провести анализ и показать его родителям');
    await centre.getByLabel('Кому адресована').selectOption({ label: 'заместитель директора' });
    await centre.getByRole('button', { name: 'Сохранить черновик' }).click();
    await expect(centre.getByText('Черновик сохранён.')).toBeVisible();
    await centre.getByRole('button', { name: 'Отправить школе', exact: true }).click();
    await expect(centre.getByText(/Отправлено школе: 1 рекомендация/)).toBeVisible();

    await head.goto('/recommendations');
    await head.getByRole('link', { name: 'Провести анализ и показать его родителям' }).click();
    await expect(head.getByText('Основание', { exact: true })).toBeVisible();
    await head.getByRole('button', { name: 'Принять', exact: true }).click();
    await expect(head.getByText('принята', { exact: true }).first()).toBeVisible();
    await head.getByLabel('Что сделано').fill('Анализ проведён');
    await head.getByRole('button', { name: 'Сообщить о выполнении' }).click();
    await expect(head.getByText(/Сначала приложите подтверждение/).first()).toBeVisible();
    await expect(head.getByLabel('Что сделано')).toHaveValue('Анализ проведён');

    await head
      .getByLabel('Файл', { exact: true })
      .setInputFiles({ name: 'справка.png', mimeType: 'image/png', buffer: PHOTO });
    await head.getByRole('button', { name: 'Загрузить файл' }).click();
    await expect(head.getByRole('link', { name: 'справка.png' })).toBeVisible();
    await expect(head).toHaveURL(new RegExp(`/recommendations/${id}`));
    await head.getByLabel('Что сделано').fill('Анализ проведён, справка на фото');
    await head.getByRole('button', { name: 'Сообщить о выполнении' }).click();
    await expect(head.getByText('выполнена, на проверке').first()).toBeVisible();

    await centre.goto('/recommendations?state=waiting');
    await centre.getByRole('link', { name: 'Провести анализ и показать его родителям' }).click();
    await expect(centre.getByText('Анализ проведён, справка на фото')).toBeVisible();
    const photo = await centre.request.get(
      (await centre.getByRole('link', { name: 'справка.png' }).getAttribute('href')) ?? '',
    );
    expect(await photo.body()).toEqual(PHOTO);
    await centre.getByRole('button', { name: 'Подтвердить выполнение' }).click();
    await expect(centre.getByText('подтверждена', { exact: true }).first()).toBeVisible();

    const stranger = await signIn(await town.person('SCHOOL_HEAD', town.school(1).id), { javaScriptEnabled });
    expect((await stranger.goto(`/recommendations/${id}`))?.status()).toBe(404);
    expect((await stranger.request.get(photo.url())).status()).toBe(404);
    await centre.goto(`/recommendations/schools/${card.school.id}`);
    await expect(centre.getByRole('checkbox', { name: /поэлементный анализ/ })).toHaveCount(0);
  });
}

test('the school proposes something else, the centre sends other words, and both stay in the history', async ({
  signIn,
  town,
}) => {
  const person = await town.person('CENTRE');
  const centre = await signIn(person);
  await centre.goto(`/recommendations/schools/${town.school().id}`);
  await centre.getByRole('link', { name: 'Своя рекомендация' }).click();
  await centre.getByLabel('Мера', { exact: true }).fill('Провести семинар в ноябре');
  await centre.getByRole('button', { name: 'Отправить школе сразу' }).click();
  await expect(centre.getByText(/Укажите срок/).first()).toBeVisible();
  await expect(centre.getByLabel('Мера', { exact: true })).toHaveValue('Провести семинар в ноябре');
  await centre.getByLabel('Последний день').fill('2031-11-30');
  await centre.getByRole('button', { name: 'Отправить школе сразу' }).click();
  await expect(centre.getByText(/Отправлено школе/)).toBeVisible();

  const head = await signIn(await town.person('SCHOOL_HEAD'));
  await head.goto('/recommendations');
  await head.getByRole('link', { name: 'Провести семинар в ноябре' }).click();
  await head.getByLabel('Что школа предлагает и почему').fill('Лучше в марте: учителя на курсах');
  await head.getByRole('button', { name: 'Предложить иначе' }).click();
  await expect(head.getByText('предложено иначе').first()).toBeVisible();

  await centre.goto('/recommendations?state=waiting');
  await centre.getByRole('link', { name: 'Провести семинар в ноябре' }).click();
  await centre.getByRole('link', { name: 'Изменить и отправить снова' }).click();
  await centre.getByLabel('Мера', { exact: true }).fill('Провести семинар в марте');
  await centre.getByRole('button', { name: 'Отправить школе снова' }).click();
  await expect(centre.getByText('Исправлено и отправлено школе снова.')).toBeVisible();

  await head.reload();
  await expect(head.getByText(/было «Провести семинар в ноябре», стало «Провести семинар в марте»/)).toBeVisible();
  await expect(head.getByText('Лучше в марте: учителя на курсах')).toBeVisible();
});
