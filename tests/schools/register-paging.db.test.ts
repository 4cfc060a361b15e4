import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope } from '@/lib/platform/prisma';
import { registerRows } from '@/lib/schools/export-queries';
import {
  REGISTER_SORTS,
  type RegisterFilter,
  type RegisterSort,
  registerFilter,
  writeCursor,
} from '@/lib/schools/register';
import { pageStatement, type RegisterRow, registerPage } from '@/lib/schools/register-store';
import { Prisma } from '@/prisma/generated/client';
import type { SchoolDraft } from '@/prisma/seed/builders/school';
import { type RegisterWorld, registerWorld } from './register-world';

const MANY = 6000;

/** Many schools of few names and few numbers of pupils: ties on every page. */
const drafts = Array.from({ length: MANY }, (_, index): SchoolDraft => {
  const name = `Школа № ${(index * 7919) % 1500}`;
  return { code: String(index).padStart(5, '0'), name, shortName: name, ...(index % 5 ? { pupils: index % 40 } : {}) };
});

describe('A register of 6,000 schools', () => {
  let world: RegisterWorld;
  const page = (filter: RegisterFilter, size: number) =>
    inScope(world.viewers.CENTRE, (tx) => registerPage(tx, world.viewers.CENTRE, filter, size));

  beforeAll(async () => {
    world = await registerWorld(drafts);
    await world.owner.$executeRaw`ANALYZE school`;
  });
  afterAll(() => world.owner.$disconnect());

  async function walk(sort: RegisterSort, direction: 'after' | 'before', start: string | undefined, q = '') {
    const rows: RegisterRow[] = [];
    let cursor = start;
    do {
      const filter = registerFilter.parse({ sort, q, ...(cursor ? { [direction]: cursor } : {}) });
      const found = await page(filter, 700);
      if (direction === 'after') rows.push(...found.rows);
      else rows.unshift(...found.rows);
      cursor = found[direction];
    } while (cursor);
    return rows;
  }

  it.each(REGISTER_SORTS)('is walked whole and once, forward and back, sorted by %s', async (sort) => {
    const forward = await walk(sort, 'after', undefined);
    expect(new Set(forward.map((row) => row.id)).size).toBe(MANY);
    expect(forward).toHaveLength(MANY);
    const last = forward.at(-1);
    if (!last) throw new Error('no rows');
    const key = sort.endsWith('pupils') ? (last.pupils ?? -1) : sort.endsWith('code') ? last.code : last.shortName;
    const back = await walk(sort, 'before', writeCursor({ key, id: last.id }));
    expect(back.map((row) => row.id)).toEqual(forward.slice(0, -1).map((row) => row.id));
  });

  it('has no page before the first and none after the last', async () => {
    const first = await page(registerFilter.parse({}), 700);
    expect(first.before).toBeUndefined();
    const second = await page(registerFilter.parse({ after: first.after }), 700);
    const again = await page(registerFilter.parse({ before: second.before }), 700);
    expect(again.rows).toEqual(first.rows);
    expect(again.before).toBeUndefined();
  });

  it('is counted only to a thousand, so that the count costs the same at any size', async () => {
    const found = await page(registerFilter.parse({}), 50);
    expect([found.total, found.totalIsMore]).toEqual([1000, true]);
    const few = await page(registerFilter.parse({ q: 'школа 77' }), 50);
    // № 77 four times, and the code 00077.
    expect([few.total, few.totalIsMore]).toEqual([5, false]);
  });

  it.each([
    ['name', 'after', 'school_municipality_id_short_name_id_idx'],
    ['name', 'before', 'school_municipality_id_short_name_id_idx'],
    ['-name', 'after', 'school_municipality_id_short_name_id_idx'],
    ['pupils', 'after', 'school_pupils'],
    ['code', 'after', 'school_municipality_id_code_key'],
  ] as const)(
    'reads a page in its middle by %s, %s, from the index alone, without sorting',
    async (sort, to, index) => {
      const key = sort === 'pupils' ? 20 : sort === 'code' ? '03000' : 'Школа № 750';
      const id = '01890000-0000-7000-8000-000000000000';
      const filter = registerFilter.parse({ sort, [to]: writeCursor({ key, id }) });
      const plan = await inScope(world.viewers.CENTRE, (tx) => {
        const statement = pageStatement(world.viewers.CENTRE, filter, 50);
        return tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN (ANALYZE, TIMING OFF) ${statement}`);
      });
      const lines = plan.map((line) => line['QUERY PLAN']);
      const text = lines.join('\n');
      const scan = lines.find((line) => line.includes(`using ${index} on school s`) && !line.includes('school s_'));
      expect(scan, text).toBeDefined();
      expect(text).toMatch(/Index Cond: .*ROW\(|Index Cond: .*code/);
      // Were it sorted, every row would have been read first.
      const rows = Number(/actual rows=(\d+)/.exec(scan ?? '')?.[1]);
      expect(rows).toBeLessThanOrEqual(60);
    },
  );

  it('leaves as a file with the rows of the screen in its order', async () => {
    const filter = registerFilter.parse({ sort: '-code', q: 'школа' });
    const codes: string[] = [];
    for await (const row of registerRows(world.viewers.CENTRE, filter)) codes.push(row.code);
    expect(codes).toEqual(drafts.map((draft) => draft.code).toReversed());
  });
});
