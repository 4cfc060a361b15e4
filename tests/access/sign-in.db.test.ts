import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { turnSecondFactorOn } from '@/lib/access/account-actions';
import { authOptions } from '@/lib/access/auth-options';
import { attemptKey } from '@/lib/access/network';
import { hashPassword } from '@/lib/access/password';
import { pendingTotpSecret } from '@/lib/access/second-factor';
import { takeTotpStep } from '@/lib/access/session-store';
import { signIn } from '@/lib/access/sign-in';
import { signInAnswer } from '@/lib/access/sign-in-answer';
import { viewerOf } from '@/prisma/seed/builders/person';
import { buildTown, owner, type Town } from './world';

const PASSWORD = 'правильный-пароль-2026';
let town: Town;
let passwordHash: string;

beforeAll(async () => {
  town = await buildTown('ALPHA');
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => owner.$disconnect());

const tries = (email: string, count: number, password = 'чужая догадка') =>
  Array.from({ length: count }, () => signIn({ email, password }, null));

describe('a sign-in by password', () => {
  it('lets a person in whatever the case of the e-mail and the form of the letter й', async () => {
    const { email, userId } = await town.person('CENTRE', await hashPassword('йогурт-и-чай-2026'.normalize('NFC')));
    const decomposed = 'йогурт-и-чай-2026'.normalize('NFD');
    expect(await signIn({ email: ` ${email.toUpperCase()} `, password: decomposed }, null)).toMatchObject({
      ok: true,
      userId,
    });
  });

  it('answers an unknown person, a wrong password and a person without one in the same words', async () => {
    const known = await town.person('CENTRE', passwordHash);
    const without = await town.person('CENTRE');
    for (const email of [known.email, without.email, 'nobody@nowhere.example']) {
      expect(await signIn({ email, password: 'чужая догадка' }, null)).toEqual({ ok: false, failure: 'wrong' });
    }
  });

  it('says that access is closed only to somebody who proved the password', async () => {
    const { email, membershipId } = await town.person('CENTRE', passwordHash);
    await owner.membership.update({ where: { id: membershipId }, data: { blockedAt: new Date() } });
    expect(await signIn({ email, password: PASSWORD }, null)).toEqual({ ok: false, failure: 'blocked' });
    expect(await signIn({ email, password: 'чужая догадка' }, null)).toEqual({ ok: false, failure: 'wrong' });
  });

  it('refuses objects in place of text', async () => {
    const { email } = await town.person('CENTRE', passwordHash);
    expect(await signIn({ email: { contains: email }, password: PASSWORD }, null)).toEqual({
      ok: false,
      failure: 'wrong',
    });
  });

  it('asks for the code where a second factor is on', async () => {
    const { email, userId } = await town.person('CENTRE', passwordHash);
    await owner.user.update({ where: { id: userId }, data: { totpSecret: 'JBSWY3DPEHPK3PXP' } });
    expect(await signIn({ email, password: PASSWORD }, null)).toEqual({ ok: false, failure: 'totp' });
    expect(await signIn({ email, password: PASSWORD, code: '000000 ' }, null)).toMatchObject({ ok: false });
  });
});

describe('a code of the second factor', () => {
  const secret = 'JBSWY3DPEHPK3PXP';
  const codeAt = (seconds: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + seconds * 1000 });
  const withFactor = async () => {
    const person = await town.person('CENTRE', passwordHash);
    await owner.user.update({ where: { id: person.userId }, data: { totpSecret: secret } });
    return (code: string) => signIn({ email: person.email, password: PASSWORD, code }, null);
  };
  const refused = { ok: false, failure: 'totp' };

  it('is accepted once, also from two places at the same moment', async () => {
    const enter = await withFactor();
    const both = await Promise.all([enter(codeAt(0)), enter(codeAt(0))]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await enter(codeAt(0))).toEqual(refused);
  });

  it('is not accepted when a later one was, and the next one is', async () => {
    const enter = await withFactor();
    expect(await enter(codeAt(0))).toMatchObject({ ok: true });
    expect(await enter(codeAt(-30))).toEqual(refused);
    expect(await enter(codeAt(30))).toMatchObject({ ok: true });
  });

  it('does not use up another person’s', async () => {
    const [first, second] = [await withFactor(), await withFactor()];
    expect([await first(codeAt(0)), await second(codeAt(0))]).toMatchObject([{ ok: true }, { ok: true }]);
  });

  it('that turned the factor on does not sign in as well', async () => {
    const { email, userId, membershipId } = await town.person('CENTRE', passwordHash);
    const viewer = await viewerOf(owner, { userId, membershipId });
    const own = new TOTP({ secret: pendingTotpSecret(viewer.sessionId) });
    const code = own.generate();
    expect(await turnSecondFactorOn.as(viewer, { code })).toMatchObject({ ok: true });
    expect(await signIn({ email, password: PASSWORD, code }, null)).toEqual(refused);
    const next = own.generate({ timestamp: Date.now() + 30_000 });
    expect(await signIn({ email, password: PASSWORD, code: next }, null)).toMatchObject({ ok: true });
  });

  it('cannot be used up years ahead, which would lock its owner out', async () => {
    const { userId } = await town.person('CENTRE', passwordHash);
    expect(await takeTotpStep(userId, Math.floor(Date.now() / 30_000) + 1000)).toBe(false);
    expect(await takeTotpStep(userId, Math.floor(Date.now() / 30_000))).toBe(true);
  });
});

describe('guessing a password', () => {
  it('ends after ten tries in a quarter of an hour, even with the right one', async () => {
    const { email } = await town.person('CENTRE', passwordHash);
    for (const outcome of await Promise.all(tries(email, 10))) expect(outcome).toMatchObject({ failure: 'wrong' });
    expect(await signIn({ email, password: PASSWORD }, null)).toEqual({ ok: false, failure: 'limit' });
  });

  it('gains nothing from trying at the same moment', async () => {
    const { email } = await town.person('CENTRE', passwordHash);
    const outcomes = await Promise.all(tries(email, 24));
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.failure === 'wrong')).toHaveLength(10);
  });

  it('of an unknown person is limited just the same', async () => {
    const outcomes = await Promise.all(tries('nobody-limited@nowhere.example', 12));
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.failure === 'limit')).toHaveLength(2);
  });

  it('starts anew when the quarter of an hour is over', async () => {
    const { email } = await town.person('CENTRE', passwordHash);
    await Promise.all(tries(email, 11));
    const key = attemptKey('pair', email, 'direct');
    await owner.$executeRaw`UPDATE sign_in_counter SET window_start = now() - interval '16 minutes' WHERE key = ${key}`;
    expect(await signIn({ email, password: PASSWORD }, null)).toMatchObject({ ok: true });
  });

  it('does not lock a person out from another network', async () => {
    const { email } = await town.person('CENTRE', passwordHash);
    const elsewhere = attemptKey('pair', email, '203.0.113.7');
    await owner.signInCounter.create({ data: { key: elsewhere, windowStart: new Date(), failures: 50 } });
    expect(await signIn({ email, password: PASSWORD }, null)).toMatchObject({ ok: true });
  });

  it('from one network over many accounts ends after hundreds of tries', async () => {
    const { email } = await town.person('CENTRE', passwordHash);
    const key = attemptKey('network', 'direct');
    await owner.signInCounter.upsert({
      where: { key },
      create: { key, windowStart: new Date(), failures: 500 },
      update: { failures: 500, windowStart: new Date() },
    });
    expect(await signIn({ email, password: PASSWORD }, null)).toEqual({ ok: false, failure: 'limit' });
    await owner.signInCounter.delete({ where: { key } });
  });
});

describe('the session token', () => {
  const { jwt, redirect } = authOptions().callbacks ?? {};

  it('takes nothing that a client sends after sign-in', async () => {
    const token = { sid: 'the-row', name: 'x' };
    const forged = { sid: 'another-row', role: 'ADMIN', municipalityId: 'another' };
    // What next-auth passes for POST /api/auth/session; the endpoint itself is not served.
    const updated = await jwt?.({ token, session: forged, trigger: 'update', user: undefined as never, account: null });
    expect(updated).toEqual({ sid: 'the-row' });
  });

  it.each([
    ['/cards?x=1', '/cards?x=1'],
    ['http://portal.test/cards', '/cards'],
    ['https://evil.example/', '/home'],
    ['//evil.example/', '/home'],
    ['/\\evil.example', '/home'],
    ['/\t/evil.example', '/home'],
    ['http://portal.test.evil.example/x', '/home'],
    ['http://portal.test@evil.example/x', '/home'],
    ['javascript:alert(1)', '/home'],
  ])('leads from %j to %s of our own', async (url, path) => {
    expect(await redirect?.({ url, baseUrl: 'http://portal.test' })).toBe(`http://portal.test${path}`);
  });
});

describe('the answer to the sign-in form', () => {
  const failed = (error: string) =>
    new Response(null, { status: 302, headers: { Location: `http://portal.test/api/auth/error?error=${error}` } });

  it('leads back with a word of ours, the way on and no e-mail in the address', () => {
    const answer = signInAnswer(failed('wrong'), new URLSearchParams({ email: 'a@b.example', callbackUrl: '/cards' }));
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/login?error=wrong&callbackUrl=%2Fcards']);
    expect(answer.headers.get('Set-Cookie')).toContain('HttpOnly');
  });

  it('never repeats an unknown error or a foreign way on', () => {
    const typed = new URLSearchParams({ email: '', callbackUrl: 'https://evil.example' });
    expect(signInAnswer(failed('PrismaClientError'), typed).headers.get('Location')).toBe('/login?error=again');
  });
});
