import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, neverGreen, summary } from '@/scripts/lib/tally.mjs';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-tally-'));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = path.join(scratch, `${Math.random()}.json`);
  fs.writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('the last line of the tests', () => {
  it('sums what passed and what failed over all suites', () => {
    expect(
      summary([
        { passed: 2, failed: 0 },
        { passed: 40, failed: 3 },
      ]),
    ).toBe('42 passed, 3 failed');
    expect(summary([])).toBe('0 passed, 0 failed');
  });

  it('counts a file of tests that could not be read as a failure', () => {
    const file = report({
      numPassedTests: 5,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'passed', assertionResults: [{}] },
      ],
    });
    expect(countVitest(file)).toEqual({ passed: 5, failed: 2 });
  });

  it('counts a test in the browser that passed only at the second try as failed', () => {
    expect(
      countPlaywright(report({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 4 }, errors: [] })),
    ).toEqual({
      passed: 7,
      failed: 2,
    });
  });

  it('never calls a suite green whose command failed, with or without a report', () => {
    const none = path.join(scratch, 'none.json');
    expect(neverGreen(countVitest(none), false)).toEqual({ passed: 0, failed: 1 });
    expect(neverGreen(countPlaywright(none), false)).toEqual({ passed: 0, failed: 1 });
    expect(neverGreen({ passed: 9, failed: 0 }, false)).toEqual({ passed: 9, failed: 1 });
    expect(neverGreen({ passed: 9, failed: 2 }, false)).toEqual({ passed: 9, failed: 2 });
    expect(neverGreen({ passed: 9, failed: 0 }, true)).toEqual({ passed: 9, failed: 0 });
  });
});
