import 'server-only';
import type { Invitation } from '@/lib/access/invitation';
import { invitationByToken } from '@/lib/access/invitation-store';
import { invitationTokenHash } from '@/lib/access/invitation-token';
import { invitationToken } from '@/lib/access/take-invitation';

/** A living one-time link with its token for the form, or undefined. Opening the page does not use the link. */
export async function invitationPage(token: string): Promise<{ token: string; invitation: Invitation } | undefined> {
  const parsed = invitationToken.safeParse(token);
  const invitation = parsed.success ? await invitationByToken(invitationTokenHash(parsed.data)) : undefined;
  return invitation && { token, invitation };
}
