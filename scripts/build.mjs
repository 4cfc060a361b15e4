// Builds the standalone server where packages are installed already (the container image).
import { ensureBuilt, ensureGenerated } from './lib/build.mjs';
import { step } from './lib/progress.mjs';
import { runMain } from './lib/project.mjs';

runMain(async () => {
  await step('Клиент базы', ensureGenerated);
  await step('Сборка', ensureBuilt);
});
