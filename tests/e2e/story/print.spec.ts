import { expect, test } from '../support/test';

/** Pages of a PDF: its page objects, counted in its bytes. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('the filled and the empty card print on A4 without the shell', async ({ signIn, town }) => {
  const director = await town.person('SCHOOL_HEAD');
  const campaign = await town.campaign();
  const card = campaign.cards[0];
  if (!card) throw new Error('no card');
  await town.fill(card, director, 'DRAFT');
  const page = await signIn(director);
  for (const address of [`/cards/${card.id}/print`, `/cards/blank/${campaign.id}`]) {
    await page.goto(address);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Диагностическая карта');
    await expect(page.getByText('Таблица 2')).toBeVisible();
    await expect(page.getByRole('navigation')).toHaveCount(0);
    const pages = pagesOf(await page.pdf({ format: 'A4' }));
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(6);
    await page.emulateMedia({ media: 'screen' });
  }
});
