import 'server-only';
import { leavesAt, leavesDailyAt } from '@/lib/notices/letter-time';
import type { Notice } from '@/lib/notices/notice';
import { hasMail } from '@/lib/platform/mail';
import type { Tx } from '@/lib/platform/prisma';

/**
 * Tells people in the transaction of the change itself: both happen or neither. Nobody is told of his own doing, nor the
 * same twice. Without a mail server nothing waits for a letter.
 */
export async function tell(tx: Tx, notices: readonly Notice[], timeZone: string): Promise<void> {
  const now = new Date();
  const [atOnce, daily] = hasMail() ? [leavesAt(now, timeZone), leavesDailyAt(now, timeZone)] : [null, null];
  for (const { to, kind, key, title, text = '', due = null, link } of notices) {
    await tx.$queryRaw`/*tell*/ SELECT tell(${[...to.roles]}::text[], ${to.schools ? [...to.schools] : null}::uuid[], ${kind},
      ${key}, ${title}, ${text}, ${due}::date, ${link}, ${atOnce}::timestamptz, ${daily}::timestamptz)`;
  }
}
