import { computedCard } from '@/prisma/seed/reference/computed-card';
import { expect, test } from '../support/test';

for (const javaScriptEnabled of [true, false]) {
  test(`the centre decides where a school disagrees with the portal, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    signIn,
    town,
  }) => {
    const { cards } = await town.campaign('Диагностика по результатам', computedCard);
    const [card] = cards;
    if (!card) throw new Error('The campaign has no card');
    const head = await town.person('SCHOOL_HEAD');
    // «Да» to А1 and А2, «нет» to the rest; the portal has computed «нет» for А1 and agrees about А3.
    await town.fill(card, head, 'SUBMITTED');
    const of = { cardId: card.id, municipalityId: town.id, schoolId: card.school.id, at: new Date() };
    await town.owner.computedAnswer.createMany({
      data: [
        { ...of, item: 'А1', value: 'NO', because: 'Доля «2» не выше муниципальной.' },
        { ...of, item: 'А3', value: 'NO', because: 'Меньше 30 %.' },
      ],
    });

    const centre = await signIn(await town.person('CENTRE'), { javaScriptEnabled });
    await centre.goto('/home');
    await centre.getByRole('link', { name: 'Решить: 1 школа не согласна с расчётом портала' }).click();
    await expect(centre).toHaveURL(new RegExp(`/cards/${card.id}`));
    const decision = centre.getByRole('form', { name: 'Решение об ответе А1' });
    await expect(centre.getByRole('form', { name: 'Решение об ответе А3' })).toHaveCount(0);
    await decision.getByRole('button', { name: 'Принять ответ школы' }).click();
    await expect(decision.getByText('Напишите, почему верен ответ школы').first()).toBeVisible();
    await centre
      .getByRole('form', { name: 'Решение об ответе А1' })
      .getByLabel('Почему верен ответ школы')
      .fill('Один выпускник пересдал в сентябре');
    await centre.getByRole('button', { name: 'Принять ответ школы' }).click();
    await expect(centre.getByText('Центр принял ответ школы: Один выпускник пересдал в сентябре')).toBeVisible();
    await expect(centre.getByRole('button', { name: 'Принять ответ школы' })).toHaveCount(0);
    await centre.goto('/home');
    await expect(centre.getByRole('heading', { name: 'Что нужно сегодня' })).toBeVisible();
    await expect(centre.getByText('с расчётом портала')).toHaveCount(0);

    const director = await signIn(head, { javaScriptEnabled });
    await director.goto(`/cards/${card.id}`);
    await expect(director.getByText('Центр принял ответ школы: Один выпускник пересдал в сентябре')).toBeVisible();
  });
}
