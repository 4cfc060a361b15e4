// `npm run restore:drill`: proves that a copy can be brought back. In scratch directories it makes a demo, copies it while
// somebody writes, restores the copy elsewhere, compares every table and every file, and starts the portal on it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt, ensureGenerated } from './lib/build.mjs';
import { ensureInstalled, refuseOldNode } from './lib/install.mjs';
import { atEnd, endAll, endOnSignals } from './lib/lifecycle.mjs';
import { run, step } from './lib/progress.mjs';
import { Refusal, root, runMain, seconds } from './lib/project.mjs';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-drill-'));
fs.chmodSync(scratch, 0o755);
atEnd(() => fs.rmSync(scratch, { recursive: true, force: true }));
const before = path.join(scratch, 'before');
const after = path.join(scratch, 'after');
const backups = path.join(scratch, 'backups');

/** The environment of a portal that knows only its scratch directory. */
const inDirectory = (directory, extra = {}) => ({
  PORTAL_DATA_DIR: directory,
  BACKUP_DIR: backups,
  DATABASE_URL: '',
  MIGRATION_DATABASE_URL: '',
  PORTAL_ORIGIN: '',
  FILES_DIR: '',
  ...extra,
});
const command = (name, directory, args = []) =>
  run(process.execPath, [path.join(root, 'scripts', name), ...args], { env: inDirectory(directory) });

/** Rows and a digest of the content of every table, in an order that does not depend on where the rows lie. */
async function picture(url) {
  const { connected, identifier } = await import('./lib/roles.mjs');
  return connected(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await client.query("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    const seen = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query(
        `SELECT count(*)::int AS count, coalesce(md5(string_agg(line, '|' ORDER BY line)), '') AS content
         FROM (SELECT md5(t::text) AS line FROM ${identifier(name)} t) AS lines`,
      );
      seen[name] = `${rows[0].count} rows, ${rows[0].content}`;
    }
    await client.query('COMMIT');
    return seen;
  });
}

function fileDigests(directory) {
  if (!fs.existsSync(directory)) return {};
  const names = fs
    .readdirSync(directory, { recursive: true })
    .filter((name) => fs.statSync(path.join(directory, name)).isFile());
  const digest = (name) =>
    createHash('sha256')
      .update(fs.readFileSync(path.join(directory, name)))
      .digest('hex');
  return Object.fromEntries(names.sort().map((name) => [name, digest(name)]));
}

function compare(what, left, right) {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  const different = [...names].filter((name) => left[name] !== right[name]);
  if (different.length > 0) throw new Refusal(`После восстановления отличается (${what}): ${different.join(', ')}.`);
  return names.size;
}

/** Writes that go on while the copy is made: the copy must be whole all the same. They touch no table of the portal. */
async function disturb(cluster) {
  const { connected } = await import('./lib/roles.mjs');
  let isOver = false;
  const work = connected(cluster.superuserUrl('postgres'), async (client) => {
    await client.query('CREATE TABLE IF NOT EXISTS disturbance (at timestamptz, filler text)');
    while (!isOver) {
      await client.query("INSERT INTO disturbance SELECT now(), repeat('x', 500) FROM generate_series(1, 200)");
    }
  });
  return async () => {
    isOver = true;
    await work;
  };
}

/** Starts the restored portal by the ordinary command and asks whether it is ready. */
async function startPortal() {
  const { freePort } = await import('./lib/free-port.mjs');
  const port = await freePort();
  const env = { ...process.env, ...inDirectory(after, { PORT: String(port) }) };
  const child = spawn(process.execPath, [path.join(root, 'scripts/portal.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  const stopped = atEnd(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  for (const deadline = Date.now() + 120_000; Date.now() < deadline && child.exitCode === null; ) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/ready`).then(
      (response) => response.status,
      () => 0,
    );
    if (answer === 200) {
      await stopped();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Refusal(`Восстановленный портал не готов:\n${said}`);
}

async function main() {
  const started = performance.now();
  refuseOldNode();
  endOnSignals();
  console.log('\nУчение: копия и восстановление\n');
  await step('Пакеты', ensureInstalled);
  await step('Клиент базы', ensureGenerated);
  await step('Сборка', ensureBuilt);
  const { startPostgres } = await import('./lib/embedded-postgres.mjs');
  const { DEMO } = await import('./lib/demo.mjs');

  await step('Демонстрационная база', () => command('demo-reset.mjs', before));
  fs.mkdirSync(path.join(before, 'files/drill'), { recursive: true });
  fs.writeFileSync(path.join(before, 'files/drill/приказ.txt'), 'Файл, который должен вернуться.');
  const source = await startPostgres({ base: before });
  const sourceStopped = atEnd(() => source.stop());
  const left = await picture(source.backupUrl(DEMO));
  const leftFiles = fileDigests(path.join(before, 'files'));
  const calm = await disturb(source);
  await step('Копия под нагрузкой', () => command('backup.mjs', before));
  await calm();
  await sourceStopped();

  const copy = path.join(backups, fs.readdirSync(backups)[0] ?? '');
  const restoring = performance.now();
  await step('Восстановление', () => command('restore.mjs', after, [copy]));
  const restoreTime = performance.now() - restoring;
  const target = await startPostgres({ base: after });
  const targetStopped = atEnd(() => target.stop());
  const tables = compare('таблицы', left, await picture(target.backupUrl(DEMO)));
  const files = compare('файлы', leftFiles, fileDigests(path.join(after, 'files')));
  await targetStopped();
  await step('Портал на восстановленных данных', startPortal);
  console.log(
    `\n  Учение прошло: совпали таблиц ${tables}, файлов ${files}; восстановление ${seconds(restoreTime)}, всё учение ${seconds(performance.now() - started)}.\n`,
  );
}

runMain(() => main().finally(endAll));
