/** Called once by Next when a server starts; the jobs run in the same process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.PORTAL_JOBS === 'off') return;
  const { startJobs } = await import('@/lib/reminders/jobs');
  const { log } = await import('@/lib/platform/log');
  // A portal without its queue still shows and saves everything.
  await startJobs().catch((error) => log.error({ err: error }, 'the jobs do not run'));
}
