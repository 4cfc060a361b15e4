import 'server-only';
import type { z } from 'zod';
import type { ActionResult } from '@/lib/access/action-result';
import { toRefusal } from '@/lib/access/fault';
import { can, type Permission } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { type JournalLine, writeJournal } from '@/lib/audit/journal';
import { id } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { Notice } from '@/lib/notices/notice';
import { tell } from '@/lib/notices/outbox';
import { inScope, type Tx } from '@/lib/platform/prisma';

export type Intention<S extends z.ZodType> = {
  /** «campaign.open»: the word of the journal. */
  readonly name: string;
  readonly permission: Permission;
  /** Strict: a field nobody asked for is refused. */
  readonly input: S;
  readonly run: (context: { viewer: Viewer; input: z.output<S>; tx: Tx }) => Promise<Outcome>;
};

/** What an intention did: its journal line (its action is the intention's name), what to say and where to go on. */
export type Outcome = Omit<JournalLine, 'action'> & {
  readonly message?: string;
  readonly to?: string;
  /** Whom else it concerns: told in the same transaction. */
  readonly tell?: readonly Notice[];
};

const NUL = '\u0000';
const hasNul = (value: unknown): boolean =>
  typeof value === 'string' ? value.includes(NUL) : Array.isArray(value) ? value.some(hasNul) : false;

function parse<S extends z.ZodType>(schema: S, values: Record<string, unknown>): z.output<S> {
  for (const [field, value] of Object.entries(values)) {
    if (hasNul(value))
      throw new Refusal('invalid', 'В тексте есть недопустимый знак (NUL). Наберите текст заново.', {
        [field]: 'Недопустимый знак',
      });
  }
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[String(issue.path[0] ?? '_form')] ??= issue.message;
  throw new Refusal('invalid', 'Проверьте поля формы: не всё заполнено верно.', fields);
}

/**
 * Carries out one intention of a known viewer: permission → input → run → journal, in one transaction. With a key the
 * same request carried out twice (double click, retry) happens once and answers the same. Refusals come back as results.
 */
export async function carryOut<S extends z.ZodType>(
  intention: Intention<S>,
  viewer: Viewer,
  values: Record<string, unknown>,
  key?: string,
): Promise<ActionResult> {
  try {
    if (!can(viewer.role, intention.permission)) throw notFound();
    const input = parse(intention.input, values);
    const once = id.safeParse(key).data;
    return await inScope(viewer, async (tx) => {
      if (once) {
        // The second of two equal requests waits here for the first and then finds its answer.
        await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${viewer.userId + once}, 0))::text`;
        const done = await tx.idempotencyKey.findUnique({
          where: { userId_key: { userId: viewer.userId, key: once } },
          select: { result: true },
        });
        if (done) return answerOf(done.result);
      }
      const { message, to, tell: notices = [], ...line } = await intention.run({ viewer, input, tx });
      await writeJournal(tx, { action: intention.name, ...line });
      await tell(tx, notices, viewer.timeZone);
      const result = { ok: true, ...(message ? { message } : {}), ...(to ? { to } : {}) } as const;
      if (once) await tx.idempotencyKey.create({ data: { userId: viewer.userId, key: once, result } });
      return result;
    });
  } catch (error) {
    const refusal = toRefusal(error, intention.name);
    return { ok: false, message: refusal.message, fields: { ...refusal.fields } };
  }
}

function answerOf(stored: unknown): ActionResult {
  const read = (name: string) => {
    const value: unknown = typeof stored === 'object' && stored !== null ? Reflect.get(stored, name) : undefined;
    return typeof value === 'string' ? { [name]: value } : {};
  };
  return { ok: true, ...read('message'), ...read('to') };
}
