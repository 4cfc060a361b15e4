import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { dataDir, Refusal, root } from './project.mjs';

/** Gives what root has made in somebody's checkout to the owner of the checkout. Does nothing for anybody else. */
function giveToOwner(target) {
  if (process.getuid?.() !== 0 || !fs.existsSync(target)) return;
  const { uid, gid } = fs.statSync(root);
  if (uid !== 0) spawnSync('chown', ['-R', '-h', `${uid}:${gid}`, target]);
}

const MADE = ['node_modules', '.next', 'next-env.d.ts', 'prisma/generated', 'tsconfig.tsbuildinfo', 'test-results'];

/**
 * Gives everything that a command makes to the owner of the checkout, so that a run as root never leaves files that lock
 * its owner out.
 */
export function giveBack() {
  for (const name of MADE) giveToOwner(path.join(root, name));
  giveToOwner(dataDir);
}

/** Refuses to start where somebody else, root most likely, has left files that we could not change. */
export function refuseForeignFiles() {
  const kept = fs.existsSync(dataDir) ? fs.readdirSync(dataDir).map((name) => path.join(dataDir, name)) : [];
  const foreign = [dataDir, ...kept, ...MADE.map((name) => path.join(root, name))].find((target) => {
    try {
      if (fs.existsSync(target)) fs.accessSync(target, fs.constants.W_OK);
      return false;
    } catch {
      return true;
    }
  });
  if (foreign) {
    throw new Refusal(
      `${foreign} принадлежит другому пользователю (портал запускали от root?): верните файлы себе командой sudo chown -R "$(id -un)" "${root}".`,
    );
  }
}
