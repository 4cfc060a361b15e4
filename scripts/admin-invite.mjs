// `npm run admin:invite -- --email … --name … --municipality …`: prints the one-time link of the first administrator.
import { ensureGenerated } from './lib/build.mjs';
import { dataEnv } from './lib/demo.mjs';
import { ensureInstalled, refuseOldNode } from './lib/install.mjs';
import { endAll, endOnSignals } from './lib/lifecycle.mjs';
import { openPortalDatabase } from './lib/portal-database.mjs';
import { runTypeScript } from './lib/progress.mjs';
import { runMain } from './lib/project.mjs';

async function main() {
  refuseOldNode();
  endOnSignals();
  await ensureInstalled();
  await ensureGenerated();
  const addresses = await openPortalDatabase();
  await runTypeScript('scripts/admin-invite.ts', process.argv.slice(2), { env: dataEnv(addresses), show: true });
}

runMain(() => main().finally(endAll));
