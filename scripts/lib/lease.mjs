import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { identity, isRunning } from './process-identity.mjs';

const read = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * Runs `work` while nobody else runs under the same lock file. A lock left by a killed process is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  fs.writeFileSync(own, JSON.stringify(identity(process.pid)), { mode: 0o600 });
  try {
    for (;;) {
      try {
        fs.linkSync(own, file); // appears with its content or not at all
        break;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
        if (!isRunning(read(file))) fs.rmSync(file, { force: true });
        else await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 50));
      }
    }
    return await work();
  } finally {
    if (read(file)?.pid === process.pid) fs.rmSync(file, { force: true });
    fs.rmSync(own, { force: true });
  }
}

/**
 * Who uses a shared thing: one file a process. Files of processes that are gone count for nothing, so a killed user
 * never keeps it busy.
 */
export function leases(directory) {
  fs.mkdirSync(directory, { recursive: true });
  const own = path.join(directory, `${process.pid}.${randomBytes(4).toString('hex')}.json`);
  return {
    take: () => fs.writeFileSync(own, JSON.stringify(identity(process.pid)), { mode: 0o600 }),
    drop: () => fs.rmSync(own, { force: true }),
    /** Number of living holders besides this one; drops the files of dead ones. */
    others() {
      let living = 0;
      for (const name of fs.readdirSync(directory)) {
        const file = path.join(directory, name);
        if (file === own) continue;
        if (isRunning(read(file))) living++;
        else fs.rmSync(file, { force: true });
      }
      return living;
    },
  };
}
