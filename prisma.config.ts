import path from 'node:path';
import { defineConfig } from 'prisma/config';

// The command line would look for a native schema engine to download; it is given the one that npm has installed.
process.env.CHECKPOINT_DISABLE ??= '1';
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= '1';
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'scripts', 'schema-engine.mjs');
}

export default defineConfig({
  schema: 'prisma',
  migrations: { path: path.join('prisma', 'migrations') },
  datasource: { url: process.env.MIGRATION_DATABASE_URL, shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL },
});
