import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/scripts/lib/migrations.mjs';
import { dropDatabase, makeDatabase } from '@/scripts/lib/roles.mjs';
import { startTestCluster } from '@/scripts/lib/test-cluster.mjs';

/** Addresses without a database name at the end: `${base}/${name}`. */
export type TestServer = { superuser: string; owner: string; app: string; backup: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer;
  }
}

/** One template a run, made by the real migrations; each test file works in a copy of it. */
export default async function setup(project: TestProject) {
  const cluster = await startTestCluster();
  const template = `template_${randomBytes(6).toString('hex')}`;
  const base = (url: string) => url.slice(0, -'/x'.length);
  try {
    await makeDatabase(cluster, template);
    await migrate(cluster.ownerUrl(template));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide('server', {
    superuser: base(cluster.superuserUrl('x')),
    owner: base(cluster.ownerUrl('x')),
    app: base(cluster.appUrl('x')),
    backup: base(cluster.backupUrl('x')),
    template,
  });
  return async () => {
    await dropDatabase(cluster, template);
    await cluster.stop();
  };
}
