import { readdirSync } from 'node:fs';
import path from 'node:path';

const migrations = readdirSync(path.join(import.meta.dirname, 'prisma/migrations'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** On every answer, pages and files alike; the policy of scripts is per request and comes from proxy.ts. */
const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // Not no-referrer: Chromium would then send «Origin: null» with our own plain forms.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
];

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
  headers: async () => [{ source: '/:path*', headers: everywhere }],
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'nodemailer', 'pino', 'hucre'],
  turbopack: { root: path.resolve(import.meta.dirname) },
  outputFileTracingRoot: path.resolve(import.meta.dirname),
  // Node runs the reader of spreadsheets from its path, so the tracer cannot see it (docs/decisions/0008).
  outputFileTracingIncludes: {
    '/**': [
      'lib/platform/spreadsheet/worker/*.mjs',
      'lib/platform/word/worker/*.mjs',
      'node_modules/hucre/package.json',
      'node_modules/hucre/dist/**/*.mjs',
      'node_modules/papaparse/package.json',
      'node_modules/papaparse/papaparse.js',
    ],
  },
};

export default config;
