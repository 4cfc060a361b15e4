import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { NOTHING_TO_DO } from './progress.mjs';
import { root } from './project.mjs';

function* files(target) {
  const stat = fs.statSync(target, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    yield target;
    return;
  }
  for (const name of fs.readdirSync(target).sort()) yield* files(path.join(target, name));
}

/**
 * Digest of names and contents: a file that was changed, added, removed or brought back by git counts, a new date alone
 * does not.
 * @param {readonly string[]} inputs paths from the root of the project; missing ones are empty
 */
export function digest(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of files(path.join(root, input))) {
      hash.update(`\0${path.relative(root, file)}\0`);
      hash.update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/**
 * Runs `make` unless its inputs are what they were at the last success.
 * @param {string} stamp file that remembers them, inside what is made, so that both vanish together
 * @param {string} wanted
 * @param {() => Promise<unknown>} make
 */
export async function makeUnlessFresh(stamp, wanted, make) {
  const file = path.join(root, stamp);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === wanted) return NOTHING_TO_DO;
  fs.rmSync(file, { force: true });
  await make();
  fs.writeFileSync(file, wanted);
}
