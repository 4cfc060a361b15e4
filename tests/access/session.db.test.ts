import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changePassword, endOwnSession, signOutEverywhere, switchRole } from '@/lib/access/account-actions';
import { accountPage } from '@/lib/access/account-queries';
import { hashPassword } from '@/lib/access/password';
import { blockPerson, changeRole, unblockPerson } from '@/lib/access/people-actions';
import { personPage } from '@/lib/access/people-queries';
import { seenState } from '@/lib/access/person';
import { closeSession, openSession, sessionViewer } from '@/lib/access/session-store';
import { signIn } from '@/lib/access/sign-in';
import type { Viewer } from '@/lib/access/viewer';
import { newId } from '@/lib/kernel/ids';
import { buildPerson, type Person } from '@/prisma/seed/builders/person';
import { buildTown, owner, type Town } from './world';

let town: Town;
let admin: Viewer;
beforeAll(async () => {
  town = await buildTown('ALPHA');
  admin = await town.viewer('ADMIN');
});
afterAll(() => owner.$disconnect());

async function signedIn({ userId, membershipId }: Person): Promise<string> {
  const id = newId();
  expect(await openSession({ id, userId, membershipId, agent: 'test' })).toBe(true);
  return id;
}
const viewerIn = async (sessionId: string): Promise<Viewer> => {
  const viewer = await sessionViewer(sessionId, true);
  if (!viewer) throw new Error('nobody is signed in');
  return viewer;
};
const seenBy = async (membershipId: string) => seenState((await personPage.as(admin, membershipId)).person);

describe('a sign-in', () => {
  it('ends twelve hours after it began, however busy it was', async () => {
    const id = await signedIn(await town.person('CENTRE'));
    await owner.$executeRaw`UPDATE session SET created_at = now() - interval '11 hours 59 minutes' WHERE id = ${id}::uuid`;
    expect(await sessionViewer(id, true)).toBeDefined();
    await owner.$executeRaw`UPDATE session SET created_at = now() - interval '12 hours 1 minute' WHERE id = ${id}::uuid`;
    expect(await sessionViewer(id, true)).toBeUndefined();
  });

  it('ends after an hour without a touch', async () => {
    const id = await signedIn(await town.person('CENTRE'));
    await owner.$executeRaw`UPDATE session SET last_seen_at = now() - interval '61 minutes' WHERE id = ${id}::uuid`;
    expect(await sessionViewer(id, true)).toBeUndefined();
  });

  it('is kept awake by work and not by a poll in the background', async () => {
    const id = await signedIn(await town.person('CENTRE'));
    await owner.$executeRaw`UPDATE session SET last_seen_at = now() - interval '50 minutes' WHERE id = ${id}::uuid`;
    await sessionViewer(id, false);
    const polled = await owner.session.findUniqueOrThrow({ where: { id } });
    await sessionViewer(id, true);
    const touched = await owner.session.findUniqueOrThrow({ where: { id } });
    expect(touched.lastSeenAt.getTime() - polled.lastSeenAt.getTime()).toBeGreaterThan(45 * 60_000);
  });

  it('is over at once when the person signs out', async () => {
    const id = await signedIn(await town.person('CENTRE'));
    await closeSession(id);
    expect(await sessionViewer(id, true)).toBeUndefined();
  });

  it('is not opened for a role of somebody else', async () => {
    const [one, other] = [await town.person('CENTRE'), await town.person('ADMIN')];
    const opened = await openSession({ id: newId(), userId: one.userId, membershipId: other.membershipId, agent: '' });
    expect(opened).toBe(false);
  });

  it('can be ended everywhere, here included', async () => {
    const person = await town.person('CENTRE');
    const [here, there] = [await signedIn(person), await signedIn(person)];
    expect(await signOutEverywhere.as(await viewerIn(here), {})).toMatchObject({
      ok: true,
      to: '/login?notice=everywhere',
    });
    expect([await sessionViewer(here, true), await sessionViewer(there, true)]).toEqual([undefined, undefined]);
  });

  it('of another person is not mine to end', async () => {
    const [mine, other] = [await signedIn(await town.person('CENTRE')), await signedIn(await town.person('CENTRE'))];
    expect(await endOwnSession.as(await viewerIn(mine), { sessionId: other })).toMatchObject({ ok: false });
    expect(await sessionViewer(other, true)).toBeDefined();
  });

  it('on every other device ends with a new password, which needs the old one', async () => {
    const person = await town.person('CENTRE', await hashPassword('прежний пароль'));
    const [here, there] = [await signedIn(person), await signedIn(person)];
    const viewer = await viewerIn(here);
    expect(await changePassword.as(viewer, { current: 'догадка', next: 'новая длинная фраза' })).toMatchObject({
      ok: false,
    });
    expect(await changePassword.as(viewer, { current: 'прежний пароль', next: 'новая длинная фраза' })).toMatchObject({
      ok: true,
    });
    expect(await sessionViewer(here, true)).toBeDefined();
    expect(await sessionViewer(there, true)).toBeUndefined();
    expect(await signIn({ email: person.email, password: 'новая длинная фраза' }, null)).toMatchObject({ ok: true });
  });
});

describe('an administrator’s change', () => {
  it('of a role is seen by the very next request of the same sign-in', async () => {
    const person = await town.person('SCHOOL_HEAD');
    const id = await signedIn(person);
    const seen = await seenBy(person.membershipId);
    const changed = await changeRole.as(admin, {
      membershipId: person.membershipId,
      seen,
      role: 'CENTRE',
      schoolId: '',
    });
    expect(changed).toMatchObject({ ok: true });
    expect(await sessionViewer(id, true)).toMatchObject({ role: 'CENTRE', schoolId: null });
  });

  it('that closes access ends the sign-in at once, and opening it again does not revive the old cookie', async () => {
    const person = await town.person('CENTRE');
    const id = await signedIn(person);
    const { membershipId } = person;
    expect(await blockPerson.as(admin, { membershipId, seen: await seenBy(membershipId) })).toMatchObject({ ok: true });
    expect(await sessionViewer(id, true)).toBeUndefined();
    expect(await openSession({ id: newId(), userId: person.userId, membershipId, agent: '' })).toBe(false);
    expect(await unblockPerson.as(admin, { membershipId, seen: await seenBy(membershipId) })).toMatchObject({
      ok: true,
    });
    expect(await sessionViewer(id, true)).toBeUndefined();
  });
});

describe('a person with two roles', () => {
  it('goes over to the other one in the same sign-in and to nobody else’s', async () => {
    const person = await town.person('CENTRE');
    const second = await buildPerson(owner, {
      email: person.email,
      name: 'x',
      role: 'OFFICIAL',
      municipalityId: town.id,
    });
    const stranger = await town.person('ADMIN');
    const id = await signedIn(person);
    const page = await accountPage.as(await viewerIn(id));
    expect(page.memberships.map((membership) => membership.role)).toEqual(['CENTRE', 'OFFICIAL']);
    expect(await switchRole.as(await viewerIn(id), { membershipId: stranger.membershipId })).toMatchObject({
      ok: false,
    });
    expect(await switchRole.as(await viewerIn(id), { membershipId: second.membershipId })).toMatchObject({ ok: true });
    expect(await sessionViewer(id, true)).toMatchObject({ role: 'OFFICIAL', memberships: 2 });
  });
});
