import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * When the process `pid` was born, as a text that no later process with the same number shares; null when there is no
 * such process or it is only a zombie. Process ids are reused, so an id alone proves nothing.
 * @param {number} pid
 * @returns {string | null}
 */
export function bornAt(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in parentheses may hold anything, so the fields are counted from its end: state is 3, start is 22.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return null;
      return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
    } catch {
      return null;
    }
  }
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.status === 0 ? ps.stdout.trim() || null : null;
}

/** Whether any process at all bears the number, be it only a zombie that its parent has not yet buried. */
export function isTaken(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A process as it is written down for whoever starts next. */
export const identity = (pid) => ({ pid, born: bornAt(pid) });

/** Whether the process written down is still running. */
export const isRunning = (who) => who?.born != null && bornAt(who.pid) === who.born;

/** Whether the process works inside `directory`, as a PostgreSQL server and its workers do inside their data. */
export function worksIn(pid, directory) {
  if (process.platform === 'linux') {
    try {
      return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(directory);
    } catch {
      return false;
    }
  }
  const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.status === 0 && ps.stdout.includes(directory);
}

/** Ends a process written down earlier: politely, then by force after `patience` ms. Resolves when it is gone. */
export async function endProcess(who, { signal = 'SIGTERM', patience = 30_000, force = 'SIGKILL' } = {}) {
  const deadline = Date.now() + patience;
  let forced = false;
  if (isRunning(who)) process.kill(who.pid, signal);
  while (isRunning(who)) {
    if (!forced && Date.now() > deadline) {
      process.kill(who.pid, force);
      forced = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
