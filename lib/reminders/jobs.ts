import 'server-only';
import { openZones } from '@/lib/notices/letter-time';
import { deliverLetters } from '@/lib/notifications/deliver-letters';
import { jobPlaces } from '@/lib/notifications/job-places';
import { type JobQueue, openQueue } from '@/lib/platform/job-queue';
import { log } from '@/lib/platform/log';
import { remind } from '@/lib/reminders/remind';

/** Whether this process works; several may: the queue gives each job to one of them. */
let running: Promise<JobQueue> | undefined;

async function deliver(): Promise<void> {
  const places = await jobPlaces();
  const zones = places.map(({ timeZone }) => timeZone);
  await deliverLetters(openZones(new Date(), zones));
}

/** Starts the jobs of the portal: letters each minute, reminders each hour. */
export function startJobs(): Promise<JobQueue> {
  running ??= openQueue({
    letters: { cron: '* * * * *', work: deliver },
    reminders: {
      cron: '7 * * * *',
      work: async () => {
        for (const place of await jobPlaces()) {
          // One municipality's fault is not the next one's.
          await remind(place, new Date()).catch((error) => log.error({ err: error, ...place }, 'reminders failed'));
        }
      },
    },
  });
  return running;
}
