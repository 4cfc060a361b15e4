import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { methodOfFile } from '@/lib/methodology/method-file';
import { computedCard } from '@/prisma/seed/reference/computed-card';
import { federalLowResults } from '@/prisma/seed/reference/federal-low-results';
import { functionsTable } from '@/scripts/method/functions-table';

const folder = mkdtempSync(path.join(tmpdir(), 'method-'));
afterAll(() => rmSync(folder, { recursive: true }));

const command = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/method/command.ts', ...args], {
    encoding: 'utf8',
  });
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const FACTS = ['--facts', 'docs/methods/facts.csv', '--schools', 'docs/methods/schools.csv'];

/** Lines of a trial as records by their heading; no cell of the examples holds a comma. */
function recordsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = csv.trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
}

describe('methods as files', () => {
  it('the examples of the docs are what the portal ships, and the table of functions is theirs', () => {
    expect(json('docs/methods/diagnostic-card.json')).toEqual(computedCard);
    expect(json('docs/methods/federal-low-results.json')).toEqual(federalLowResults);
    expect(readFileSync('docs/methods.md', 'utf8')).toContain(functionsTable());
  });

  it('a trial tells measures, points, sums and verdicts of every school, the same bytes twice', () => {
    const run = () => command('trial', '--method', 'docs/methods/support-types.json', ...FACTS);
    const first = run();
    expect(first.stderr).toBe('');
    expect(run().stdout).toBe(first.stdout);
    const records = recordsOf(first.stdout);
    // 002: 8 of 24 in Russian and 9 of 24 in mathematics are 17 of 48; every third year was low.
    expect(records[1]).toMatchObject({
      school: '002',
      failing: '0.3542',
      lowYears: '3',
      rank: '1',
      sum: '2',
      type: 'steadyLow',
    });
    // 006 has no mathematics this year: what needs it is not known, and nothing is counted as 0.
    expect(records[5]).toMatchObject({
      school: '006',
      failing: '',
      lowYears: '2',
      У1: '',
      sum: '0',
      extra: '2',
      type: 'unknown',
    });
  });

  it('the federal rule proposes by two low procedures and says where data could still change it', () => {
    const { stdout } = command('trial', '--method', 'docs/methods/federal-low-results.json', ...FACTS);
    expect(recordsOf(stdout).map(({ school, sum, verdict }) => [school, sum, verdict])).toEqual([
      ['001', '0', 'insufficient'],
      ['002', '2', 'proposed'],
      ['003', '0', 'insufficient'],
      ['004', '0', 'insufficient'],
      ['005', '0', 'insufficient'],
      ['006', '1', 'insufficient'],
    ]);
  });

  it('a check reads the method in Russian; a wrong one says where and ends with 1', () => {
    const good = command('check', 'docs/methods/support-types.json');
    expect([good.status, good.stdout]).toEqual([0, expect.stringContaining('устойчиво низкие')]);
    expect(good.stdout).toContain('«Доля «2» по двум обязательным предметам ОГЭ вместе» не меньше, чем');
    const wrong = path.join(folder, 'wrong.json');
    const criterion = { code: 'А1', wording: 'Признак', when: 'belowShare(own("OGE", "math", 9)) > nowhere' };
    writeFileSync(
      wrong,
      JSON.stringify({ code: 'x', title: 'x', sections: [{ code: 'А', title: 'А', criteria: [criterion] }] }),
    );
    const bad = command('check', wrong);
    expect([bad.status, bad.stdout]).toEqual([1, '']);
    expect(bad.stderr).toContain('Критерий «А1»');
    expect(bad.stderr).toContain('неизвестное имя nowhere');
  });

  it('facts that are none are refused by row and column', () => {
    const facts = path.join(folder, 'facts.csv');
    writeFileSync(facts, 'school;year;exam;subject;grade;participants\n1;2024;OGE;math;9;двадцать\n');
    const { status, stderr } = command('trial', '--method', 'docs/methods/support-types.json', '--facts', facts);
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('строка 2, столбец participants: «двадцать» – не число'),
    ]);
  });

  it('the short form of the docs is a whole method', () => {
    const [, block = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/methods.md', 'utf8')) ?? [];
    const method = methodOfFile(JSON.parse(block));
    expect(method.sections[0]?.criteria.map(({ code }) => code)).toEqual(['А1', 'А2']);
  });
});
