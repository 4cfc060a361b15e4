import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { dataDir } from './project.mjs';

/**
 * Secrets of this machine, drawn at the first start and kept beside the data. The environment wins over them.
 * @returns {{ session: string, actions: string }}
 */
export function secrets() {
  const file = path.join(dataDir, 'secrets.json');
  if (!fs.existsSync(file)) {
    fs.mkdirSync(dataDir, { recursive: true });
    const drawn = { session: randomBytes(32).toString('base64url'), actions: randomBytes(32).toString('base64') };
    const next = `${file}.${process.pid}`;
    fs.writeFileSync(next, `${JSON.stringify(drawn, null, 2)}\n`, { mode: 0o600 });
    fs.renameSync(next, file);
  }
  const kept = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    session: process.env.NEXTAUTH_SECRET || kept.session,
    actions: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || kept.actions,
  };
}
