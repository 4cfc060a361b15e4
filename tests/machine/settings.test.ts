import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSettings } from '@/scripts/lib/settings.mjs';

const NAMES = [
  'DATABASE_URL',
  'MIGRATION_DATABASE_URL',
  'PORTAL_ORIGIN',
  'NEXTAUTH_SECRET',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'PORT',
  'PORTAL_BIND',
  'FILES_DIR',
];
const OWN = {
  DATABASE_URL: 'postgresql://portal_app:x@db:5432/portal',
  MIGRATION_DATABASE_URL: 'postgresql://portal_owner:x@db:5432/portal',
  PORTAL_ORIGIN: 'https://moc.example.ru/',
  NEXTAUTH_SECRET: 'x'.repeat(32),
};

const before = { ...process.env };
beforeEach(() => {
  for (const name of NAMES) delete process.env[name];
});
afterEach(() => {
  process.env = { ...before };
});

describe('settings of a start', () => {
  it('are none for a first look', () => {
    expect(startSettings()).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      origin: 'http://127.0.0.1:3000',
      own: null,
    });
    process.env.PORT = '3100';
    expect(startSettings()).toMatchObject({ port: 3100, origin: 'http://127.0.0.1:3100' });
  });

  it('take a server of one’s own with both addresses, the origin and the secret', () => {
    Object.assign(process.env, OWN);
    expect(startSettings()).toMatchObject({
      origin: 'https://moc.example.ru',
      own: { appUrl: OWN.DATABASE_URL, ownerUrl: OWN.MIGRATION_DATABASE_URL },
    });
  });

  it.each([
    ['a missing owner’s address', { MIGRATION_DATABASE_URL: '' }, 'MIGRATION_DATABASE_URL'],
    ['a missing origin', { PORTAL_ORIGIN: '' }, 'PORTAL_ORIGIN'],
    ['a missing secret', { NEXTAUTH_SECRET: '' }, 'NEXTAUTH_SECRET'],
    ['a short secret', { NEXTAUTH_SECRET: 'x'.repeat(31) }, 'NEXTAUTH_SECRET'],
    ['an address of something else', { DATABASE_URL: 'mysql://db/portal' }, 'DATABASE_URL'],
    ['an origin that is no web address', { PORTAL_ORIGIN: 'moc.example.ru' }, 'PORTAL_ORIGIN'],
    ['a key of a wrong length', { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'short' }, 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'],
    ['a port that is none', { PORT: '70000' }, 'PORT'],
    ['only the owner’s address', { DATABASE_URL: '' }, 'MIGRATION_DATABASE_URL'],
  ])('refuse %s in one sentence that names it', (_, wrong, named) => {
    Object.assign(process.env, OWN, wrong);
    expect(startSettings).toThrow(new RegExp(`^[^\\n]*${named}[^\\n]*[.]$`));
  });
});
