import fs from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Count */

const read = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null);

/**
 * A suite that ended with an error is never counted as all passed: a run that broke before or after its tests counts
 * one failure of its own.
 * @param {Count} count
 * @param {boolean} isGreen whether the command ended with code 0
 * @returns {Count}
 */
export const neverGreen = (count, isGreen) => (isGreen || count.failed > 0 ? count : { ...count, failed: 1 });

/** @param {string} file report of Vitest's json reporter @returns {Count} */
export function countVitest(file) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 0 };
  // A file that cannot be read as a module has failed without a single test of its own.
  const broken = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** @param {string} file report of Playwright's json reporter @returns {Count} */
export function countPlaywright(file) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 0 };
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

/** The line by which a machine reads the whole run. @param {readonly Count[]} counts */
export function summary(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
