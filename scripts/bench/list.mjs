import { interleaved, median } from './measure.mjs';
import { register } from './oracle.mjs';
import { askOk, cookieOf } from './wire.mjs';
import { idOf } from './world.mjs';

const PAGE = 50;
const ROW = /<a [^>]*href="\/schools\/([0-9a-f-]{36})"[^>]*>([^<]*)</g;

/** Ids and names of the table's rows in their order; what stands in scripts is not on the page. */
export const rowsOf = (html) =>
  [...html.replaceAll(/<script[\s\S]*?<\/script>/g, '').matchAll(ROW)].map(([, id, name]) => ({ id, name }));

const expected = (schools) => schools.map(({ i, shortName }) => ({ id: idOf('school', i), name: shortName }));
const isSame = (found, wanted) => JSON.stringify(found) === JSON.stringify(wanted);

/** The first page of the register, the page in the middle, and the minimal page with the same rows. */
export async function measureList({ world, portal, floor, report }) {
  const cookie = await cookieOf(1);
  const all = register(world.n);
  const middle = Math.floor(world.n / 2);
  const before = all[middle - 1];
  const cursor = Buffer.from(JSON.stringify([before.shortName, idOf('school', before.i)])).toString('base64url');
  const get = (address) => async () => (await askOk(address, { cookie })).ms;
  const first = `${portal.origin}/schools`;
  const deep = `${portal.origin}/schools?after=${cursor}`;

  const check = async (what, address, wanted) => {
    const rows = rowsOf((await askOk(address, { cookie })).body.toString());
    report.check(`${what} of ${world.n}`, isSame(rows, expected(wanted)), `${rows[0]?.name} × ${rows.length}`);
  };
  await check('first page', first, all.slice(0, PAGE));
  await check('page in the middle', deep, all.slice(middle, middle + PAGE));
  await check('floor page', `${floor.origin}/schools`, all.slice(0, PAGE));

  const cases = { first: get(first), deep: get(deep), floor: get(`${floor.origin}/schools`) };
  const times = await interleaved(cases, { turns: 60 });
  const n = world.n;
  report.ratio({ task: 'list', what: 'first page', n, ms: median(times.first), floor: median(times.floor), aim: 1.3 });
  const atDepth = { ms: median(times.deep), floor: median(times.first), aim: 1.2 };
  report.ratio({ task: 'list', what: 'page in the middle to the first', n, ...atDepth });
}
