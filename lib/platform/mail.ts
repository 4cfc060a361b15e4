import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import { env } from '@/lib/platform/env';

export type Letter = {
  /** The same for the same letter however often it is tried: a receiver can tell a repetition by it. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

let transport: { readonly url: string; readonly transporter: Transporter } | undefined;

/** The server of the settings; one connection at a time, and none kept for a server that was changed. */
function transporterOf(url: string): Transporter {
  if (transport?.url !== url) {
    transport?.transporter.close();
    const options = { url, pool: true, maxConnections: 1, connectionTimeout: 10_000, greetingTimeout: 10_000 };
    transport = { url, transporter: createTransport({ ...options, socketTimeout: 20_000 }) };
  }
  return transport.transporter;
}

/** Whether letters are sent from here. Nothing leaves a demo, whatever its surroundings say. */
export const hasMail = (): boolean => env().SMTP_URL !== undefined && env().PORTAL_DEMO === undefined;

/** Hands a letter over to the mail server; throws what the server says against it. Plain text: nothing is fetched, nothing tracks. */
export async function sendLetter({ id, to, subject, text }: Letter): Promise<void> {
  const { SMTP_URL, MAIL_FROM, PORTAL_ORIGIN } = env();
  if (!SMTP_URL || !MAIL_FROM) throw new Error('no mail server is set');
  await transporterOf(SMTP_URL).sendMail({
    ...{ from: MAIL_FROM, to, subject, text },
    messageId: `<${id}@${new URL(PORTAL_ORIGIN).hostname}>`,
    // Nobody’s holiday answer comes back to the portal.
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
}

/** Lets the connection go; for the end of the process and of a test. */
export function closeMail(): void {
  transport?.transporter.close();
  transport = undefined;
}
