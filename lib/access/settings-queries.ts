import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { municipalityOf } from '@/lib/access/municipality-store';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { notFound } from '@/lib/kernel/refusal';

/** The municipality's own words and clock. */
export const settingsPage = defineQuery('settings.change', async ({ viewer, tx }) => {
  const found = await municipalityOf(tx, ownMunicipality(viewer), false);
  if (!found) throw notFound();
  return found;
});

export type SettingsPage = Awaited<ReturnType<typeof settingsPage>>;
