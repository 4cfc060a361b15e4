import 'server-only';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { id } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';

/** Files that wait for a job and go afterwards, apart from the stored ones: nobody ever downloads them. */
const folder = () => path.resolve(env().FILES_DIR, 'waiting');

/** The name on the disk is an id of ours, never a name somebody gave (security rule 14). */
const pathOf = (key: string) => path.join(folder(), id.parse(key));

/** Keeps bytes under an id, on the disk before it returns. */
export async function keepFile(key: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder(), { recursive: true });
  const target = pathOf(key);
  const beside = `${target}.part`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, target);
}

/** The bytes; undefined where there are none any more. */
export async function keptFile(key: string): Promise<Uint8Array | undefined> {
  return readFile(pathOf(key)).catch(() => undefined);
}

export async function dropFile(key: string): Promise<void> {
  await rm(pathOf(key), { force: true });
}
