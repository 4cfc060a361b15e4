import { z } from 'zod';

/** What ended elsewhere and led to the sign-in page. */
export const signInNotice = z.enum(['out', 'everywhere', 'joined', 'password']);
export type SignInNotice = z.infer<typeof signInNotice>;
