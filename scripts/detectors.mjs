// `npm run detectors`: makes synthetic territories, spoils a share of their schools in known ways, counts what the signs of
// objectivity find and how often they are wrong, and writes docs/detectors.md. The same bytes every time.
import { ensureInstalled, refuseOldNode } from './lib/install.mjs';
import { endAll, endOnSignals } from './lib/lifecycle.mjs';
import { runTypeScript, step } from './lib/progress.mjs';
import { runMain } from './lib/project.mjs';

async function main() {
  refuseOldNode();
  endOnSignals();
  await ensureInstalled();
  await step('Проверка признаков на искусственных данных', () => runTypeScript('scripts/detectors/run.ts'));
}

runMain(() => main().finally(endAll));
