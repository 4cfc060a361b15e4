import { refuseForeignFiles } from './checkout-owner.mjs';
import { DEMO } from './demo.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { atEnd } from './lifecycle.mjs';
import { Refusal } from './project.mjs';
import { hasDatabase } from './roles.mjs';
import { loadEnvFile, startSettings } from './settings.mjs';
import { runningPortal } from './web.mjs';

/**
 * The portal's database for a command: the server of DATABASE_URL, else the embedded one, started for as long as the
 * command lasts when the portal does not run. End with `endAll()` of lifecycle.mjs.
 * @returns {Promise<{ appUrl: string, ownerUrl: string, filesDir: string, origin: string, cluster: Awaited<ReturnType<typeof startPostgres>> | null }>}
 */
export async function openPortalDatabase() {
  refuseForeignFiles();
  loadEnvFile();
  const { own, filesDir, origin } = startSettings();
  if (own) return { ...own, filesDir, origin, cluster: null };
  const cluster = await startPostgres();
  atEnd(() => cluster.stop());
  if (!(await hasDatabase(cluster, DEMO))) throw new Refusal('Базы портала ещё нет: сначала запустите npm start.');
  const addresses = { appUrl: cluster.appUrl(DEMO), ownerUrl: cluster.ownerUrl(DEMO) };
  // Links must lead to the portal as it runs now, whatever port it was given.
  return { ...addresses, filesDir, origin: runningPortal() ?? origin, cluster };
}
