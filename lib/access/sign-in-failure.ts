import { z } from 'zod';

/** Why sign-in failed; the sign-in page has a sentence for each. Unknown people and wrong passwords look the same. */
export const signInFailure = z.enum(['wrong', 'limit', 'totp', 'blocked', 'busy', 'again']);
export type SignInFailure = z.infer<typeof signInFailure>;
