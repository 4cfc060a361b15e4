// Brings one's own database to this version: tables, then reference data. A service of its own in a container, because
// the standalone server carries no migration tools and must not know the owner's password.

import { loadReference } from './lib/demo.mjs';
import { endAll, endOnSignals } from './lib/lifecycle.mjs';
import { migrate } from './lib/migrations.mjs';
import { step } from './lib/progress.mjs';
import { Refusal, runMain } from './lib/project.mjs';
import { refuseStrongRole, refuseWrongOwner, tryAddress } from './lib/roles.mjs';
import { loadEnvFile, startSettings } from './lib/settings.mjs';

async function main() {
  endOnSignals();
  loadEnvFile();
  const { own, filesDir, origin } = startSettings();
  if (!own) throw new Refusal('Эта команда – для своего сервера: задайте DATABASE_URL и MIGRATION_DATABASE_URL.');
  await tryAddress('DATABASE_URL', own.appUrl);
  await refuseStrongRole(own.appUrl);
  await refuseWrongOwner(own.ownerUrl);
  await step('Таблицы', () => migrate(own.ownerUrl));
  await loadReference({ ...own, filesDir, origin });
}

runMain(() => main().finally(endAll));
