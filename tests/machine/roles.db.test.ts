import { describe, expect, it } from 'vitest';
import { connected, refuseStrongRole } from '@/scripts/lib/roles.mjs';

const app = process.env.DATABASE_URL ?? '';
const owner = process.env.MIGRATION_DATABASE_URL ?? '';
const backup = process.env.BACKUP_DATABASE_URL ?? '';

describe('roles of the database', () => {
  it('let the application start only under a role that row-level security binds', async () => {
    await expect(refuseStrongRole(app)).resolves.toBeUndefined();
    await expect(refuseStrongRole(owner)).rejects.toThrow('владеет таблицами');
    await expect(refuseStrongRole(backup)).rejects.toThrow('обходит построчную защиту');
  });

  it('give the application no way to make, change or empty a table', async () => {
    for (const sql of [
      'CREATE TABLE intruder (id int)',
      'ALTER TABLE school ADD intruder int',
      'TRUNCATE school',
      'SELECT * FROM _prisma_migrations',
    ]) {
      await expect(connected(app, (client) => client.query(sql))).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('close a new table to the application until its migration opens it, but never to the backup', async () => {
    await connected(owner, (client) => client.query('CREATE TABLE newcomer (id int)'));
    await expect(connected(app, (client) => client.query('SELECT * FROM newcomer'))).rejects.toMatchObject({
      code: '42501',
    });
    await expect(connected(backup, (client) => client.query('SELECT * FROM newcomer'))).resolves.toBeDefined();
  });

  it('let the backup read everything and write nothing', async () => {
    const tables = await connected(backup, async (client) => {
      const { rows } = await client.query(
        "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
      );
      for (const row of rows) await client.query(`SELECT count(*) FROM ${row.name}`);
      return rows.length;
    });
    expect(tables).toBeGreaterThan(20);
    await expect(
      connected(backup, (client) => client.query("INSERT INTO region VALUES (gen_random_uuid(), 'x', 'x')")),
    ).rejects.toMatchObject({
      code: '25006',
    });
  });

  it('put every table of the portal under row-level security that binds its owner too', async () => {
    const { rows } = await connected(backup, (client) =>
      client.query(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT (relrowsecurity AND relforcerowsecurity)",
      ),
    );
    expect(rows.map((row) => row.relname).sort()).toEqual(expect.arrayContaining(['_prisma_migrations']));
    expect(rows.map((row) => row.relname).filter((name) => !['_prisma_migrations', 'newcomer'].includes(name))).toEqual(
      [],
    );
  });

  it('search and sort Russian names rightly', async () => {
    const { rows } = await connected(app, (client) =>
      client.query(
        "SELECT similarity('Иванов', 'Иваноф') > 0.4 AS similar, array_agg(name ORDER BY name) AS names FROM unnest(ARRAY['Жуков','Ёлкин','Ежов','абрамов','Елкин']) AS name",
      ),
    );
    expect(rows[0]).toEqual({ similar: true, names: ['абрамов', 'Ежов', 'Елкин', 'Ёлкин', 'Жуков'] });
  });
});
