import fs from 'node:fs';
import path from 'node:path';
import { digest } from './inputs.mjs';
import { NOTHING_TO_DO, run } from './progress.mjs';
import { Refusal, root } from './project.mjs';

const OLDEST_NODE = [20, 19];

/** Refuses a Node.js that cannot run the packages of the lock file. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Refusal(`Нужен Node.js ${OLDEST_NODE.join('.')} или новее, а здесь ${process.version}.`);
  }
}

/** Whether a package of the lock file is meant for this machine. */
function suits({ os, cpu, libc }) {
  if (os && !os.includes(process.platform)) return false;
  if (cpu && !cpu.includes(process.arch)) return false;
  const own = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return !libc || process.platform !== 'linux' || libc.includes(own);
}

/** Whether node_modules holds the lock file's packages, by the record that npm itself keeps of what it has installed. */
export function isInstalled() {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!fs.existsSync(record)) return false;
  const { packages: wanted } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const { packages: present } = JSON.parse(fs.readFileSync(record, 'utf8'));
  return Object.entries(wanted).every(([place, wish]) => {
    if (place === '') return true;
    const have = present[place];
    if (have) return have.version === wish.version;
    return wish.optional === true && !((wish.os || wish.cpu) && suits(wish));
  });
}

/** Installs exactly what the lock file says, unless it is there. */
export async function ensureInstalled() {
  const stamp = path.join(root, 'node_modules/.portal-lock');
  const wanted = digest(['package-lock.json']);
  if (isInstalled() || (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted)) return NOTHING_TO_DO;
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) await run(process.execPath, [npm, ...args]);
  else await run('npm', args);
  fs.writeFileSync(stamp, wanted);
}
