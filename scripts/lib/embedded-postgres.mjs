// A real PostgreSQL out of node_modules: no installation, no container, no rights of an administrator.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.mjs';
import { leases, withLock } from './lease.mjs';
import { canEnter, outsidePlace, postgresBinaries, serverUser } from './postgres-binaries.mjs';
import { bornAt, endProcess, identity, isRunning, isTaken, worksIn } from './process-identity.mjs';
import { dataDir, Refusal } from './project.mjs';

const SUPERUSER = 'postgres';
/** Crash safety is off: for databases that a test makes and drops. */
const THROW_AWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
const password = () => randomBytes(24).toString('base64url');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Address of one role in one database of a cluster. */
const address = (state, user, secret, database) =>
  `postgresql://${user}:${encodeURIComponent(secret)}@127.0.0.1:${state.port}/${database}`;

/** Files of a cluster: what the launcher keeps (state, leases, log) and where the server's data lies. */
function layout(base, name, user) {
  const home = path.join(base, name);
  fs.mkdirSync(home, { recursive: true });
  const place = canEnter(home, user) ? home : path.join(outsidePlace(base), name);
  fs.mkdirSync(place, { recursive: true, mode: 0o755 });
  return {
    home,
    data: path.join(place, 'data'),
    stateFile: path.join(home, 'state.json'),
    log: path.join(home, 'server.log'),
  };
}

function readState(file) {
  if (!fs.existsSync(file)) return { superuser: password(), owner: password(), app: password(), backup: password() };
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    throw new Refusal(
      `Не читается ${file}: верните его из копии или удалите каталог ${path.dirname(file)} (данные в нём пропадут).`,
    );
  }
}

function writeState(file, state) {
  const next = `${file}.${process.pid}`;
  fs.writeFileSync(next, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(next, file);
}

/** Makes the cluster aside and moves it into place whole: a killed initdb leaves nothing that looks ready. */
function makeCluster({ home, data }, state, bin, user) {
  const making = `${data}.making`;
  const secret = path.join(path.dirname(data), `initdb-${randomBytes(6).toString('hex')}`);
  fs.rmSync(making, { recursive: true, force: true });
  fs.mkdirSync(making, { mode: 0o700 });
  fs.writeFileSync(secret, `${state.superuser}\n`, { mode: 0o600 });
  if (user.uid !== undefined) for (const file of [making, secret]) fs.chownSync(file, user.uid, user.gid);
  // With the C locale pg_trgm would not see Cyrillic letters; the order of Russian names comes from ICU.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const flags = ['--encoding=UTF8', `--locale=${locale}`, '--locale-provider=icu', '--icu-locale=ru-RU'];
  const made = spawnSync(
    bin.initdb,
    [
      '-D',
      making,
      '-U',
      SUPERUSER,
      '--pwfile',
      secret,
      '--auth=scram-sha-256',
      ...flags,
      '--no-sync',
      '--no-instructions',
    ],
    { ...user, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: locale } },
  );
  fs.rmSync(secret, { force: true });
  if (made.status !== 0) {
    fs.rmSync(making, { recursive: true, force: true });
    throw new Error(`initdb failed in ${home}: ${made.error?.message ?? ''}${made.stdout ?? ''}${made.stderr ?? ''}`);
  }
  fs.renameSync(making, data);
}

const pidFile = (data) => path.join(data, 'postmaster.pid');
function lockedPid(data) {
  if (!fs.existsSync(pidFile(data))) return null;
  return Number(fs.readFileSync(pidFile(data), 'utf8').split('\n')[0]);
}

/** Waits until the server of exactly this data answers; null when its process has gone. */
async function answering(data, state, who) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(40)) {
    if (!isRunning(who)) return null;
    const client = new pg.Client({ connectionString: address(state, SUPERUSER, state.superuser, 'postgres') });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query('SHOW data_directory');
      if (fs.realpathSync(rows[0].data_directory) === fs.realpathSync(data)) return who;
      return null;
    } catch (error) {
      if (error.code === '28P01')
        throw new Refusal(
          'Пароль встроенной базы утерян: верните .data/pg/state.json из копии или удалите каталог .data/pg (данные в нём пропадут).',
        );
    } finally {
      await client.end().catch(() => {});
    }
  }
  throw new Error('PostgreSQL runs but does not answer');
}

/**
 * The server that already works on this data, if any. Its lock file holds a process id; after a crash or a reboot that
 * number may belong to a stranger, and then PostgreSQL itself would refuse to start for ever.
 */
async function findRunning({ data }, state) {
  const pid = lockedPid(data);
  if (pid === null) return null;
  const born = bornAt(pid);
  if (born !== null && worksIn(pid, data)) return answering(data, state, { pid, born });
  // Workers outlive a killed server for a moment; a second server beside them would ruin the data.
  for (const deadline = Date.now() + 15_000; Date.now() < deadline && workersIn(data).length > 0; ) await pause(100);
  if (workersIn(data).length > 0)
    throw new Error(`processes ${workersIn(data)} of an old server still work in ${data}`);
  // PostgreSQL takes any process of that number for a living server, a stranger's and a zombie's too.
  if (isTaken(pid)) fs.rmSync(pidFile(data), { force: true });
  return null;
}

function workersIn(data) {
  if (process.platform !== 'linux') return [];
  return fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && worksIn(Number(entry), data));
}

/** How often a portal that serves looks whether its database is still there. */
const LOOK_MS = 1000;

/** Starts the server and waits until it answers; draws another port when the first was taken meanwhile. */
async function launch(place, state, bin, user, settings) {
  for (let attempt = 1; ; attempt++) {
    state.port = await freePort();
    writeState(place.stateFile, state);
    const log = fs.openSync(place.log, 'w', 0o600);
    const options = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'timezone=UTC',
      'log_timezone=UTC',
      ...settings,
    ];
    const child = spawn(
      bin.postgres,
      ['-D', place.data, '-p', String(state.port), ...options.flatMap((option) => ['-c', option])],
      {
        ...user,
        cwd: '/',
        detached: true, // Ctrl-C in the terminal must not reach it: the web server stops first
        stdio: ['ignore', log, log],
        env: { ...process.env, LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8' },
      },
    );
    fs.closeSync(log);
    child.once('error', () => {});
    child.unref();
    const who = child.pid === undefined ? null : await answering(place.data, state, identity(child.pid));
    if (who) return who;
    const said = fs.readFileSync(place.log, 'utf8');
    if (attempt < 5 && /Address already in use/i.test(said)) continue;
    throw new Error(`PostgreSQL did not start in ${place.data}:\n${said.slice(-4000)}`);
  }
}

/**
 * Starts the cluster `name` below `base`, or joins it when it already runs. Everyone who joins holds a lease; the server
 * stops with the last lease, also when the process that started it was killed.
 * @param {{ name?: string, base?: string, durable?: boolean }} [options] `durable: false` is for throw-away databases
 */
export async function startPostgres({ name = 'pg', base = dataDir, durable = true } = {}) {
  const user = serverUser();
  fs.mkdirSync(base, { recursive: true });
  const bin = await postgresBinaries(base, user);
  const place = layout(base, name, user);
  const users = leases(path.join(place.home, 'leases'));
  const lock = path.join(place.home, 'lock');
  const started = await withLock(lock, async () => {
    const isAlone = users.others() === 0;
    const state = readState(place.stateFile);
    let server = await findRunning(place, state);
    if (!server) {
      // Without fsync a server that crashed may have lost any page: a throw-away cluster is made anew.
      if (!durable && fs.existsSync(pidFile(place.data))) fs.rmSync(place.data, { recursive: true, force: true });
      writeState(place.stateFile, state);
      if (!fs.existsSync(path.join(place.data, 'PG_VERSION'))) makeCluster(place, state, bin, user);
      server = await launch(place, state, bin, user, durable ? [] : THROW_AWAY);
    }
    users.take();
    return { state, server, isAlone };
  });
  const { state, server } = started;

  let isOurs = true;
  const onExit = () => {
    // The last resort of a process that ends without stop(): nothing asynchronous is possible any more.
    if (!isOurs) return;
    users.drop();
    if (users.others() === 0 && isRunning(server)) process.kill(server.pid, 'SIGINT');
  };
  process.once('exit', onExit);

  return {
    home: place.home,
    data: place.data,
    state,
    server,
    /** Nobody else uses the cluster: what earlier runs left in it may be swept. */
    isAlone: started.isAlone,
    others: () => users.others(),
    superuserUrl: (database = 'postgres') => address(state, SUPERUSER, state.superuser, database),
    ownerUrl: (database) => address(state, 'portal_owner', state.owner, database),
    appUrl: (database) => address(state, 'portal_app', state.app, database),
    backupUrl: (database) => address(state, 'portal_backup', state.backup, database),
    /** Comes true when the server is gone though nobody has stopped it; never, when it is stopped in order. */
    lost: () =>
      new Promise((resolve) => {
        const timer = setInterval(() => {
          if (!isOurs) clearInterval(timer);
          else if (!isRunning(server)) resolve(clearInterval(timer));
        }, LOOK_MS);
        timer.unref();
      }),
    /** Gives the lease back and stops the server with the last one (fast stop: sessions end, nothing is lost). */
    async stop() {
      if (!isOurs) return;
      isOurs = false;
      process.off('exit', onExit);
      await withLock(lock, async () => {
        users.drop();
        if (users.others() === 0) await endProcess(server, { signal: 'SIGINT', force: 'SIGQUIT' });
      });
    },
  };
}
