import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invitationPage } from '@/lib/access/invitation-page';
import { invitationTokenHash } from '@/lib/access/invitation-token';
import { hashPassword } from '@/lib/access/password';
import { invitePerson, makePasswordLink, withdrawInvitation } from '@/lib/access/people-actions';
import { peoplePage } from '@/lib/access/people-queries';
import { peopleFilter } from '@/lib/access/person';
import type { Role } from '@/lib/access/role';
import { signIn } from '@/lib/access/sign-in';
import { takeInvitation } from '@/lib/access/take-invitation';
import type { Viewer } from '@/lib/access/viewer';
import { buildPerson } from '@/prisma/seed/builders/person';
import { buildTown, owner, type Town } from './world';

const PASSWORD = 'длинная новая фраза';
let town: Town;
let other: Town;
let admin: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  [town, other] = [await buildTown('ALPHA'), await buildTown('BETA')];
  [admin, stranger] = [await town.viewer('ADMIN'), await other.viewer('ADMIN')];
});
afterAll(() => owner.$disconnect());

const tokenIn = (answer: { ok: boolean; message?: string }) => answer.message?.split('/invite/')[1] ?? '';
let count = 0;
async function invited(role: Role = 'CENTRE', email = `new${count++}@alpha.example`, by = admin) {
  const schoolId = role === 'SCHOOL_HEAD' ? (town.schoolIds[0] ?? '') : '';
  const answer = await invitePerson.as(by, { email, name: 'Новый Человек', role, schoolId });
  expect(answer).toMatchObject({ ok: true });
  return { email, token: tokenIn(answer) };
}
const accept = (token: string, password = PASSWORD) =>
  takeInvitation({ token, name: 'Новый Человек', password }, 'direct');

describe('an invitation', () => {
  it('makes an account with the role and the school, and works once', async () => {
    const { email, token } = await invited('SCHOOL_HEAD');
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await accept(token)).toMatchObject({ ok: true });
    expect(await accept(token, 'другая длинная фраза')).toMatchObject({ ok: false });
    expect(await signIn({ email, password: PASSWORD }, null)).toMatchObject({ ok: true });
    const user = await owner.user.findUniqueOrThrow({ where: { email }, select: { memberships: true } });
    expect(user.memberships).toMatchObject([
      { role: 'SCHOOL_HEAD', schoolId: town.schoolIds[0], municipalityId: town.id },
    ]);
  });

  it('taken at the same moment twice makes one person', async () => {
    const { token } = await invited();
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('is a link of the configured address, whatever host was asked', async () => {
    const answer = await invitePerson.as(admin, { email: 'link@alpha.example', name: 'Новый Человек', role: 'CENTRE' });
    expect(answer.ok && answer.message).toMatch(/(^|\s)http:\/\/portal\.test\/invite\/[A-Za-z0-9_-]{43}/);
  });

  it('is kept as a hash only', async () => {
    const { email, token } = await invited();
    const row = await owner.invitation.findFirstOrThrow({ where: { email } });
    expect(row.tokenHash).toBe(invitationTokenHash(token));
    expect(JSON.stringify(row)).not.toContain(token);
    const lines = await owner.journalEntry.findMany({ where: { chain: town.id } });
    expect(JSON.stringify(lines.map((line) => line.details))).not.toContain(token);
  });

  it('is not used by being looked at', async () => {
    const { token } = await invited();
    await invitationPage(token);
    expect((await invitationPage(token))?.invitation).toMatchObject({ role: 'CENTRE', hasAccount: false });
    expect(await accept(token)).toMatchObject({ ok: true });
    expect(await invitationPage(token)).toBeUndefined();
  });

  it('dies after seven days', async () => {
    const { email, token } = await invited();
    await owner.$executeRaw`UPDATE invitation SET expires_at = now() - interval '1 second' WHERE email = ${email}`;
    expect(await invitationPage(token)).toBeUndefined();
    expect(await accept(token)).toMatchObject({ ok: false });
  });

  it('can be revoked by its own municipality alone', async () => {
    const { email, token } = await invited();
    const { id } = await owner.invitation.findFirstOrThrow({ where: { email } });
    expect(await withdrawInvitation.as(stranger, { invitationId: id })).toMatchObject({ ok: false });
    expect(await withdrawInvitation.as(admin, { invitationId: id })).toMatchObject({ ok: true });
    expect(await accept(token)).toMatchObject({ ok: false });
  });

  it('made again for the same person and role replaces the one before', async () => {
    const first = await invited();
    const second = await invited('CENTRE', first.email);
    expect(await accept(first.token)).toMatchObject({ ok: false });
    expect(await accept(second.token)).toMatchObject({ ok: true });
  });

  it('asks somebody known for his own password and adds the role to the ones he has', async () => {
    const known = await other.person('CENTRE', await hashPassword('его собственный пароль'));
    const { token } = await invited('OFFICIAL', known.email);
    expect(await accept(token)).toMatchObject({ ok: false });
    expect(await accept(token, 'его собственный пароль')).toMatchObject({ ok: true });
    const roles = await owner.membership.findMany({ where: { userId: known.userId }, select: { role: true } });
    expect(roles.map(({ role }) => role).sort()).toEqual(['CENTRE', 'OFFICIAL']);
    expect(await signIn({ email: known.email, password: PASSWORD }, null)).toMatchObject({ ok: false });
  });

  it('lets nobody guess the password of somebody known', async () => {
    const known = await other.person('CENTRE', await hashPassword('его собственный пароль'));
    const { token } = await invited('OFFICIAL', known.email);
    await Promise.all(Array.from({ length: 10 }, () => accept(token)));
    expect(await accept(token, 'его собственный пароль')).toMatchObject({
      ok: false,
      message: expect.stringContaining('15 минут'),
    });
  });

  it('refuses a short password, a role without its school, a school without its role and the region’s role', async () => {
    const { token } = await invited();
    expect(await accept(token, 'короткий')).toMatchObject({ ok: false, fields: { password: expect.any(String) } });
    const draft = { email: 'x@alpha.example', name: 'Кто-то', schoolId: '' };
    expect(await invitePerson.as(admin, { ...draft, role: 'SCHOOL_HEAD' })).toMatchObject({ ok: false });
    expect(await invitePerson.as(admin, { ...draft, role: 'CENTRE', schoolId: town.schoolIds[0] })).toMatchObject({
      ok: false,
    });
    expect(await invitePerson.as(admin, { ...draft, role: 'REGION' })).toMatchObject({ ok: false });
  });

  it('cannot name a school of another municipality', async () => {
    const foreign = { email: 'x@alpha.example', name: 'Кто-то', role: 'SCHOOL_HEAD', schoolId: other.schoolIds[0] };
    expect(await invitePerson.as(admin, foreign)).toMatchObject({ ok: false });
  });

  it('is listed until it is used, in its own municipality only', async () => {
    const { email } = await invited();
    const filter = peopleFilter.parse({});
    const emails = async (viewer: Viewer) => (await peoplePage.as(viewer, filter)).invitations.map((row) => row.email);
    expect(await emails(admin)).toContain(email);
    expect(await emails(stranger)).not.toContain(email);
  });
});

describe('a link for a new password', () => {
  it('sets the password and ends the sign-ins of before', async () => {
    const person = await town.person('CENTRE', await hashPassword('забытый пароль'));
    const session = await owner.session.create({
      data: { id: crypto.randomUUID(), userId: person.userId, membershipId: person.membershipId },
    });
    const token = tokenIn(await makePasswordLink.as(admin, { membershipId: person.membershipId }));
    expect((await invitationPage(token))?.invitation.isReset).toBe(true);
    expect(await accept(token)).toMatchObject({ ok: true, to: expect.stringContaining('notice=password') });
    expect(await signIn({ email: person.email, password: PASSWORD }, null)).toMatchObject({ ok: true });
    expect((await owner.session.findUniqueOrThrow({ where: { id: session.id } })).revokedAt).not.toBeNull();
  });

  it('is refused for a person of another municipality', async () => {
    const foreign = await other.person('CENTRE');
    expect(await makePasswordLink.as(admin, { membershipId: foreign.membershipId })).toMatchObject({ ok: false });
  });

  it('is refused for somebody who also works elsewhere, even when the link was made before he did', async () => {
    const person = await town.person('CENTRE', await hashPassword('его пароль'));
    const token = tokenIn(await makePasswordLink.as(admin, { membershipId: person.membershipId }));
    await buildPerson(owner, { email: person.email, name: 'x', role: 'ADMIN', municipalityId: other.id });
    expect(await makePasswordLink.as(admin, { membershipId: person.membershipId })).toMatchObject({ ok: false });
    expect(await accept(token)).toMatchObject({ ok: false });
    expect(await signIn({ email: person.email, password: PASSWORD }, null)).toMatchObject({ ok: false });
  });
});
