import 'server-only';
import { createHmac } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';
import type { Role } from '@/lib/access/role';
import { env } from '@/lib/platform/env';

/** Who sees or decides about many schools is offered a second factor. */
export const offersSecondFactor = (role: Role) => role === 'CENTRE' || role === 'OFFICIAL' || role === 'ADMIN';

/**
 * The secret that this sign-in would confirm, base32. It follows from the session, so that a refused code does not
 * change the picture that has just been scanned, and nothing unconfirmed is stored; nobody without the portal's own
 * secret can compute it.
 */
export function pendingTotpSecret(sessionId: string): string {
  const bytes = createHmac('sha256', env().NEXTAUTH_SECRET).update(`totp:${sessionId}`).digest().subarray(0, 20);
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
}

const STEP_SECONDS = 30;

/** The half-minute whose code this is, of the present one and its neighbours (RFC 6238); undefined for any other text. */
export function totpStep(secret: string, code: string | undefined): number | undefined {
  if (code === undefined) return undefined;
  const timestamp = Date.now();
  const delta = new TOTP({ secret, period: STEP_SECONDS }).validate({
    token: code.replace(/\s/g, ''),
    timestamp,
    window: 1,
  });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
}

export type SecondFactorOffer = {
  /** In groups of four, to type by hand. */
  readonly secret: string;
  /** Modules of the QR code as one SVG path in a square of `size` units. */
  readonly path: string;
  readonly size: number;
};

/** What the authenticator application scans or is told by hand. */
export function secondFactorOffer(sessionId: string, email: string): SecondFactorOffer {
  const secret = pendingTotpSecret(sessionId);
  const { data, size } = encode(new TOTP({ issuer: 'Портал МОЦ', label: email, secret }).toString(), { border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { secret: secret.replace(/(.{4})(?=.)/g, '$1 '), path, size };
}
