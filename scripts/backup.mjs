// `npm run backup [-- --keep N]`: a copy of the database and of the files, while the portal works.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backupHome, newBackup, thinOut } from './lib/backup-target.mjs';
import { giveBack } from './lib/checkout-owner.mjs';
import { copyCluster } from './lib/cluster-copy.mjs';
import { atEnd, endAll, endOnSignals } from './lib/lifecycle.mjs';
import { writeManifest } from './lib/manifest.mjs';
import { libpqEnv, requireTool } from './lib/pg-tools.mjs';
import { openPortalDatabase } from './lib/portal-database.mjs';
import { run, step } from './lib/progress.mjs';
import { dataDir, Refusal, runMain } from './lib/project.mjs';

/** The dump of one's own server, read by the role that sees past row-level security and can write nothing. */
async function dump(directory) {
  const url = process.env.BACKUP_DATABASE_URL;
  if (!url) {
    throw new Refusal(
      'Для копии своего сервера нужен BACKUP_DATABASE_URL с ролью portal_backup: прочие роли видят не все строки.',
    );
  }
  requireTool('pg_dump');
  await run('pg_dump', ['--format=custom', '--no-comments', `--file=${path.join(directory, 'database.dump')}`], {
    env: libpqEnv(url),
  });
}

async function main() {
  const { values } = parseArgs({ options: { keep: { type: 'string' } } });
  const keep = values.keep === undefined ? undefined : Number(values.keep);
  if (keep !== undefined && !(Number.isInteger(keep) && keep > 0))
    throw new Refusal('--keep: нужно целое число копий, не меньше 1.');
  endOnSignals();
  atEnd(giveBack);
  const { cluster, filesDir } = await openPortalDatabase();
  const directory = newBackup();
  // The database first: a file is stored before the row that names it, so no row of the copy lacks its file.
  await step('База данных', async () => {
    if (!cluster) return dump(directory);
    await copyCluster(cluster, path.join(directory, 'cluster'));
    fs.copyFileSync(path.join(cluster.home, 'state.json'), path.join(directory, 'state.json'));
    const secrets = path.join(dataDir, 'secrets.json');
    if (fs.existsSync(secrets)) fs.copyFileSync(secrets, path.join(directory, 'secrets.json'));
  });
  await step('Файлы', () => {
    fs.mkdirSync(path.join(directory, 'files'));
    if (fs.existsSync(filesDir)) fs.cpSync(filesDir, path.join(directory, 'files'), { recursive: true });
  });
  const facts = { kind: cluster ? 'embedded' : 'dump', madeAt: new Date().toISOString() };
  await step('Проверочные суммы', () => writeManifest(directory, facts));
  const dropped = keep === undefined ? 0 : thinOut(backupHome(), keep);
  console.log(`\n  Копия готова: ${directory}`);
  if (dropped > 0) console.log(`  Удалено старых копий: ${dropped}`);
  console.log('  В ней все данные и секреты портала: храните её как саму базу.\n');
}

runMain(() => main().finally(endAll));
