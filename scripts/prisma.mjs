// `npm run prisma -- migrate dev --name …`: Prisma's command line against the portal's database.
import { endAll, endOnSignals } from './lib/lifecycle.mjs';
import { openPortalDatabase } from './lib/portal-database.mjs';
import { runPrisma } from './lib/progress.mjs';
import { runMain } from './lib/project.mjs';

async function main() {
  endOnSignals();
  const { ownerUrl } = await openPortalDatabase();
  await runPrisma(process.argv.slice(2), ownerUrl, { show: true });
}

runMain(() => main().finally(endAll));
