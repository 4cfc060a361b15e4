// `npm run bench`: how fast the portal is, as ratios to floors measured in the same run, and whether its answers are right.
// `npm run bench -- --sizes 43,700 --only save,list` measures a part. Timings judge nobody: the exit code is 0.
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt, ensureGenerated } from './lib/build.mjs';
import { ensureInstalled, refuseOldNode } from './lib/install.mjs';
import { atEnd, endAll, endOnSignals } from './lib/lifecycle.mjs';
import { step } from './lib/progress.mjs';
import { dataDir, Refusal, runMain, seconds } from './lib/project.mjs';

const SIZES = [43, 700, 40_000];
const TASKS = {
  save: async () => (await import('./bench/save.mjs')).measureSave,
  list: async () => (await import('./bench/list.mjs')).measureList,
  dashboard: async () => (await import('./bench/dashboard.mjs')).measureDashboard,
  recompute: async () => (await import('./bench/recompute.mjs')).measureRecompute,
  xlsx: async () => (await import('./bench/xlsx.mjs')).measureXlsx,
  javascript: async () => (await import('./bench/javascript.mjs')).measureJavascript,
};

function options(args) {
  const chosen = { sizes: SIZES, only: Object.keys(TASKS) };
  for (let place = 0; place < args.length; place += 2) {
    const [name, value = ''] = [args[place], args[place + 1]];
    if (name === '--sizes') chosen.sizes = value.split(',').map(Number);
    else if (name === '--only') chosen.only = value.split(',');
    else
      throw new Refusal('npm run bench -- --sizes 43,700,40000 --only save,list,dashboard,recompute,xlsx,javascript');
  }
  const isWrong = chosen.sizes.some((size) => !Number.isInteger(size) || size < 20 || size > 100_000);
  if (isWrong || chosen.only.some((task) => !Object.hasOwn(TASKS, task)))
    throw new Refusal(`Размеры – целые числа от 20 до 100000, задачи: ${Object.keys(TASKS).join(', ')}.`);
  return chosen;
}

/** One world from its making to its end: what is measured on it never meets another world. */
async function measureWorld(cluster, n, only, report) {
  const { buildWorld } = await import('./bench/world.mjs');
  const { startFloor, startPortal } = await import('./bench/servers.mjs');
  const { dropDatabase } = await import('./lib/roles.mjs');
  const world = await step(`Школ: ${n}`, () => buildWorld(cluster, n));
  const dropped = atEnd(() => dropDatabase(cluster, world.name));
  const portal = await startPortal(world);
  const floor = await startFloor(world);
  for (const task of only) {
    const measure = await TASKS[task]();
    try {
      await measure({ world, portal, floor, report, cluster });
    } catch (error) {
      report.check(`${task} at ${n} was measured`, false, error.message);
    }
  }
  await portal.stop();
  await floor.stop();
  await dropped();
}

async function main() {
  const started = performance.now();
  const { sizes, only } = options(process.argv.slice(2));
  refuseOldNode();
  endOnSignals();
  await step('Пакеты', ensureInstalled);
  await step('Клиент базы', ensureGenerated);
  await step('Сборка портала', ensureBuilt);
  fs.mkdirSync(path.join(dataDir, 'bench'), { recursive: true });
  const { ensureFloorBuilt } = await import('./bench/servers.mjs');
  await step('Сборка точки отсчёта', ensureFloorBuilt);
  const { startPostgres } = await import('./lib/embedded-postgres.mjs');
  const { makeRoles } = await import('./lib/roles.mjs');
  const { makeReport } = await import('./bench/report.mjs');
  // Durable, as a portal's own: a save that does not reach the disk is not a save.
  const cluster = await startPostgres({ name: 'bench-pg' });
  atEnd(() => cluster.stop());
  await makeRoles(cluster.superuserUrl(), cluster.state);

  const report = makeReport();
  for (const n of sizes) await measureWorld(cluster, n, only, report);
  const { growth } = await import('./bench/growth.mjs');
  growth(report);
  const measured = report.lines.filter((line) => line.isMet !== undefined);
  const checks = report.lines.filter((line) => line.task === 'oracle');
  console.log(`\n  Aims met: ${measured.filter((line) => line.isMet).length} of ${measured.length}.`);
  console.log(`  Answers checked: ${checks.length}, wrong: ${checks.filter((line) => !line.isRight).length}.`);
  console.log(`  ${path.relative(process.cwd(), report.save(dataDir))}, ${seconds(performance.now() - started)}`);
}

runMain(() => main().finally(endAll));
