// `npm run roadmap -- parse FILE [--school-year 2026 | --year 2026]` and `npm run roadmap -- roundtrip FILE [--out COPY.docx]`:
// the reader and the writer of plans (docx, xlsx, xls, ods, csv) without a database or a server.
import { ensureInstalled, refuseOldNode } from './lib/install.mjs';
import { runTypeScript } from './lib/progress.mjs';
import { root, runMain } from './lib/project.mjs';

async function main() {
  refuseOldNode();
  await ensureInstalled();
  // The command runs in the checkout; files are named from where the person stands.
  const env = { ROADMAP_FROM: process.cwd() === root ? undefined : process.cwd() };
  await runTypeScript('scripts/roadmap/command.ts', process.argv.slice(2), { show: true, env });
}

runMain(main);
