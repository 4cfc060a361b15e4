import path from 'node:path';

/** Laid by the bench into its own place below the project, whose node_modules it uses. */
const root = path.resolve(process.env.BENCH_ROOT ?? '.');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  serverExternalPackages: ['pg'],
  turbopack: { root },
  outputFileTracingRoot: root,
};

export default config;
