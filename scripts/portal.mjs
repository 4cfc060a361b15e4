// `npm start`: from a bare checkout to a portal that serves. `npm run dev` is the same with Next's development server.
import path from 'node:path';
import { ensureBuilt, ensureGenerated } from './lib/build.mjs';
import { giveBack, refuseForeignFiles } from './lib/checkout-owner.mjs';
import { ensureInstalled, refuseOldNode } from './lib/install.mjs';
import { atEnd, endAll, endOnSignals, isEnding } from './lib/lifecycle.mjs';
import { step } from './lib/progress.mjs';
import { dataDir, runMain, seconds } from './lib/project.mjs';
import { loadEnvFile, startSettings } from './lib/settings.mjs';
import { forgetPortal, notePortal, refuseBusyPort, startWeb, takeOverPortal, waitReady } from './lib/web.mjs';

const isDev = process.argv.includes('--dev');

/** Our own PostgreSQL with the demo in it. */
async function embeddedDatabase(settings) {
  const { startPostgres } = await import('./lib/embedded-postgres.mjs');
  const { makeRoles } = await import('./lib/roles.mjs');
  const { DEMO, ensureDemo } = await import('./lib/demo.mjs');
  let cluster;
  await step('PostgreSQL', async () => {
    cluster = await startPostgres();
    atEnd(() => cluster.stop());
    await makeRoles(cluster.superuserUrl(), cluster.state);
  });
  await ensureDemo(cluster, settings);
  return { appUrl: cluster.appUrl(DEMO), ownerUrl: cluster.ownerUrl(DEMO), lost: cluster.lost };
}

/** The server named by DATABASE_URL. It gets migrations and reference data, never demo data. */
async function ownDatabase({ own, filesDir, origin }) {
  const { loadReference } = await import('./lib/demo.mjs');
  const { migrate } = await import('./lib/migrations.mjs');
  await step('Таблицы', () => migrate(own.ownerUrl));
  await loadReference({ ...own, filesDir, origin });
  return own;
}

async function refuseBadAddresses({ own }) {
  const { refuseStrongRole, refuseWrongOwner, tryAddress } = await import('./lib/roles.mjs');
  await tryAddress('DATABASE_URL', own.appUrl);
  await refuseStrongRole(own.appUrl);
  await refuseWrongOwner(own.ownerUrl);
}

async function main() {
  const started = performance.now();
  refuseOldNode();
  refuseForeignFiles();
  loadEnvFile();
  const settings = startSettings();
  endOnSignals(() => console.log('\n  Останавливаю портал …'));
  await takeOverPortal();
  await refuseBusyPort(settings.port, settings.host);
  atEnd(giveBack);
  notePortal(settings.origin);
  atEnd(forgetPortal);

  console.log(`\n${settings.own ? 'Портал на своём сервере базы данных' : 'Портал с демонстрационными данными'}\n`);
  await step('Пакеты', ensureInstalled);
  if (settings.own) await refuseBadAddresses(settings);
  await step('Клиент базы', ensureGenerated);
  if (!isDev) await step('Сборка', ensureBuilt);
  const database = settings.own ? await ownDatabase(settings) : await embeddedDatabase(settings);
  const { refuseStrongRole } = await import('./lib/roles.mjs');
  await refuseStrongRole(database.appUrl);

  const options = {
    ...settings,
    appUrl: database.appUrl,
    isDemo: settings.own === null,
    isDev,
    // A first look keeps the terminal readable; on a real server the log belongs to whatever runs the portal.
    logFile: settings.own || isDev ? undefined : path.join(dataDir, 'portal.log'),
  };
  const serve = async () => {
    const web = startWeb(options);
    atEnd(web.stop);
    notePortal(settings.origin, web);
    await waitReady(web, options);
    return web;
  };
  let web;
  if (options.logFile) {
    await step('Сервер', async () => {
      web = await serve();
    });
  } else web = await serve();

  giveBack();
  console.log(`\n  Портал открыт: ${settings.origin}   (за ${seconds(performance.now() - started)})`);
  if (!settings.own) {
    const { demoSignIns } = await import('./lib/demo.mjs');
    const people = demoSignIns();
    if (people) console.log(`\n  Вход для знакомства – кто, почта, пароль:\n\n${people}`);
    console.log(`\n  Журнал: ${options.logFile ?? 'ниже'}`);
  }
  console.log('  Остановить: Ctrl-C\n');
  const lost = database.lost?.().then(() => 'lost');
  const code = await Promise.race([web.ended, ...(lost ? [lost] : [])]);
  if (!isEnding())
    console.error(
      code === 'lost'
        ? '\n  PostgreSQL неожиданно остановился, портал закрывается. Сохранённое цело: запустите npm start снова.\n'
        : `\n  Сервер портала неожиданно остановился (${code}). Сохранённое цело: запустите npm start снова.\n`,
    );
  await endAll();
  process.exit(typeof code === 'number' ? code : 1);
}

runMain(() =>
  main().catch(async (error) => {
    await endAll();
    throw error;
  }),
);
