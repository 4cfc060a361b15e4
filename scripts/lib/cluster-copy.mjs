import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** What a base backup leaves out: other servers rebuild these (PostgreSQL manual, «Low-level base backup»). */
const LEFT_OUT_FILES = new Set(['postmaster.pid', 'postmaster.opts', 'pg_internal.init']);
const EMPTIED = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

/** Copies a directory that its owner goes on changing: what vanishes meanwhile is replayed from the log. */
function copyLive(from, to, isTop = true) {
  fs.mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    if (LEFT_OUT_FILES.has(entry.name) || entry.name.startsWith('pgsql_tmp')) continue;
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    try {
      if (!entry.isDirectory()) fs.copyFileSync(source, target);
      else if (isTop && EMPTIED.has(entry.name)) fs.mkdirSync(target, { mode: 0o700 });
      else copyLive(source, target, false);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
}

/** Copies the write-ahead log from the segment of the start to the segment of the stop, which are named by position. */
function copyLog(data, target, first, last) {
  fs.mkdirSync(path.join(target, 'archive_status'), { recursive: true, mode: 0o700 });
  for (const name of fs.readdirSync(data).filter((segment) => /^[0-9A-F]{24}$/.test(segment))) {
    if (name >= first && name <= last) fs.copyFileSync(path.join(data, name), path.join(target, name));
  }
  if (!fs.existsSync(path.join(target, last))) throw new Error(`segment ${last} of the log is missing from the backup`);
}

/**
 * The low-level base backup of a running embedded server: whole at the moment it ends, without stopping anybody.
 * @param {{ data: string, superuserUrl: (database?: string) => string }} cluster
 * @param {string} target directory to make
 */
export async function copyCluster(cluster, target) {
  const client = new pg.Client({ connectionString: cluster.superuserUrl() });
  await client.connect();
  try {
    // The slot lives as long as this session and keeps the log from being recycled under the copy.
    await client.query("SELECT pg_create_physical_replication_slot('portal_backup_' || pg_backend_pid(), true, true)");
    const start = await client.query("SELECT pg_walfile_name(pg_backup_start('portal', true)) AS segment");
    copyLive(cluster.data, target);
    const { rows } = await client.query(
      'SELECT s.labelfile, s.spcmapfile, pg_walfile_name(s.lsn) AS segment FROM pg_backup_stop(false) AS s',
    );
    fs.writeFileSync(path.join(target, 'backup_label'), rows[0].labelfile, { mode: 0o600 });
    if (rows[0].spcmapfile) fs.writeFileSync(path.join(target, 'tablespace_map'), rows[0].spcmapfile, { mode: 0o600 });
    copyLog(path.join(cluster.data, 'pg_wal'), path.join(target, 'pg_wal'), start.rows[0].segment, rows[0].segment);
  } finally {
    await client.end();
  }
}

/** Lays a copied cluster down as the data of a server that does not run. */
export function layCluster(from, data, user) {
  const making = `${data}.restoring`;
  fs.rmSync(making, { recursive: true, force: true });
  fs.cpSync(from, making, { recursive: true });
  const own = (file) => {
    if (user.uid !== undefined) fs.chownSync(file, user.uid, user.gid);
    if (!fs.statSync(file).isDirectory()) return;
    fs.chmodSync(file, 0o700);
    for (const name of fs.readdirSync(file)) own(path.join(file, name));
  };
  own(making);
  fs.renameSync(making, data);
}
