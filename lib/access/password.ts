import 'server-only';
import { hash, verify } from '@node-rs/argon2';

/** argon2id, OWASP's first choice of parameters: 19 MiB, 2 passes, 1 lane. */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same password typed on another keyboard must be the same bytes. */
const normal = (password: string) => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), OPTIONS);

let dummy: Promise<string> | undefined;

/** Takes the same time for an unknown person: then the password is checked against a dummy hash and refused. */
export async function checkPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  dummy ??= hash('no such person', OPTIONS);
  const matches = await verify(stored ?? (await dummy), normal(password));
  return matches && Boolean(stored);
}
