import 'server-only';
import { createHash } from 'node:crypto';
import type { MunicipalitySettings } from '@/lib/access/municipality';
import type { Tx } from '@/lib/platform/prisma';

/** The settings with a mark of what was seen: a save that names another mark met somebody else's change. */
export type SeenSettings = { readonly settings: MunicipalitySettings; readonly seen: string };

/** `lock` holds the row until the change commits. */
export async function municipalityOf(tx: Tx, id: string, lock: boolean): Promise<SeenSettings | undefined> {
  if (lock) await tx.$queryRaw`SELECT id::text FROM municipality WHERE id = ${id}::uuid FOR UPDATE`;
  const settings = await tx.municipality.findUnique({
    where: { id },
    select: { name: true, centreName: true, officeName: true, publicLabel: true, timeZone: true, foundingAct: true },
  });
  if (!settings) return undefined;
  return {
    settings,
    seen: createHash('sha256')
      .update(JSON.stringify(Object.entries(settings).sort()))
      .digest('hex'),
  };
}

export async function saveMunicipality(tx: Tx, id: string, settings: MunicipalitySettings): Promise<void> {
  await tx.municipality.update({ where: { id }, data: settings, select: { id: true } });
}
