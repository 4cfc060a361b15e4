import { expect, test } from '../support/test';

const DAY_MS = 86_400_000;

for (const javaScriptEnabled of [true, false]) {
  test(`a campaign not yet opened is thrown away after a question, ${javaScriptEnabled ? 'in a dialog' : 'on a page without JavaScript'}`, async ({
    signIn,
    town,
  }) => {
    const { id } = await town.campaign('Лишняя диагностика');
    await town.owner.campaign.update({ where: { id }, data: { opensAt: new Date(Date.now() + DAY_MS) } });
    const page = await signIn(await town.person('CENTRE'), { javaScriptEnabled });
    await page.goto(`/campaigns/${id}`);
    await page.getByRole('link', { name: 'Удалить', exact: true }).click();
    if (!javaScriptEnabled) await expect(page).toHaveURL(new RegExp(`/campaigns/${id}/dates#delete$`));
    await page.locator('form:visible').getByRole('button', { name: 'Да, удалить кампанию' }).click();
    await expect(page).toHaveURL(/\/campaigns(#delete)?$/);
    await expect(page.getByText('Кампания «Лишняя диагностика» удалена.')).toBeVisible();
    expect(await town.owner.campaign.count({ where: { id } })).toBe(0);
    const line = await town.owner.journalEntry.findFirstOrThrow({ where: { entityId: id, action: 'campaign.delete' } });
    expect(line.details).toMatchObject({ title: 'Лишняя диагностика' });
  });
}

test('an opened campaign offers no such thing', async ({ signIn, town }) => {
  const { id } = await town.campaign();
  const page = await signIn(await town.person('CENTRE'));
  for (const address of [`/campaigns/${id}`, `/campaigns/${id}/dates`]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(/Удалить/)).toHaveCount(0);
  }
});
