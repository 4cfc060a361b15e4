import 'server-only';
import PgBoss from 'pg-boss';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';

/** What is done, and when (cron, UTC). */
export type Job = { readonly cron: string; readonly work: () => Promise<void> };
export type JobQueue = { readonly stop: () => Promise<void> };

/**
 * The queue of jobs in PostgreSQL. Its schema and queues are made by a migration, as the owner: this process only works in
 * them. Of several processes one gets a job; a process that dies leaves it to the next.
 */
export async function openQueue(jobs: Readonly<Record<string, Job>>): Promise<JobQueue> {
  const boss = new PgBoss({ connectionString: env().DATABASE_URL, schema: 'pgboss', migrate: false, max: 2 });
  boss.on('error', (error) => log.warn({ err: error }, 'the queue of jobs'));
  await boss.start();
  for (const [name, { cron, work }] of Object.entries(jobs)) {
    await boss.schedule(name, cron);
    await boss.work(name, { pollingIntervalSeconds: 5 }, async () => {
      try {
        await work();
      } catch (error) {
        log.error({ err: error, job: name }, 'a job failed');
        throw error;
      }
    });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5000 }) };
}
