import { spawn } from 'node:child_process';
import { atEnd, isEnding } from './lifecycle.mjs';
import { Refusal, root, SpokenFailure, seconds } from './project.mjs';

let isLineOpen = false;
function closeLine() {
  if (isLineOpen) process.stdout.write('\n');
  isLineOpen = false;
}

/** What a step returns when there was nothing to do. */
export const NOTHING_TO_DO = 'готово';

/**
 * One step of the work: its name, a dot each few seconds while it lasts, its time at the end.
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 */
export async function step(title, work) {
  const started = performance.now();
  process.stdout.write(`  ${title} `);
  isLineOpen = true;
  const dots = setInterval(() => process.stdout.write('.'), 4000);
  try {
    const result = await work();
    process.stdout.write(`${result === NOTHING_TO_DO ? NOTHING_TO_DO : seconds(performance.now() - started)}\n`);
    isLineOpen = false;
    return result;
  } finally {
    clearInterval(dots);
    closeLine();
  }
}

/**
 * Runs a command of the project quietly. When it fails, the end of what it said is shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean }} [options] `show` lets it speak as it works
 */
export async function run(command, args, { env = {}, show = false } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    env: { ...process.env, ...env },
  });
  const ended = atEnd(() => child.kill('SIGTERM'));
  let said = '';
  const listen = (text) => {
    said = (said + text).slice(-20_000);
  };
  child.stdout?.setEncoding('utf8').on('data', listen);
  child.stderr?.setEncoding('utf8').on('data', listen);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(status ?? signal));
  });
  if (isEnding()) await new Promise(() => {}); // the signal's own handler ends the process
  // The command has gone by itself: there is nothing left to end.
  child.kill = () => true;
  await ended();
  if (code === 0) return said;
  closeLine();
  const line = [command === process.execPath ? 'node' : command, ...args].join(' ').replaceAll(`${root}/`, '');
  if (show) throw new SpokenFailure(`${line}: ${code}`);
  process.stderr.write(`${said.trimEnd()}\n`);
  throw new Refusal(`Не удалось: ${line} (${code}).`);
}

/** Runs a script of the project or of node_modules with this very node. */
export const runNode = (script, args = [], options = {}) => run(process.execPath, [script, ...args], options);

const serverOnly = new URL('server-only.mjs', import.meta.url).href;

/** Runs a TypeScript command of the project; modules that are marked as for the server only are open to it. */
export const runTypeScript = (script, args = [], options = {}) =>
  run(process.execPath, ['--import', serverOnly, '--import', 'tsx', script, ...args], options);

/** Runs Prisma's command line. `url` is the address of the owner of the tables. */
export const runPrisma = (args, url, options = {}) =>
  runNode('node_modules/prisma/build/index.js', args, {
    ...options,
    env: { ...options.env, MIGRATION_DATABASE_URL: url },
  });
