// `npm test`: everything a change must pass, from a bare checkout. `npm test -- unit|integration|e2e|static [pattern]`
// runs one part. The last line is `N passed, N failed` over all suites.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt, ensureGenerated } from './lib/build.mjs';
import { giveBack, refuseForeignFiles } from './lib/checkout-owner.mjs';
import { freePort } from './lib/free-port.mjs';
import { ensureInstalled, refuseOldNode } from './lib/install.mjs';
import { atEnd, endAll, endOnSignals } from './lib/lifecycle.mjs';
import { runNode } from './lib/progress.mjs';
import { Refusal, root, runMain, SpokenFailure } from './lib/project.mjs';
import { countPlaywright, countVitest, neverGreen, summary } from './lib/tally.mjs';
import { runningPortal } from './lib/web.mjs';

const PARTS = ['static', 'unit', 'integration', 'e2e'];
const [part, ...patterns] = process.argv.slice(2);
const isWanted = (name) => part === undefined || part === name;

/** @type {import('./lib/tally.mjs').Count[]} */
const counts = [];
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-check-'));
atEnd(() => fs.rmSync(scratch, { recursive: true, force: true }));

/** Runs one suite to its end whatever happens in it. `count` reads what it reported; without it the suite counts one. */
async function suite(title, work, count) {
  const started = performance.now();
  console.log(`\n── ${title}`);
  let isGreen = true;
  try {
    await work();
  } catch (error) {
    isGreen = false;
    console.error(error instanceof Refusal || error instanceof SpokenFailure ? error.message : error);
  }
  const result = neverGreen(count ? count() : { passed: isGreen ? 1 : 0, failed: 0 }, isGreen);
  counts.push(result);
  console.log(`── ${title}: ${summary([result])}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return isGreen;
}

const next = (...args) => runNode('node_modules/next/dist/bin/next', args);
const show = { show: true };

async function checkTypes() {
  // Types of pages that are no longer there would fail the check of those that are.
  if (!runningPortal()) fs.rmSync(path.join(root, '.next/dev/types'), { recursive: true, force: true });
  await next('typegen');
  await runNode('node_modules/typescript/bin/tsc', ['--noEmit'], show);
}

function vitest(projects) {
  const report = path.join(scratch, 'vitest.json');
  const chosen = projects.flatMap((name) => ['--project', name]);
  const args = ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...patterns];
  return suite(
    `tests: ${projects.join(', ')}`,
    () => runNode('node_modules/vitest/vitest.mjs', args, show),
    () => countVitest(report),
  );
}

/** The migrations, replayed, must give exactly the schema of the models. */
async function checkDrift(cluster) {
  const { runPrisma } = await import('./lib/progress.mjs');
  const args = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma', '--exit-code'];
  await runPrisma(args, cluster.ownerUrl('postgres'), show);
}

/** The built portal with a demo database of its own, in a real browser. */
async function endToEnd(cluster) {
  const { fillDemo } = await import('./lib/demo.mjs');
  const { dropDatabase, makeDatabase } = await import('./lib/roles.mjs');
  const { startWeb, waitReady } = await import('./lib/web.mjs');
  const name = `e2e_${process.pid.toString(16)}`;
  await dropDatabase(cluster, name);
  await makeDatabase(cluster, name);
  const dropped = atEnd(() => dropDatabase(cluster, name));
  const port = Number(process.env.E2E_PORT) || (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const addresses = {
    appUrl: cluster.appUrl(name),
    ownerUrl: cluster.ownerUrl(name),
    filesDir: path.join(scratch, 'files'),
    origin,
  };
  await fillDemo(addresses);
  const options = { ...addresses, port, host: '127.0.0.1', isDemo: true, logFile: path.join(scratch, 'web.log') };
  const web = startWeb(options);
  const stopped = atEnd(web.stop);
  const report = path.join(scratch, 'playwright.json');
  try {
    await waitReady(web, options);
    await runNode('node_modules/@playwright/test/cli.js', ['test', ...patterns], {
      show: true,
      env: {
        BASE_URL: origin,
        PLAYWRIGHT_JSON: report,
        DATABASE_URL: addresses.appUrl,
        MIGRATION_DATABASE_URL: addresses.ownerUrl,
      },
    });
  } catch (error) {
    const log = fs.readFileSync(options.logFile, 'utf8').slice(-4000).trim();
    if (log) console.error(`The server said last:\n${log}`);
    throw error;
  } finally {
    await stopped();
    await dropped();
  }
}

async function main() {
  endOnSignals();
  atEnd(giveBack);
  if (part !== undefined && !PARTS.includes(part)) throw new Refusal(`npm test -- ${PARTS.join('|')} [pattern]`);
  refuseOldNode();
  refuseForeignFiles();
  const isReady = await suite('packages and database client', async () => {
    await ensureInstalled();
    await ensureGenerated();
  });
  if (!isReady) return;

  if (isWanted('static')) {
    await suite('types', checkTypes);
    await suite('lint and format', () =>
      runNode('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings'], show));
  }
  if (part === 'unit') await vitest(['unit']);
  if (part === 'static' || part === 'unit') return;

  const { startTestCluster } = await import('./lib/test-cluster.mjs');
  const cluster = await startTestCluster();
  atEnd(() => cluster.stop());
  if (part === undefined) await vitest(['unit', 'integration']);
  if (part === 'integration') await vitest(['integration']);
  if (isWanted('integration')) await suite('drift of the schema', () => checkDrift(cluster));
  if (isWanted('e2e')) {
    const isBuilt = await suite('build', ensureBuilt);
    if (isBuilt) {
      const report = path.join(scratch, 'playwright.json');
      await suite(
        'end to end',
        () => endToEnd(cluster),
        () => countPlaywright(report),
      );
    }
  }
}

runMain(async () => {
  try {
    await main();
  } catch (error) {
    counts.push({ passed: 0, failed: 1 });
    throw error;
  } finally {
    await endAll();
    if (counts.some((count) => count.failed > 0)) process.exitCode = 1;
    // An error that stopped the run is printed by now or right after; the summary is the last word either way.
    process.once('exit', () => console.log(`\n${summary(counts)}`));
  }
});
