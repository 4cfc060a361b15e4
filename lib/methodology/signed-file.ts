import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '@/lib/kernel/refusal';
import { canonicalJson } from '@/lib/methodology/canonical-json';
import type { Method } from '@/lib/methodology/method';
import { methodHash } from '@/lib/methodology/method-hash';
import { parseMethod } from '@/lib/methodology/method-problems';

/**
 * A version of a method as one file between municipalities: JSON whose canonical form without `signature` is signed with
 * Ed25519 (RFC 8032). The key of a portal is derived from its secret (HKDF, RFC 5869), so it is the same at each start and
 * kept nowhere. The signature says that the file is whole and which key signed it; whose the key is, people tell each other
 * by its fingerprint.
 */
const FORMAT = 'moc-method-1';

/** DER heads of an Ed25519 private key (PKCS #8) and public key (SPKI); the 32 bytes of the key follow (RFC 8410, §7). */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

const base64 = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').byteLength === bytes, `Нужно ${bytes} байт`);

const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** The name of the municipality as its portal has it; believed no more than the fingerprint is. */
  issuer: z.string().max(300),
  madeAt: z.iso.datetime(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  publicKey: base64(32),
  signature: base64(64),
  method: z.unknown(),
});

export type SignedMethod = {
  readonly method: Method;
  readonly hash: string;
  readonly issuer: string;
  readonly madeAt: string;
  readonly fingerprint: string;
};

/** The signing key of the portal that has this secret. */
export function signingKey(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'portal method file ed25519 v1', 32));
  return createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' });
}

const publicBytes = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_HEAD.byteLength);

/** A public key as people read it aloud: the first 16 hex digits of its sha-256 in fours. */
const fingerprintOf = (publicKey: Buffer): string =>
  (createHash('sha256').update(publicKey).digest('hex').slice(0, 16).match(/.{4}/g) ?? []).join(' ');

export const fingerprint = (key: KeyObject): string => fingerprintOf(publicBytes(key));

/** What is signed: every field but the signature itself, in canonical form. */
const signedBytes = (fields: object): Buffer => Buffer.from(canonicalJson(fields), 'utf8');

/** The text of the file. `madeAt` is an ISO moment in UTC. */
export function signMethod(
  method: Method,
  of: { readonly issuer: string; readonly madeAt: string; readonly key: KeyObject },
): string {
  const fields = {
    format: FORMAT,
    issuer: of.issuer,
    madeAt: of.madeAt,
    hash: methodHash(method),
    publicKey: publicBytes(of.key).toString('base64'),
    method,
  };
  const signature = sign(null, signedBytes(fields), of.key).toString('base64');
  return canonicalJson({ ...fields, signature });
}

const notAFile = () => new Refusal('invalid', 'Это не файл методики, выгруженный порталом. Выберите файл «….json».');
const changed = () =>
  new Refusal('invalid', 'Файл изменён после выгрузки: подпись не сходится. Попросите прислать его заново.');

/**
 * The method of a signed file. Refuses what is not such a file, what has been changed in any byte (the text must be the
 * canonical one, so that nothing in it is outside the signature), and a method that does not hold together.
 */
export function readSignedMethod(text: string): SignedMethod {
  const parsed = fileSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw notAFile();
  const { signature, ...fields } = parsed.data;
  if (!isCanonical(text, parsed.data)) throw changed();
  const publicKey = Buffer.from(fields.publicKey, 'base64');
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, publicKey]), format: 'der', type: 'spki' });
  if (!verify(null, signedBytes(fields), key, Buffer.from(signature, 'base64'))) throw changed();
  const method = parseMethod(fields.method);
  if (methodHash(method) !== fields.hash) throw changed();
  return {
    method,
    hash: fields.hash,
    issuer: fields.issuer,
    madeAt: fields.madeAt,
    fingerprint: fingerprintOf(publicKey),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A value that has no canonical form (a fraction) was never signed by a portal. */
function isCanonical(text: string, value: object): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}
