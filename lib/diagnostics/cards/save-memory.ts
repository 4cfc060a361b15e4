import 'server-only';
import { z } from 'zod';
import type { UnsavedAnswer } from '@/lib/diagnostics/cards/card-page';
import { answerValue } from '@/lib/diagnostics/scoring/answer-value';
import { id } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';

const stored = z.object({
  value: answerValue,
  number: z.string().default(''),
  comment: z.string(),
  version: z.number(),
  author: z.string(),
  at: z.string(),
});

/** What the key of a save remembers; the live sum is made anew, because it may have moved on since. */
const remembered = z.object({
  cardId: z.string(),
  saved: z.array(z.object({ item: z.string(), version: z.number(), at: z.string() })),
  conflicts: z.array(z.object({ item: z.string(), theirs: stored })),
  refused: z.array(z.object({ item: z.string(), message: z.string() })),
  /** What a form without JavaScript sent and could not be saved, so that the page can give it back. */
  typed: z
    .array(
      z.object({
        item: z.string(),
        value: answerValue.nullable(),
        number: z.string().default(''),
        comment: z.string(),
      }),
    )
    .optional(),
});
export type RememberedSave = z.infer<typeof remembered>;

export const parseRemembered = (result: unknown): RememberedSave | undefined => remembered.safeParse(result).data;

/** The texts that a person's plain save under this key could not store, with the reason, by item. */
export async function unsavedOf(
  tx: Tx,
  userId: string,
  key: string,
  cardId: string,
): Promise<ReadonlyMap<string, UnsavedAnswer>> {
  if (!id.safeParse(key).success) return new Map();
  const row = await tx.idempotencyKey.findUnique({
    where: { userId_key: { userId, key } },
    select: { result: true },
  });
  const record = parseRemembered(row?.result);
  if (record?.cardId !== cardId) return new Map();
  const why = new Map(record.refused.map(({ item, message }) => [item, message]));
  for (const { item, theirs } of record.conflicts) {
    why.set(
      item,
      `Пока вы отвечали, этот ответ изменил другой человек (${theirs.author}). Сравните оба ответа и сохраните верный.`,
    );
  }
  return new Map(
    (record.typed ?? []).map(({ item, value, number, comment }) => [
      item,
      { value, number, comment, why: why.get(item) ?? '' },
    ]),
  );
}
