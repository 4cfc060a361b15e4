import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from '../lib/free-port.mjs';
import { digest, makeUnlessFresh } from '../lib/inputs.mjs';
import { atEnd } from '../lib/lifecycle.mjs';
import { identity } from '../lib/process-identity.mjs';
import { runNode } from '../lib/progress.mjs';
import { dataDir, root } from '../lib/project.mjs';
import { secrets } from '../lib/secrets.mjs';
import { endWeb, startWeb, waitReady } from '../lib/web.mjs';

const NEXT = path.join(root, 'node_modules/next/dist/bin/next');
const floorDir = path.join(dataDir, 'bench/floor-next');

/** Builds the minimal Next application with the project's own Next, once. */
export function ensureFloorBuilt() {
  const source = 'scripts/bench/floor-next';
  const stamp = path.relative(root, path.join(floorDir, '.next/.made-from'));
  return makeUnlessFresh(stamp, digest([source, 'package-lock.json']), async () => {
    fs.rmSync(floorDir, { recursive: true, force: true });
    fs.cpSync(path.join(root, source), floorDir, { recursive: true });
    await runNode(NEXT, ['build', floorDir], { env: { NODE_ENV: 'production', BENCH_ROOT: root } });
  });
}

/** Starts the built portal on a world. */
export async function startPortal(world) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const options = {
    appUrl: world.appUrl,
    filesDir: path.join(dataDir, 'bench/files'),
    origin,
    port,
    host: '127.0.0.1',
    isDemo: false,
    logFile: path.join(dataDir, 'bench/portal.log'),
  };
  const web = startWeb(options);
  const stop = atEnd(() => endWeb(web.who, 3000));
  await waitReady(web, options);
  return { name: 'portal', origin, pid: web.who.pid, stop };
}

/** Starts the floor on the same world, under the same role of the database. */
export async function startFloor(world) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const log = fs.openSync(path.join(dataDir, 'bench/floor.log'), 'a', 0o600);
  const child = spawn(process.execPath, [NEXT, 'start', floorDir, '-p', String(port), '-H', '127.0.0.1'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      BENCH_ROOT: root,
      DATABASE_URL: world.appUrl,
      NEXTAUTH_SECRET: secrets().session,
    },
  });
  fs.closeSync(log);
  const who = identity(child.pid);
  const stop = atEnd(() => endWeb(who, 3000));
  for (const deadline = Date.now() + 60_000; ; ) {
    const answer = await fetch(`${origin}/api/save`).catch(() => undefined);
    if (answer) break; // any answer at all: the handler knows no GET
    if (Date.now() > deadline) throw new Error('the floor did not start, see .data/bench/floor.log');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { name: 'floor', origin, pid: who.pid, stop };
}
