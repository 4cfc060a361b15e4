import pg from 'pg';
import { dataEnv } from '../lib/demo.mjs';
import { runTypeScript } from '../lib/progress.mjs';
import { connected } from '../lib/roles.mjs';
import { median } from './measure.mjs';
import { askOk, cookieOf } from './wire.mjs';
import { idOf, YEARS } from './world.mjs';

const TURNS = 3;

/** The floor: every sum of five years out of the stored points into a new indexed version table, in plain SQL. */
const WRITE_VERSION = `
  DROP TABLE IF EXISTS bench_version;
  CREATE TABLE bench_version AS
  SELECT a.id, a.municipality_id, a.campaign_id, a.card_id, a.school_id, a.version_id, a.year, a.revision, 2 AS generation, a.accepted,
    a.points, t.sum, t.max, t.extra, a.sum_results, a.max_results, a.missing, a.applicable,
    CASE WHEN 2 * t.sum >= t.max THEN 'proposed' WHEN 10 * t.sum >= 3 * t.max THEN 'risk' ELSE 'outside' END AS verdict,
    a.rule, a.borderline, a.facts, a.input_hash
  FROM assessment a CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE p = 1)::smallint AS sum, count(*) FILTER (WHERE p >= 0)::smallint AS max,
      count(*) FILTER (WHERE p = -2)::smallint AS extra FROM unnest(a.points) p) t
  WHERE a.generation = 1 AND a.superseded_at IS NULL;
  CREATE UNIQUE INDEX ON bench_version (card_id, generation)`;

async function writeVersion(world) {
  return connected(world.ownerUrl, async (client) => {
    const started = performance.now();
    await client.query(WRITE_VERSION);
    const ms = performance.now() - started;
    await client.query('DROP TABLE bench_version');
    return ms;
  });
}

/** Reads a campaign's outcomes all the while: how long the longest read took and which generations it ever saw. */
function reader(world) {
  const client = new pg.Client({ connectionString: world.superuserUrl });
  const seen = new Map();
  let longest = 0;
  let isOver = false;
  const read = async () => {
    await client.connect();
    while (!isOver) {
      const started = performance.now();
      const { rows } = await client.query(
        `SELECT c.generation, count(a.id)::int AS outcomes FROM campaign c
         LEFT JOIN assessment a ON a.campaign_id = c.id AND a.generation = c.generation AND a.superseded_at IS NULL
         WHERE c.id = $1 GROUP BY c.generation`,
        [idOf('campaign', 0)],
      );
      longest = Math.max(longest, performance.now() - started);
      seen.set(rows[0].generation, new Set([...(seen.get(rows[0].generation) ?? []), rows[0].outcomes]));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await client.end();
    return { longest, counts: [...seen.values()].flatMap((counts) => [...counts]) };
  };
  const done = read();
  return () => {
    isOver = true;
    return done;
  };
}

async function recomputeAll(world, scope) {
  const campaigns = Array.from({ length: YEARS }, (_, y) => idOf('campaign', y));
  const said = await runTypeScript('scripts/bench/recompute-country.ts', [JSON.stringify(scope), ...campaigns], {
    env: dataEnv({ ...world, origin: 'http://127.0.0.1' }),
  });
  return JSON.parse(said.trim().split('\n').at(-1));
}

/** Fields of an outcome that no longer say what they said in the generation before. */
const CHANGED = `
  SELECT count(*)::int AS changed FROM assessment a
  FULL JOIN (SELECT * FROM assessment WHERE generation = 1) b ON b.card_id = a.card_id
  WHERE a.generation = $1 AND (b.id IS NULL OR a.id IS NULL OR
    to_jsonb(a) - ARRAY['id', 'generation', 'created_at'] <> to_jsonb(b) - ARRAY['id', 'generation', 'created_at'])`;

/** The whole country under its own version again: time, equality of every byte, and what a reader notices of it. */
export async function measureRecompute({ world, portal, report }) {
  const { n } = world;
  const scope = {
    userId: idOf('user', 1),
    role: 'CENTRE',
    membershipId: idOf('membership', 1),
    regionId: null,
    municipalityId: idOf('municipality', 1),
    schoolId: null,
  };
  const cookie = await cookieOf(1);
  const times = { portal: [], floor: [] };
  const reads = [];
  for (let turn = 0; turn < TURNS; turn++) {
    times.floor.push(await writeVersion(world));
    const stop = reader(world);
    const made = await recomputeAll(world, scope).catch(async (error) => {
      await stop();
      throw error;
    });
    const { longest, counts } = await stop();
    reads.push(longest);
    times.portal.push(made.ms);
    const generation = turn + 2;
    const { rows } = await connected(world.superuserUrl, (client) => client.query(CHANGED, [generation]));
    report.check(
      `generation ${generation} of ${n} says the same bytes`,
      rows[0].changed === 0,
      `${rows[0].changed} changed`,
    );
    const isWhole = counts.every((count) => count === world.n);
    report.check(`no reader of ${n} sees half a generation`, isWhole, String(counts));
  }
  await askOk(`${portal.origin}/home`, { cookie });
  const task = 'recompute';
  // In a small world the start of the command is all there is to measure; the aim is about a country.
  const aim = n >= 40_000 ? 1.5 : undefined;
  report.ratio({ task, what: 'country × 5 years', n, ms: median(times.portal), floor: median(times.floor), aim });
  report.number({ task, what: 'longest read meanwhile', n, value: Math.max(...reads), unit: 'ms' });
}
