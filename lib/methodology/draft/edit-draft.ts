import 'server-only';
import { z } from 'zod';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { id } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { findOwnVersion, saveDraft } from '@/lib/methodology/draft/draft-store';
import type { Method } from '@/lib/methodology/method';
import { parseMethod } from '@/lib/methodology/method-problems';
import { loadMethod } from '@/lib/methodology/store';
import { DRAFT_CHANGED } from '@/lib/methodology/version-words';
import type { Tx } from '@/lib/platform/prisma';

/** sha-256 of the content that the person saw. */
const seen = z.string().regex(/^[0-9a-f]{64}$/, 'Обновите страницу');

/** What every form of a draft names: which draft, and which content of it was on the screen. */
export const draft = { versionId: id, seen };
export const line = z.string().trim().min(1, 'Заполните это поле').max(2000, 'Не длиннее 2000 знаков');
export const code = z
  .string()
  .trim()
  .regex(/^[\p{L}\d][\p{L}\d_-]{0,31}$/u, 'Код – до 32 букв и цифр без пробелов, например «А7»');
/** Names of the language of expressions. */
export const name = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/, 'Имя – до 32 латинских букв и цифр, например «shareOfTwos»');
export const tick = z.literal('on').optional();
export const direction = z.enum(['up', 'down']);

type Seen = { readonly versionId: string; readonly seen: string };
/** What stands in the draft now, by name of the field. */
export type Shown = Readonly<Record<string, string>>;

/**
 * Patches a draft as it was seen and saves it if it still holds together. Over content that has changed meanwhile nothing
 * is saved: each field then says what stands there now (`shown`), beside what was typed.
 */
export async function editDraft(
  { viewer, tx, input }: { viewer: Viewer; tx: Tx; input: Seen },
  change: (method: Method) => Method,
  shown: (method: Method) => Shown = () => ({}),
) {
  const version = await findOwnVersion(tx, ownMunicipality(viewer), input.versionId);
  const loaded = version && (await loadMethod(tx, version.id));
  if (!loaded) throw notFound();
  if (version.status !== 'DRAFT')
    throw new Refusal('closed', 'Версия уже утверждена и не меняется. Сделайте её копию.');
  const { method, hash } = loaded;
  const conflict = () =>
    new Refusal(
      'conflict',
      DRAFT_CHANGED,
      Object.fromEntries(Object.entries(shown(method)).map(([field, text]) => [field, `Сейчас в черновике: ${text}`])),
    );
  if (hash !== input.seen) throw conflict();
  const changed = parseMethod(change(method));
  if (!(await saveDraft(tx, version.id, input.seen, changed))) throw conflict();
  return { entity: 'method', entityId: version.id, message: 'Сохранено в черновике.' };
}
