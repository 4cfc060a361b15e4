import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { findEventFile } from '@/lib/events/material-store';
import { notFound } from '@/lib/kernel/refusal';

/** A file among the materials of an event that the viewer sees. */
export const eventFile = defineQuery('event.read', async ({ viewer, tx }, fileId: string) => {
  const file = await findEventFile(tx, ownMunicipality(viewer), fileId);
  if (!file) throw notFound();
  return file;
});
