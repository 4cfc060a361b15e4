import type { Page } from '@playwright/test';
import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

declare global {
  interface Window {
    readonly axe?: typeof axe;
  }
}

/** What axe finds serious or critical on a page, with the elements it means. Its script comes once to each page. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const found = await window.axe?.run(document, { runOnly: rules, resultTypes: ['violations'] });
    if (!found) return ['axe did not come to this page'];
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .flatMap((node) => node.target.map(String))
            .join(' | ')}`,
      );
  }, RULES);
}
