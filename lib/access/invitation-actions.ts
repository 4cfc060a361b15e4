'use server';

import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ActionResult } from '@/lib/access/action-result';
import { toRefusal } from '@/lib/access/fault';
import { formValues } from '@/lib/access/form-values';
import { clientAddress } from '@/lib/access/network';
import { assertOwnOrigin } from '@/lib/access/origin';
import { takeInvitation } from '@/lib/access/take-invitation';
import { env } from '@/lib/platform/env';

/** The form of a one-time link; nobody is signed in, so it stands outside the wrapper of actions. */
export async function acceptInvitationForm(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const sent = await headers();
  try {
    assertOwnOrigin(sent.get('origin'), env().PORTAL_ORIGIN);
  } catch (error) {
    return { ok: false, message: toRefusal(error, 'invitation.accept').message };
  }
  const network = clientAddress(sent.get('x-forwarded-for'), env().TRUSTED_PROXY_HOPS);
  const result = await takeInvitation(formValues(form).values, network);
  if (result.ok && result.to) redirect(result.to as Route);
  return result;
}
