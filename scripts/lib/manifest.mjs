import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './project.mjs';

const NAME = 'manifest.json';

function* files(directory) {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const full = path.join(directory, entry.name);
    if (entry.isDirectory()) yield* files(full);
    else if (entry.name !== NAME) yield full;
  }
}

async function sha256(file) {
  const hash = createHash('sha256');
  for await (const chunk of fs.createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** Writes down every file of a backup with its digest, last of all: a backup without it is not whole. */
export async function writeManifest(directory, facts) {
  const digests = {};
  for (const file of files(directory)) digests[path.relative(directory, file)] = await sha256(file);
  const next = path.join(directory, `${NAME}.next`);
  fs.writeFileSync(next, `${JSON.stringify({ ...facts, files: digests }, null, 1)}\n`, { mode: 0o600 });
  fs.renameSync(next, path.join(directory, NAME));
}

/** Reads the manifest and refuses a backup that is not whole or was changed. */
export async function checkManifest(directory) {
  const file = path.join(directory, NAME);
  if (!fs.existsSync(file)) throw new Refusal(`${directory} – не законченная копия портала: в ней нет ${NAME}.`);
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  const present = new Set([...files(directory)].map((full) => path.relative(directory, full)));
  for (const [name, digest] of Object.entries(manifest.files)) {
    if (!present.delete(name)) throw new Refusal(`Копия повреждена: нет файла ${name}.`);
    if ((await sha256(path.join(directory, name))) !== digest)
      throw new Refusal(`Копия повреждена: изменён файл ${name}.`);
  }
  if (present.size > 0) throw new Refusal(`В копии лишний файл ${[...present][0]}.`);
  return manifest;
}
