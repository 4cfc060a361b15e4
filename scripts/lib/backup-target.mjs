import fs from 'node:fs';
import path from 'node:path';
import { dataDir } from './project.mjs';

const STAMP = /^portal-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}$/;

/** Where copies are kept when no other place is named: BACKUP_DIR, else beside the data. */
export const backupHome = () => path.resolve(process.env.BACKUP_DIR || path.join(dataDir, 'backups'));

/** A new directory for one copy, named by the moment. */
export function newBackup(home = backupHome()) {
  const name = `portal-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`;
  const directory = path.join(home, name);
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  fs.mkdirSync(directory, { mode: 0o700 });
  return directory;
}

/** Drops the oldest whole copies beyond `keep`, and what killed backups have left. */
export function thinOut(home, keep) {
  const names = fs.readdirSync(home).filter((name) => STAMP.test(name));
  const isWhole = (name) => fs.existsSync(path.join(home, name, 'manifest.json'));
  const hourAgo = Date.now() - 3_600_000;
  const abandoned = names.filter((name) => !isWhole(name) && fs.statSync(path.join(home, name)).mtimeMs < hourAgo);
  const surplus = names.filter(isWhole).sort().reverse().slice(keep);
  for (const name of [...abandoned, ...surplus]) fs.rmSync(path.join(home, name), { recursive: true });
  return surplus.length;
}
