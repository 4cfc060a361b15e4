import 'server-only';
import { z } from 'zod';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import {
  checkExpression,
  type ExpressionCheck,
  type KnownName,
  suggestedNames,
} from '@/lib/methodology/draft/check-expression';
import { findOwnVersion } from '@/lib/methodology/draft/draft-store';
import type { Titles } from '@/lib/methodology/measures/reading';
import { MEASURE_UNITS } from '@/lib/methodology/method';
import { loadMethod } from '@/lib/methodology/store';
import { inScope } from '@/lib/platform/prisma';
import { readText } from '@/lib/platform/request-body';

const code = z.string().max(32).default('');
const asked = z.strictObject({
  place: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('applies'), code }),
    z.strictObject({ kind: z.literal('answer'), code }),
    z.strictObject({ kind: z.literal('rule'), code }),
    z.strictObject({ kind: z.literal('measure'), code, unit: z.enum(MEASURE_UNITS).catch('NUMBER') }),
    z.strictObject({ kind: z.literal('list'), list: code, code }),
  ]),
  source: z.string().max(2000),
  /** Where the cursor is, in characters from the start. */
  cursor: z.number().int().min(0).max(2000),
});

const LIMIT = 16_000;

export type ExpressionAnswer = ExpressionCheck & { readonly names: readonly KnownName[] };

/** What is said of an expression while it is being written; the draft is read, never changed. */
export async function answerCheck(
  viewer: Viewer,
  versionId: string,
  request: Request,
  codes: Titles,
): Promise<ExpressionAnswer> {
  const parsed = asked.safeParse(json(await readText(request, LIMIT)));
  if (!parsed.success) throw new Refusal('invalid', 'Не удалось прочитать выражение. Обновите страницу.');
  const { place, source, cursor } = parsed.data;
  return inScope(viewer, async (tx) => {
    const version = await findOwnVersion(tx, ownMunicipality(viewer), versionId);
    const loaded = version?.status === 'DRAFT' && (await loadMethod(tx, version.id));
    if (!loaded) throw notFound();
    const names = suggestedNames(loaded.method, place, source.slice(0, cursor));
    return { ...checkExpression(loaded.method, place, source, codes), names };
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
