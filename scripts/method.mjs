// `npm run method -- check M.json` and `npm run method -- trial --method M.json --facts F.csv [--schools S.csv]`: the
// engine of methods without a database or a server; docs/methods.md explains the files.
import { ensureInstalled, refuseOldNode } from './lib/install.mjs';
import { runTypeScript } from './lib/progress.mjs';
import { runMain } from './lib/project.mjs';

async function main() {
  refuseOldNode();
  await ensureInstalled();
  await runTypeScript('scripts/method/command.ts', process.argv.slice(2), { show: true });
}

runMain(main);
