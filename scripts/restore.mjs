// `npm run restore -- <copy>`: puts a copy in the place of the data. The portal must be stopped; what was there before is
// moved aside, never deleted.
import fs from 'node:fs';
import path from 'node:path';
import { giveBack } from './lib/checkout-owner.mjs';
import { layCluster } from './lib/cluster-copy.mjs';
import { DEMO } from './lib/demo.mjs';
import { startPostgres } from './lib/embedded-postgres.mjs';
import { atEnd, endAll, endOnSignals } from './lib/lifecycle.mjs';
import { checkManifest } from './lib/manifest.mjs';
import { libpqEnv, requireTool } from './lib/pg-tools.mjs';
import { serverUser } from './lib/postgres-binaries.mjs';
import { run, step } from './lib/progress.mjs';
import { dataDir, Refusal, runMain } from './lib/project.mjs';
import { connected, hasDatabase } from './lib/roles.mjs';
import { loadEnvFile, startSettings } from './lib/settings.mjs';
import { takeOverPortal } from './lib/web.mjs';

const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');

/** Moves what is there aside; returns the new place, or nothing when there was nothing. */
function moveAside(target) {
  if (!fs.existsSync(target)) return undefined;
  const aside = `${target}.before-${moment}`;
  fs.renameSync(target, aside);
  return aside;
}

async function restoreEmbedded(copy) {
  // Starting and stopping tells where the data lies, and proves that nobody else uses it.
  const before = await startPostgres();
  const { home, data } = before;
  const isBusy = before.others() > 0;
  await before.stop();
  if (isBusy) throw new Refusal('Базой сейчас пользуется другая команда: дождитесь её конца и повторите.');
  const aside = moveAside(data);
  layCluster(path.join(copy, 'cluster'), data, serverUser());
  for (const [name, place] of [
    ['state.json', home],
    ['secrets.json', dataDir],
  ]) {
    const from = path.join(copy, name);
    if (!fs.existsSync(from)) continue;
    fs.copyFileSync(from, path.join(place, name));
    fs.chmodSync(path.join(place, name), 0o600);
  }
  const cluster = await startPostgres();
  const stopped = atEnd(() => cluster.stop());
  if (!(await hasDatabase(cluster, DEMO))) throw new Refusal('В копии нет базы портала.');
  await stopped();
  return aside;
}

async function restoreDump(copy, { ownerUrl }) {
  requireTool('pg_restore');
  const tables = await connected(ownerUrl, async (client) => {
    const { rows } = await client.query("SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'");
    return rows[0].n;
  });
  if (tables > 0) {
    throw new Refusal(
      'База из MIGRATION_DATABASE_URL не пуста: сделайте новую пустую базу (docs/backup.md) и укажите её.',
    );
  }
  const file = path.join(copy, 'database.dump');
  const options = ['--no-owner', '--no-comments', '--single-transaction', '--exit-on-error'];
  const { PGDATABASE, ...env } = libpqEnv(ownerUrl);
  await run('pg_restore', [...options, `--dbname=${PGDATABASE}`, file], { env });
}

async function main() {
  const copy = process.argv[2] && path.resolve(process.argv[2]);
  if (!copy || !fs.existsSync(copy))
    throw new Refusal('Назовите каталог копии: npm run restore -- .data/backups/portal-…');
  endOnSignals();
  atEnd(giveBack);
  loadEnvFile();
  const settings = startSettings();
  await takeOverPortal();
  const manifest = await step('Проверка копии', () => checkManifest(copy));
  const isDump = manifest.kind === 'dump';
  if (isDump !== Boolean(settings.own)) {
    throw new Refusal(
      isDump
        ? 'Это копия своего сервера: задайте DATABASE_URL и MIGRATION_DATABASE_URL пустой базы.'
        : 'Это копия встроенной базы: уберите DATABASE_URL.',
    );
  }
  let aside;
  await step('База данных', async () => {
    if (settings.own) await restoreDump(copy, settings.own);
    else aside = await restoreEmbedded(copy);
  });
  let asideFiles;
  await step('Файлы', () => {
    asideFiles = moveAside(settings.filesDir);
    fs.cpSync(path.join(copy, 'files'), settings.filesDir, { recursive: true });
  });
  console.log(`\n  Восстановлено из копии от ${manifest.madeAt}. Запустите портал: npm start`);
  for (const place of [aside, asideFiles]) if (place) console.log(`  Прежние данные отложены: ${place}`);
  console.log('');
}

runMain(() => main().finally(endAll));
