import 'server-only';
import { ownMemberships, ownSessions } from '@/lib/access/account-store';
import { defineQuery } from '@/lib/access/define-query';
import { offersSecondFactor, secondFactorOffer } from '@/lib/access/second-factor';

/** «Мой профиль»: the viewer's own name, roles, sign-ins and, for staff, the second factor to set up. */
export const accountPage = defineQuery('account.own', async ({ viewer, tx }) => {
  const offers = offersSecondFactor(viewer.role);
  return {
    name: viewer.name,
    email: viewer.email,
    membershipId: viewer.membershipId,
    sessionId: viewer.sessionId,
    timeZone: viewer.timeZone,
    memberships: await ownMemberships(tx),
    sessions: await ownSessions(tx, viewer.userId),
    hasTotp: viewer.hasTotp,
    totpOffer: offers && !viewer.hasTotp ? secondFactorOffer(viewer.sessionId, viewer.email) : undefined,
  };
});

export type AccountPage = Awaited<ReturnType<typeof accountPage>>;
