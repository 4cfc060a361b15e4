import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { renameSelf } from '@/lib/access/account-actions';
import { journalFilter } from '@/lib/access/journal-page';
import { journalPage, journalTable } from '@/lib/access/journal-queries';
import { saveSettings } from '@/lib/access/settings-actions';
import type { Viewer } from '@/lib/access/viewer';
import { connected } from '@/scripts/lib/roles.mjs';
import { buildTown, owner, type Town } from './world';

let town: Town;
let admin: Viewer;
let stranger: Viewer;
const rename = async (viewer: Viewer, times: number) => {
  for (let n = 0; n < times; n += 1)
    expect(await renameSelf.as(viewer, { name: `Имя номер ${n}` })).toMatchObject({ ok: true });
};
beforeAll(async () => {
  town = await buildTown('ALPHA');
  [admin, stranger] = [await town.viewer('ADMIN'), await (await buildTown('BETA')).viewer('ADMIN')];
  await rename(admin, 60);
  await rename(stranger, 3);
});
afterAll(() => owner.$disconnect());

const page = (params: Record<string, string>, viewer = admin) => journalPage.as(viewer, journalFilter.parse(params));
/** Past every trigger, as somebody with the server in hand could. */
const asSuperuser = (sql: string) => {
  const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
  return connected(`${inject('server').superuser}/${database}`, (client) =>
    client.query(`SET session_replication_role = replica; ${sql}`),
  );
};

describe('the journal', () => {
  it('has one line for each change, in the chain of its own municipality', async () => {
    const { rows } = await page({ action: 'account.rename' }, stranger);
    expect(rows.map((row) => [row.seq, row.actorName])).toEqual([
      ['3', 'Имя номер 2'],
      ['2', 'Имя номер 2'],
      ['1', 'Имя номер 2'],
    ]);
  });

  it('has no line for a change that was refused', async () => {
    expect(await saveSettings.as(admin, { seen: 'x' })).toMatchObject({ ok: false });
    expect((await page({ action: 'municipality.settings' })).rows).toEqual([]);
  });

  it('is read page by page, forth and back, each line once', async () => {
    const first = await page({});
    const second = await page({ after: first.after ?? '' });
    expect([first.rows.length, second.rows.length, second.after]).toEqual([50, 10, undefined]);
    expect((await page({ before: second.before ?? '' })).rows).toEqual(first.rows);
    const all: string[] = [];
    for await (const row of journalTable(admin, journalFilter.parse({}))) all.push(row.seq);
    expect(all).toEqual([...first.rows, ...second.rows].map((row) => row.seq));
  });

  it('is filtered by action, person and the days of the municipality’s clock', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: admin.timeZone }).format(new Date());
    expect((await page({ from: today, to: today, person: admin.userId })).rows).toHaveLength(50);
    expect((await page({ to: '2020-01-01' })).rows).toEqual([]);
    expect((await page({ person: stranger.userId })).rows).toEqual([]);
  });

  it.each(['CENTRE', 'OFFICIAL', 'SCHOOL_HEAD', 'REGION'] as const)('is closed to %s', async (role) => {
    await expect(page({}, await town.viewer(role))).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each(["UPDATE journal_entry SET action = 'x'", 'DELETE FROM journal_entry', 'TRUNCATE journal_entry'])(
    'cannot be altered, even by the owner of the tables: %s',
    async (sql) => {
      await expect(
        connected(process.env.MIGRATION_DATABASE_URL ?? '', (client) => client.query(sql)),
      ).rejects.toMatchObject({ code: '42501' });
    },
  );
});

describe('the check of the chain', () => {
  const faults = async (viewer = admin) => (await page({ check: '1' }, viewer)).checked?.faults;

  it('finds nothing wrong with what the portal wrote', async () => {
    expect((await page({ check: '1' })).checked).toEqual({ faults: [], lines: 60 });
  });

  it('finds a line altered past the portal, and only in its own municipality', async () => {
    await asSuperuser(`UPDATE journal_entry SET details = '{"forged": true}' WHERE chain = '${town.id}' AND seq = 7`);
    expect(await faults()).toEqual([{ seq: '7', fault: 'altered' }]);
    expect(await faults(stranger)).toEqual([]);
    await asSuperuser(`UPDATE journal_entry SET details = '{}' WHERE chain = '${town.id}' AND seq = 7`);
    expect(await faults()).toEqual([]);
  });

  it('finds a line taken out of the middle', async () => {
    await asSuperuser(`DELETE FROM journal_entry WHERE chain = '${town.id}' AND seq = 30`);
    expect(await faults()).toEqual([{ seq: '31', fault: 'gap' }]);
  });

  it('finds that the last lines were cut off', async () => {
    await asSuperuser(`DELETE FROM journal_entry WHERE chain = '${stranger.municipalityId}' AND seq = 3`);
    expect(await faults(stranger)).toEqual([{ seq: '3', fault: 'cut off' }]);
  });
});
