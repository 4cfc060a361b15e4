import 'server-only';
import { letterWords, triedAgainAt } from '@/lib/notifications/letter';
import { claimLetters, markLetter } from '@/lib/notifications/letter-store';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { hasMail, sendLetter } from '@/lib/platform/mail';

/** So few that a slow mail server cannot outlast the ten minutes of a claim. */
const PEOPLE = 5;

/**
 * Sends the letters whose moment has come: claim, hand over, mark. Whoever dies after the hand-over and before the mark
 * leaves the letter claimed; it is handed over once more under the same Message-ID. More than that SMTP cannot promise.
 * `zones` are those where offices are open now: a second try keeps quiet hours as the first does.
 */
export async function deliverLetters(
  zones: readonly string[],
): Promise<{ readonly sent: number; readonly failed: number }> {
  const told = { sent: 0, failed: 0 };
  if (!hasMail() || zones.length === 0) return told;
  for (;;) {
    const letters = await claimLetters(PEOPLE, zones);
    if (letters.length === 0) return told;
    for (const { id, email, name, centre, attempts, parts } of letters) {
      try {
        await sendLetter({ id, to: email, ...letterWords(name, centre, parts, env().PORTAL_ORIGIN) });
        await markLetter(id, null, undefined);
        told.sent += 1;
      } catch (fault) {
        // A server repeats the address in its refusal; neither the log nor the page needs it.
        const said = fault instanceof Error ? fault.message : 'неизвестная ошибка';
        const words = said.replace(/\S+@\S+/g, 'адрес').slice(0, 300);
        log.warn({ letter: id, attempts, fault: words }, 'a letter was not taken');
        await markLetter(id, words, triedAgainAt(new Date(), attempts));
        told.failed += 1;
      }
    }
  }
}
