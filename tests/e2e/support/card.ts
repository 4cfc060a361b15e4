import { expect, type Locator, type Page } from '@playwright/test';

export type AnswerWord = 'Да' | 'Нет' | 'Неприменимо' | 'Нет данных';

/** One question of the card: the fieldset with its answers and comment. */
export const question = (page: Page, code: string): Locator => page.locator(`fieldset[data-item="${code}"]`);

/** The codes of the questions that this card asks, in its order. */
export async function asked(page: Page): Promise<string[]> {
  const boxes = page.locator('[data-card-fill] fieldset[data-item]');
  await expect(boxes.first()).toBeVisible();
  return boxes.evaluateAll((all) => all.map((box) => box.id));
}

/** «Нет» is also the beginning of «Нет данных»: the words of an answer are taken whole. */
export const choice = (page: Page, code: string, word: AnswerWord): Locator =>
  question(page, code).getByRole('radio', { name: word, exact: true });

export const answer = (page: Page, code: string, word: AnswerWord) => choice(page, code, word).check();

/** Opens the comment of a question and gives its box. */
export async function comment(page: Page, code: string): Promise<Locator> {
  const box = question(page, code).locator('textarea[name^="comment."]');
  if (!(await box.isVisible())) await question(page, code).locator('summary', { hasText: 'Комментарий' }).click();
  await expect(box).toBeVisible();
  return box;
}

/** Where a question says whether its answer is kept. */
export const state = (page: Page, code: string): Locator => question(page, code).locator('[data-slot="state"]');

/** The card's own script has taken over the form. */
export const alive = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-autosave', 'on');
