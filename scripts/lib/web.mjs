import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { identity, isRunning } from './process-identity.mjs';
import { DEMO_PEOPLE, dataDir, Refusal, root } from './project.mjs';
import { secrets } from './secrets.mjs';

/** A server that got SIGTERM finishes the requests it has; after this it is ended by force. */
const DRAIN_MS = 30_000;
const READY_MS = 90_000;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const isFree = (port, host) =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

/** Refuses a port that somebody else listens on. */
export async function refuseBusyPort(port, host) {
  const free = await isFree(port, host).catch((error) => {
    throw new Refusal(
      `Порт ${port} по адресу ${host} не открыть: ${error.code === 'EACCES' ? 'нужны права администратора' : error.message}.`,
    );
  });
  if (!free)
    throw new Refusal(
      `Порт ${port} занят другой программой: остановите её или выберите другой, например PORT=${port + 1} npm start.`,
    );
}

/** Ends a web process with all its children. Resolves when it is gone. */
export async function endWeb(who, patience = DRAIN_MS) {
  const signal = (name) => {
    try {
      process.kill(-who.pid, name);
    } catch {
      // the group has gone meanwhile
    }
  };
  if (isRunning(who)) signal('SIGTERM');
  const deadline = Date.now() + patience;
  while (isRunning(who)) {
    if (Date.now() > deadline) signal('SIGKILL');
    await pause(50);
  }
  signal('SIGKILL'); // children that did not notice
}

/** Environment of the web process. The owner's address stays outside: the web has no use for such rights. */
export function webEnv({ appUrl, origin, filesDir, port, host, isDemo }) {
  const { MIGRATION_DATABASE_URL, BACKUP_DATABASE_URL, SHADOW_DATABASE_URL, PORTAL_DEMO, ...rest } = process.env;
  const { session, actions } = secrets();
  return {
    ...rest,
    DATABASE_URL: appUrl,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: session,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actions,
    PORTAL_ORIGIN: origin,
    FILES_DIR: filesDir,
    PORT: String(port),
    HOSTNAME: host,
    // The standalone server works in a folder of its own, so the path is whole.
    ...(isDemo ? { PORTAL_DEMO: '1', PORTAL_DEMO_PEOPLE: path.join(root, DEMO_PEOPLE) } : {}),
  };
}

/**
 * Starts the web server: the built one, or Next's development server.
 * @param {{ appUrl: string, origin: string, filesDir: string, port: number, host: string, isDemo: boolean, isDev?: boolean, logFile?: string }} options
 */
export function startWeb(options) {
  fs.mkdirSync(options.filesDir, { recursive: true });
  const args = options.isDev
    ? [path.join(root, 'node_modules/next/dist/bin/next'), 'dev', '-p', String(options.port), '-H', options.host]
    : [path.join(root, '.next/standalone/server.js')];
  const log = options.logFile ? fs.openSync(options.logFile, 'a', 0o600) : 'inherit';
  const child = spawn(process.execPath, args, {
    cwd: root,
    detached: true, // a group of its own: Ctrl-C reaches only the launcher, which ends things in order
    stdio: ['ignore', log, log],
    env: { ...webEnv(options), NODE_ENV: options.isDev ? 'development' : 'production' },
  });
  if (typeof log === 'number') fs.closeSync(log);
  const who = identity(child.pid ?? -1);
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  return { who, ended, stop: () => endWeb(who) };
}

/** One GET of the readiness probe, under the canonical host name, whatever address the server listens on. */
function probe({ origin, port, host }) {
  return new Promise((resolve) => {
    const target = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    const request = http.get(
      { host: target, port, path: '/api/ready', headers: { host: new URL(origin).host }, timeout: 20_000 },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text) => {
          body += text;
        });
        response.on('end', () => resolve({ status: response.statusCode, body }));
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve({ status: 0, body: '' }));
  });
}

/** Waits until the portal says that it can serve; tells what it said when it cannot. */
export async function waitReady(web, options) {
  let last = { status: 0, body: '' };
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline && isRunning(web.who); await pause(150)) {
    last = await probe(options);
    if (last.status === 200) return;
  }
  const said =
    options.logFile && fs.existsSync(options.logFile) ? fs.readFileSync(options.logFile, 'utf8').slice(-3000) : '';
  if (said) process.stderr.write(`\n${said}\n`);
  throw new Refusal(
    isRunning(web.who)
      ? `Портал запущен, но не готов: /api/ready отвечает ${last.status || 'ничего'} ${last.body}.`
      : 'Портал остановился при запуске; причина – в записи выше.',
  );
}

const noteFile = () => path.join(dataDir, 'portal.json');
const readNote = () => (fs.existsSync(noteFile()) ? JSON.parse(fs.readFileSync(noteFile(), 'utf8')) : null);

/** Address of the portal that works in this directory now, or null. */
export function runningPortal() {
  const note = readNote();
  return note && isRunning(note.launcher) ? note.origin : null;
}

/** Refuses a second start in one directory; ends the web server that a killed start has left behind. */
export async function takeOverPortal() {
  const origin = runningPortal();
  if (origin) throw new Refusal(`Портал здесь уже работает: ${origin}. Остановите его (Ctrl-C) и повторите.`);
  const note = readNote();
  if (note?.web && isRunning(note.web)) await endWeb(note.web, 5000);
}

/** Writes down who runs here, for the next start. */
export function notePortal(origin, web) {
  fs.mkdirSync(dataDir, { recursive: true });
  const note = { launcher: identity(process.pid), origin, web: web?.who };
  fs.writeFileSync(noteFile(), JSON.stringify(note), { mode: 0o600 });
}

export const forgetPortal = () => fs.rmSync(noteFile(), { force: true });
