import { randomUUID } from 'node:crypto';
import { connected } from '../lib/roles.mjs';
import { interleaved, median, quantile } from './measure.mjs';
import { answerOf } from './oracle.mjs';
import { ask, askOk, cookieOf } from './wire.mjs';
import { idOf } from './world.mjs';

/** The k-th card in work and its director. */
export async function savers(world) {
  const most = Math.min(50, Math.floor(world.n / 4));
  return Promise.all(
    Array.from({ length: most }, async (_, index) => ({
      school: (index + 1) * 4,
      card: idOf('card', (index + 1) * 4 * 8 + 4),
      cookie: await cookieOf(101 + index),
    })),
  );
}

/** Saves one answer after another to one card, each time the other value, and keeps what was acknowledged. */
function saver(portal, world, who) {
  const kind = answerOf.kind(who.school);
  const items = world.method.items.filter((item) => item.is_on && item.kinds.includes(kind));
  const state = new Map(items.map((item) => [item.code, { value: answerOf(who.school, 4, item.pos), version: 1 }]));
  let next = 0;
  return {
    ...who,
    state,
    acknowledged: 0,
    async save() {
      const item = items[next++ % items.length].code;
      const { value, version } = state.get(item);
      const given = { item, value: value === 'YES' ? 'NO' : 'YES', comment: '', version };
      const { ms, body } = await askOk(`${portal.origin}/api/cards/${who.card}/answers`, {
        method: 'POST',
        cookie: who.cookie,
        body: { key: randomUUID(), answers: [given] },
      });
      const answer = JSON.parse(body.toString());
      if (answer.saved[0]?.item !== item) throw new Error(`not saved: ${body.toString().slice(0, 300)}`);
      state.set(item, { value: given.value, version: answer.saved[0].version });
      this.acknowledged += 1;
      this.live = answer.live;
      return ms;
    },
  };
}

/** What the database holds against what was acknowledged: answers, history, journal, live sum. */
async function lost(world, all) {
  return connected(world.superuserUrl, async (client) => {
    const problems = [];
    for (const one of all) {
      const { rows } = await client.query('SELECT item, value::text, version FROM answer WHERE card_id = $1', [
        one.card,
      ]);
      for (const row of rows) {
        const known = one.state.get(row.item);
        if (known?.value !== row.value || known.version !== row.version) problems.push(`${one.card} ${row.item}`);
      }
      const { rows: counts } = await client.query(
        `SELECT (SELECT count(*)::int FROM answer_change WHERE card_id = $1::uuid) AS history,
          (SELECT count(*)::int FROM journal_entry WHERE entity_id = $1::text AND action = 'answer.save') AS journal,
          (SELECT sum FROM card_live WHERE card_id = $1::uuid) AS sum`,
        [one.card],
      );
      const sum = [...one.state.values()].filter(({ value }) => value === 'YES').length;
      if (counts[0].history !== one.acknowledged) problems.push(`${one.card}: history ${counts[0].history}`);
      if (counts[0].journal !== one.acknowledged) problems.push(`${one.card}: journal ${counts[0].journal}`);
      if (one.acknowledged > 0 && (counts[0].sum !== sum || one.live.sum !== sum))
        problems.push(`${one.card}: sum ${counts[0].sum}, ${one.live.sum} instead of ${sum}`);
    }
    return problems;
  });
}

/** One answer saved by one person, then fifty persons at once. */
export async function measureSave({ world, portal, floor, report }) {
  await connected(world.ownerUrl, (client) =>
    client.query(`CREATE SCHEMA IF NOT EXISTS bench_floor;
      CREATE TABLE IF NOT EXISTS bench_floor.saved (id uuid PRIMARY KEY, value text NOT NULL, at timestamptz NOT NULL DEFAULT now());
      GRANT USAGE ON SCHEMA bench_floor TO portal_app; GRANT INSERT ON bench_floor.saved TO portal_app`),
  );
  const all = (await savers(world)).map((who) => saver(portal, world, who));
  const [first] = all;
  const insert = async () => {
    const { ms } = await askOk(`${floor.origin}/api/save`, {
      method: 'POST',
      body: { id: randomUUID(), value: 'YES' },
    });
    return ms;
  };
  const foreign = all[1];
  const refused = await ask(`${portal.origin}/api/cards/${foreign.card}/answers`, {
    method: 'POST',
    cookie: first.cookie,
    body: { key: randomUUID(), answers: [{ item: 'А1', value: 'YES', comment: '', version: 1 }] },
  });
  report.check('a foreign card is not saved', refused.status === 404, String(refused.status));

  const times = await interleaved({ portal: () => first.save(), floor: insert }, { turns: 200, warm: 40 });
  report.ratio({
    task: 'save',
    what: 'one answer',
    n: world.n,
    ms: median(times.portal),
    floor: median(times.floor),
    aim: 1.5,
  });

  const many = await Promise.all(
    all.map(async (one) => {
      const ms = [];
      for (let turn = 0; turn < 12; turn++) ms.push(await one.save());
      return ms.slice(2);
    }),
  );
  const ms = many.flat();
  report.number({
    task: 'save',
    what: `${all.length} savers, p99 / p50`,
    n: world.n,
    value: quantile(ms, 0.99) / median(ms),
    aim: 8,
    unit: '×',
    note: `p50 ${median(ms).toFixed(1)} ms, p99 ${quantile(ms, 0.99).toFixed(1)} ms`,
  });
  const problems = await lost(world, all);
  report.number({
    task: 'save',
    what: 'lost saves',
    n: world.n,
    value: problems.length,
    aim: 0,
    unit: '',
    note: problems[0],
  });
}
