import { describe, expect, it } from 'vitest';
import { Refusal } from '@/lib/kernel/refusal';
import { fingerprint, readSignedMethod, signingKey, signMethod } from '@/lib/methodology/signed-file';
import { computedCard } from '@/prisma/seed/reference/computed-card';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { federalLowResults } from '@/prisma/seed/reference/federal-low-results';

const key = signingKey('a secret of more than thirty-two letters');
const other = signingKey('another secret of thirty-two letters!');
const of = { issuer: 'Город Светлореченск', madeAt: '2026-11-23T09:00:00.000Z', key };

describe('a signed file of a method', () => {
  it.each([defaultMethod, computedCard, federalLowResults])(
    'gives back the method that was put in: $code',
    (method) => {
      const read = readSignedMethod(signMethod(method, of));
      expect(read.method).toEqual(method);
      expect(read).toMatchObject({ issuer: of.issuer, madeAt: of.madeAt, fingerprint: fingerprint(key) });
    },
  );

  it('is the same bytes for the same content and moment, and names its key', () => {
    expect(signMethod(defaultMethod, of)).toBe(signMethod(defaultMethod, of));
    expect(fingerprint(signingKey('a secret of more than thirty-two letters'))).toBe(fingerprint(key));
    expect(fingerprint(other)).not.toBe(fingerprint(key));
    expect(fingerprint(key)).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/);
  });

  it('is refused whichever of its characters is another, is gone or is doubled', () => {
    const text = signMethod(federalLowResults, of);
    const through: string[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const was = text.charAt(at);
      const put = [was === '1' ? '2' : '1', '', `${was}${was}`, was === ' ' ? '' : ' '][at % 4] ?? '';
      const forged = text.slice(0, at) + put + text.slice(at + 1);
      try {
        readSignedMethod(forged);
        through.push(`${at} ${was} → ${put}`);
      } catch (error) {
        if (!(error instanceof Refusal)) through.push(`${at} ${was} → ${put}: ${String(error)}`);
      }
    }
    expect(through).toEqual([]);
  });

  it('cannot be signed anew under somebody else’s key', () => {
    const mine: unknown = JSON.parse(signMethod(defaultMethod, of));
    const theirs: unknown = JSON.parse(signMethod(defaultMethod, { ...of, key: other }));
    const mixed = JSON.stringify({ ...Object(theirs), publicKey: Reflect.get(Object(mine), 'publicKey') });
    expect(() => readSignedMethod(mixed)).toThrow(/подпись не сходится/);
  });

  it.each(['', '{}', '[]', 'null', '{"format":"moc-method-1"}', 'PK'])('is not «%s»', (text) => {
    expect(() => readSignedMethod(text)).toThrow(/не файл методики/);
  });
});
