import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { connected, identifier } from '@/scripts/lib/roles.mjs';
import { copyDatabase } from '@/scripts/lib/test-cluster.mjs';

// Before the file is read, so that it may connect at any point: DATABASE_URL as the application, MIGRATION_DATABASE_URL
// as the owner of the tables, BACKUP_DATABASE_URL as the backup.
const server = inject('server');
const name = `file_${randomBytes(6).toString('hex')}`;
await copyDatabase(`${server.superuser}/postgres`, server.template, name);
process.env.DATABASE_URL = `${server.app}/${name}`;
process.env.MIGRATION_DATABASE_URL = `${server.owner}/${name}`;
process.env.BACKUP_DATABASE_URL = `${server.backup}/${name}`;
process.env.NEXTAUTH_SECRET = 'a secret that only tests know, long enough';
process.env.PORTAL_ORIGIN = 'http://portal.test';
process.env.NEXTAUTH_URL = process.env.PORTAL_ORIGIN;
process.env.LOG_LEVEL = 'silent';

afterAll(async () => {
  await globalThis.portalPrisma?.$disconnect();
  await connected(`${server.superuser}/postgres`, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${identifier(name)} WITH (FORCE)`),
  );
});
