// `npm run demo:reset`: drops the demo and makes it anew. The portal must be stopped.
import fs from 'node:fs';
import { ensureGenerated } from './lib/build.mjs';
import { giveBack, refuseForeignFiles } from './lib/checkout-owner.mjs';
import { ensureInstalled, refuseOldNode } from './lib/install.mjs';
import { atEnd, endAll, endOnSignals } from './lib/lifecycle.mjs';
import { step } from './lib/progress.mjs';
import { Refusal, runMain } from './lib/project.mjs';
import { loadEnvFile, startSettings } from './lib/settings.mjs';
import { takeOverPortal } from './lib/web.mjs';

async function main() {
  refuseOldNode();
  refuseForeignFiles();
  loadEnvFile();
  const settings = startSettings();
  if (settings.own)
    throw new Refusal('Задан DATABASE_URL: на своём сервере демонстрационных данных нет, сбрасывать нечего.');
  endOnSignals();
  atEnd(giveBack);
  await takeOverPortal();
  await step('Пакеты', ensureInstalled);
  await step('Клиент базы', ensureGenerated);
  const { startPostgres } = await import('./lib/embedded-postgres.mjs');
  const { dropDatabase, makeRoles } = await import('./lib/roles.mjs');
  const { DEMO, demoSignIns, makeDemo } = await import('./lib/demo.mjs');
  const cluster = await startPostgres();
  atEnd(() => cluster.stop());
  if (cluster.others() > 0)
    throw new Refusal('Базой сейчас пользуется другая команда: дождитесь её конца и повторите.');
  await makeRoles(cluster.superuserUrl(), cluster.state);
  await dropDatabase(cluster, DEMO);
  fs.rmSync(settings.filesDir, { recursive: true, force: true });
  await makeDemo(cluster, settings);
  console.log(`\n  Демонстрационные данные сделаны заново.\n\n${demoSignIns()}\n`);
}

runMain(() => main().finally(endAll));
