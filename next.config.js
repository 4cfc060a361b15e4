import { readdirSync } from 'node:fs';
import path from 'node:path';

const migrations = readdirSync(path.join(import.meta.dirname, 'prisma/migrations'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // /api/ready compares these with the database.
  env: { PORTAL_MIGRATIONS: migrations.join(',') },
  // The optimiser fetches and decodes; this portal shows no remote picture (security rule 23).
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', 'hucre'],
  turbopack: { root: path.resolve(import.meta.dirname) },
  outputFileTracingRoot: path.resolve(import.meta.dirname),
};

export default config;
