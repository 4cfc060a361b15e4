import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { draftPage } from '@/lib/methodology/draft/draft-queries';
import { approveMethod, archiveMethod, copyMethod, discardDraft } from '@/lib/methodology/version-actions';
import { methodListPage, publishedVersions } from '@/lib/methodology/version-queries';
import { inScope } from '@/lib/platform/prisma';
import { publishMethod } from '@/prisma/seed/builders/method';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { buildTown, owner, type Town } from '../access/world';

let [mine, theirs]: readonly (Town | undefined)[] = [];
let base: string;
let centre: Viewer;
let official: Viewer;
let head: Viewer;
let foreign: Viewer;

beforeAll(async () => {
  base = await publishMethod(owner, defaultMethod);
  mine = await buildTown('GAMMA');
  theirs = await buildTown('DELTA');
  centre = await mine.viewer('CENTRE');
  official = await mine.viewer('OFFICIAL');
  head = await mine.viewer('SCHOOL_HEAD');
  foreign = await theirs.viewer('CENTRE');
});
afterAll(() => owner.$disconnect());

async function copied(versionId = base): Promise<{ id: string; seen: string }> {
  const answer = await copyMethod.as(centre, { versionId });
  expect(answer).toMatchObject({ ok: true });
  const id = (answer.ok ? answer.to : '')?.split('/')[2] ?? '';
  return { id, seen: (await draftPage.as(centre, id)).seen };
}

const ORDER = { orderNumber: '12', orderDate: '2026-09-01', orderTitle: 'Об утверждении методики' };
const seenBy = async (viewer: Viewer) => (await methodListPage.as(viewer)).versions.map((version) => version.id);
const raw = (viewer: Viewer, sql: string) => inScope(viewer, (tx) => tx.$executeRawUnsafe(sql));

describe('a draft of a municipality', () => {
  it('is seen by its centre and its department, never by a school or another municipality', async () => {
    const { id } = await copied();
    expect(await seenBy(centre)).toContain(id);
    expect(await seenBy(official)).toContain(id);
    for (const viewer of [head, foreign]) {
      expect(await seenBy(viewer)).not.toContain(id);
      for (const table of ['methodology_version', 'method_section', 'method_criterion']) {
        const column = table === 'methodology_version' ? 'id' : 'version_id';
        const rows = await inScope(viewer, (tx) =>
          tx.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${table} WHERE ${column} = '${id}'`),
        );
        expect({ table, rows: rows.length }).toEqual({ table, rows: 0 });
      }
    }
    const titles = await inScope(head, (tx) =>
      tx.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM methodology WHERE municipality_id = '${mine?.id}'`),
    );
    expect(titles).toEqual([]);
  });

  it('keeps the content of its base, under a code of its own and without the order of the base', async () => {
    const { id } = await copied();
    const { method, changes } = await draftPage.as(centre, id);
    expect(changes).toEqual([]);
    expect(method.code).toMatch(/^[\w-]{1,24}-[0-9a-f]{6}$/);
    expect(method).toMatchObject({ sections: defaultMethod.sections, number: 1, order: { number: '', date: null } });
  });

  it('is approved by the department with an order and then serves new campaigns; its copy takes the next number', async () => {
    const { id, seen } = await copied();
    expect(await approveMethod.as(official, { versionId: id, seen, ...ORDER, orderNumber: ' ' })).toMatchObject({
      ok: false,
      fields: { orderNumber: expect.any(String) },
    });
    expect(await approveMethod.as(centre, { versionId: id, seen, ...ORDER })).toMatchObject({ ok: false });
    expect(await approveMethod.as(official, { versionId: id, seen, ...ORDER })).toMatchObject({ ok: true });
    const offered = await inScope(centre, (tx) => publishedVersions(tx));
    expect(offered.find((version) => version.id === id)).toMatchObject({ orderNumber: '12', orderDate: '2026-09-01' });
    expect(await seenBy(head)).toContain(id);
    expect(await seenBy(foreign)).not.toContain(id);
    const next = await copied(id);
    expect((await draftPage.as(centre, next.id)).method.number).toBe(2);
    expect(await archiveMethod.as(official, { versionId: id })).toMatchObject({ ok: true });
    expect((await inScope(centre, (tx) => publishedVersions(tx))).map((version) => version.id)).not.toContain(id);
  });

  it('is not approved or thrown away over content that nobody has seen', async () => {
    const { id, seen } = await copied();
    const stale = 'a'.repeat(64);
    for (const answer of [
      await approveMethod.as(official, { versionId: id, seen: stale, ...ORDER }),
      await discardDraft.as(centre, { versionId: id, seen: stale }),
    ])
      expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('изменили, пока вы правили') });
    expect(await discardDraft.as(centre, { versionId: id, seen })).toMatchObject({ ok: true });
    expect(await owner.methodologyVersion.count({ where: { id } })).toBe(0);
  });

  it('does not exist for the centre of another municipality', async () => {
    const { id, seen } = await copied();
    for (const answer of [
      await copyMethod.as(foreign, { versionId: id }),
      await discardDraft.as(foreign, { versionId: id, seen }),
    ])
      expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('не найдена') });
  });
});

describe('row-level security of methods', () => {
  it.each([
    ['a title of a reference method', "UPDATE methodology_version SET title = 'x' WHERE id = '$base'"],
    ['a wording of a reference method', "UPDATE method_criterion SET wording = 'x' WHERE version_id = '$base'"],
    ['a reference method', "DELETE FROM methodology_version WHERE id = '$base'"],
  ])('lets nobody change %s', async (_, sql) => {
    for (const viewer of [centre, official, head, foreign])
      expect(await raw(viewer, sql.replace('$base', base)).catch(() => 0)).toBe(0);
  });

  it('lets a draft only be approved, whole and with its order, and only by the department', async () => {
    const { id } = await copied();
    const published = `UPDATE methodology_version SET status = 'PUBLISHED', published_at = now()`;
    const order = `order_number = '1', order_date = '2026-09-01', order_title = 'О методике'`;
    await expect(raw(centre, `${published}, ${order} WHERE id = '${id}'`)).rejects.toThrow();
    await expect(raw(official, `${published} WHERE id = '${id}'`)).rejects.toThrow(/order/);
    await expect(raw(official, `${published}, ${order}, title = 'x' WHERE id = '${id}'`)).rejects.toThrow(/order/);
    await expect(
      raw(official, `UPDATE methodology_version SET status = 'ARCHIVED' WHERE id = '${id}'`),
    ).rejects.toThrow();
    expect(await raw(official, `UPDATE method_criterion SET wording = 'x' WHERE version_id = '${id}'`)).toBe(0);
    expect(await raw(official, `${published}, ${order} WHERE id = '${id}'`)).toBe(1);
  });
});
