import { startPostgres } from './embedded-postgres.mjs';
import { connected, dropDatabase, identifier, makeRoles } from './roles.mjs';

const LEFT_BEHIND = /^(template|file|e2e|drift)_[0-9a-f_]+$/;

/** A cluster on somebody's throw-away server, named by its superuser's address. */
function foreignCluster(url) {
  const passwords = { owner: 'owner', app: 'app', backup: 'backup' };
  const at = (user, secret) => (database) => {
    const address = new URL(url);
    address.pathname = `/${database}`;
    if (user) Object.assign(address, { username: user, password: secret });
    return address.toString();
  };
  return {
    state: passwords,
    isAlone: false,
    superuserUrl: (database = 'postgres') => at()(database),
    ownerUrl: at('portal_owner', passwords.owner),
    appUrl: at('portal_app', passwords.app),
    backupUrl: at('portal_backup', passwords.backup),
    stop: async () => {},
  };
}

/**
 * The cluster for tests, shared by all runs on this machine that overlap; the last one stops it. It gives up safety in a
 * crash for speed: a test of durability starts a cluster of its own. TEST_DATABASE_URL (a superuser's address) replaces
 * it by a throw-away server of one's own.
 */
export async function startTestCluster() {
  const foreign = process.env.TEST_DATABASE_URL;
  const cluster = foreign ? foreignCluster(foreign) : await startPostgres({ name: 'test-pg', durable: false });
  try {
    await makeRoles(cluster.superuserUrl(), cluster.state);
    if (cluster.isAlone) {
      const names = await connected(cluster.superuserUrl(), async (client) => {
        const { rows } = await client.query('SELECT datname AS name FROM pg_database');
        return rows.map((row) => row.name);
      });
      for (const name of names) if (LEFT_BEHIND.test(name)) await dropDatabase(cluster, name);
    }
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** A copy of a template, owned as the original. */
export const copyDatabase = (superuserUrl, template, name) =>
  connected(superuserUrl, (client) =>
    client.query(`CREATE DATABASE ${identifier(name)} TEMPLATE ${identifier(template)} OWNER portal_owner`),
  );
