import fs from 'node:fs';
import path from 'node:path';
import { digest, makeUnlessFresh } from './inputs.mjs';
import { runNode, runPrisma } from './progress.mjs';
import { root } from './project.mjs';
import { secrets } from './secrets.mjs';

const SCHEMA = ['prisma/schema.prisma', 'prisma/models'];
const PAGES = ['app', 'components', 'lib', 'public', 'proxy.ts', 'instrumentation.ts', ...SCHEMA, 'prisma/migrations'];
const SETTINGS = ['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'];

/** Generates the database client when the schema has changed. No database is needed. */
export function ensureGenerated() {
  return makeUnlessFresh('prisma/generated/.made-from', digest([...SCHEMA, 'package-lock.json']), async () => {
    await runPrisma(['generate'], 'postgresql://nowhere:0/');
  });
}

/** Builds the standalone server when anything it is made from has changed. */
export function ensureBuilt() {
  return makeUnlessFresh('.next/standalone/.made-from', digest([...PAGES, ...SETTINGS]), async () => {
    // Names of server actions are salted with this key at build time; a fixed one keeps open pages working.
    await runNode('node_modules/next/dist/bin/next', ['build'], {
      env: { NODE_ENV: 'production', NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets().actions },
    });
    const standalone = path.join(root, '.next/standalone');
    fs.cpSync(path.join(root, '.next/static'), path.join(standalone, '.next/static'), { recursive: true });
    fs.cpSync(path.join(root, 'public'), path.join(standalone, 'public'), { recursive: true });
  });
}
