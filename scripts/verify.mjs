// `npm run verify`: makes every stored outcome anew from its facts under its own version of the method and reports what
// differs. Ends with 1 when anything does.
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
  await runTypeScript('scripts/verify.ts', [], { env: dataEnv(addresses), show: true });
}

runMain(() => main().finally(endAll));
