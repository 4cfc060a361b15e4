import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { toRefusal } from '@/lib/access/fault';
import type { Viewer } from '@/lib/access/viewer';
import { saveAnswers } from '@/lib/diagnostics/cards/save-answers';
import { newId } from '@/lib/kernel/ids';
import type { BuiltCard } from '@/prisma/seed/builders/campaign';
import { buildTown, openCampaignOf, ownerClient } from './list-world';

const owner = ownerClient();
let head: Viewer;
let card: BuiltCard;
let killer: pg.Client;

beforeAll(async () => {
  const town = await buildTown(owner, 'ALPHA', 1);
  head = await town.viewer('SCHOOL_HEAD', town.schools[0]);
  const [one] = (await openCampaignOf(owner, town, 2030)).cards;
  if (!one) throw new Error('the campaign has no card');
  card = one;
  killer = new pg.Client({ connectionString: `${inject('server').superuser}/postgres` });
  await killer.connect();
});
afterAll(async () => {
  await killer.end();
  await owner.$disconnect();
});

const database = () => new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
/** Ends every connection of the portal to its database, in whatever it is doing. */
const kill = () =>
  killer.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = 'portal_app'", [
    database(),
  ]);
const item = (index: number) => card.asked[index % card.asked.length] ?? '';
const stored = async (code: string) =>
  owner.answer.findFirst({ where: { cardId: card.id, item: code }, select: { comment: true, version: true } });

describe('a database that dies in the middle of a save', () => {
  it('answers 503 and has written nothing of a save that it had not finished', async () => {
    // Somebody holds the card, so the save stands waiting inside its transaction when the connection dies.
    const holder = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM card WHERE id = $1 FOR UPDATE', [card.id]);
    const save = saveAnswers(head, card.id, {
      key: newId(),
      answers: [{ item: item(0), value: 'YES', number: '', comment: 'не успел', version: 0 }],
    }).catch((error: unknown) => toRefusal(error, 'test'));
    const waiting = async () =>
      (await killer.query("SELECT FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock'", [database()]))
        .rowCount;
    await expect.poll(waiting).toBeGreaterThan(0);
    await kill();
    expect(await save).toMatchObject({ status: 503, message: expect.stringMatching(/Введённое осталось|Повторите/) });
    await holder.query('ROLLBACK');
    await holder.end();
    expect(await stored(item(0))).toBeNull();
  });

  it('keeps every answer that it acknowledged, and of the others all or nothing', { timeout: 60_000 }, async () => {
    const versions = new Map<string, number>();
    const acknowledged = new Map<string, string>();
    let faults = 0;
    for (let round = 0; round < 12; round += 1) {
      const saves = Array.from({ length: 6 }, async (_, index) => {
        const code = item(round * 6 + index);
        const comment = `раунд ${round}, ответ ${index}`;
        const version = versions.get(code) ?? 0;
        const response = await saveAnswers(head, card.id, {
          key: newId(),
          answers: [{ item: code, value: 'YES', number: '', comment, version }],
        });
        const [saved] = response.saved;
        if (saved) {
          versions.set(code, saved.version);
          acknowledged.set(code, comment);
        }
      });
      const death = new Promise((resolve) => setImmediate(resolve)).then(kill);
      faults += (await Promise.allSettled([...saves, death])).filter((one) => one.status === 'rejected').length;
      for (const code of new Set([...versions.keys()])) {
        const row = await stored(code);
        versions.set(code, row?.version ?? 0);
      }
    }
    expect(faults).toBeGreaterThan(0);
    for (const [code, comment] of acknowledged) {
      expect(await owner.answerChange.count({ where: { cardId: card.id, item: code, comment } }), code).toBe(1);
    }
    // Answer, history, counters and journal stand or fall together.
    const answers = await owner.answer.findMany({ where: { cardId: card.id } });
    const changes = await owner.answerChange.groupBy({
      by: ['item'],
      where: { cardId: card.id },
      _max: { version: true },
    });
    expect(new Map(answers.map((one) => [one.item, one.version]))).toEqual(
      new Map(changes.map((one) => [one.item, one._max.version])),
    );
    const { answered } = await owner.card.findUniqueOrThrow({ where: { id: card.id } });
    expect(answered).toBe(answers.length);
    const lines = await owner.journalEntry.count({ where: { entityId: card.id, action: 'answer.save' } });
    expect(lines).toBe(await owner.answerChange.count({ where: { cardId: card.id } }));
  });
});
