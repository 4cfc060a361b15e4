import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { findFile } from '@/lib/diagnostics/cards/evidence-store';
import { notFound } from '@/lib/kernel/refusal';

/** A stored proof that the viewer may see: his school's own, or one of a card whose answers he sees. */
export const fileOf = defineQuery('card.read', async ({ viewer, tx }, fileId: string) => {
  const file = await findFile(tx, viewer, fileId);
  if (!file) throw notFound();
  return file;
});
