import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { readSheet } from '../../../scripts/bench/read-xlsx.mjs';

/** Presses a download link and reads the first sheet of what came, row by row, past the portal's own writer. */
export async function downloaded(page: Page, link: string | RegExp): Promise<string[][]> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).first().click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  return readSheet(await readFile(await file.path()));
}
