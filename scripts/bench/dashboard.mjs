import { connected } from '../lib/roles.mjs';
import { interleaved, median } from './measure.mjs';
import { distribution } from './oracle.mjs';
import { askOk, cookieOf } from './wire.mjs';
import { idOf, YEARS } from './world.mjs';

/** Numbers of a page as they stand in it, thousands joined again. */
function numbersOf(html) {
  const text = html.replaceAll(/<script[\s\S]*?<\/script>/g, ' ').replaceAll(/<[^>]*>/g, ' ');
  const joined = text.replaceAll(/(\d)[\u00a0\u202f](?=\d{3})/g, '$1');
  return new Set([...joined.matchAll(/\d+/g)].map(([number]) => Number(number)));
}

/** The tallies that the dashboard reads against the oracle's own count of every school and year. */
async function checkTallies(world, report) {
  await connected(world.superuserUrl, async (client) => {
    for (let y = 0; y < YEARS; y++) {
      const { rows } = await client.query(
        `SELECT t.verdict || ' ' || t.sum AS key, t.schools FROM assessment_tally t JOIN campaign c ON c.id = t.campaign_id
         WHERE c.id = $1 AND t.generation = c.generation AND t.standing = 'ACCEPTED' AND t.zone = 'ALL' AND t.schools > 0`,
        [idOf('campaign', y)],
      );
      const wanted = distribution(world.method.items, world.n, y);
      const isSame = rows.length === wanted.size && rows.every((row) => wanted.get(row.key) === row.schools);
      report.check(`verdicts and sums of ${world.n} in year ${y}`, isSame, `${rows.length} of ${wanted.size} groups`);
    }
  });
}

/** The official's dashboard and the minimal page with the same numbers. */
export async function measureDashboard({ world, portal, floor, report }) {
  await checkTallies(world, report);
  const cookie = await cookieOf(2);
  const address = `${portal.origin}/dashboard`;
  const shown = numbersOf((await askOk(address, { cookie })).body.toString());
  const byVerdict = new Map();
  for (const [key, schools] of distribution(world.method.items, world.n, YEARS - 1)) {
    const [verdict] = key.split(' ');
    byVerdict.set(verdict, (byVerdict.get(verdict) ?? 0) + schools);
  }
  const absent = [...byVerdict].filter(([, schools]) => !shown.has(schools));
  report.check(`schools by verdict stand on the dashboard of ${world.n}`, absent.length === 0, String(absent));

  const get = (target) => async () => (await askOk(target, { cookie })).ms;
  const times = await interleaved({ portal: get(address), floor: get(`${floor.origin}/dashboard`) }, { turns: 60 });
  const ms = { ms: median(times.portal), floor: median(times.floor) };
  report.ratio({ task: 'dashboard', what: 'official', n: world.n, ...ms, aim: 1.25 });
}
