import { describe, expect, test } from 'vitest';
import { itemsOf } from '@/lib/methodology/items';
import type { Method } from '@/lib/methodology/method';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

const codes = (method: Method) => itemsOf(method).map((item) => item.code);

describe('positions of items', () => {
  test('run through sections, criteria and signs; a composite has no position of its own', () => {
    const items = itemsOf(defaultMethod);
    expect(items.map((item) => item.position)).toEqual(items.map((_, index) => index));
    // 25 yes/no criteria, 14 federal and 4 local signs.
    expect(items).toHaveLength(43);
    expect(codes(defaultMethod)).not.toContain('Г');
  });

  test('do not move when a section, a criterion or a sign is switched', () => {
    const switched: Method = {
      ...defaultMethod,
      sections: defaultMethod.sections.map((section) => ({
        ...section,
        enabled: !section.enabled,
        criteria: section.criteria.map((criterion) => ({ ...criterion, enabled: !criterion.enabled })),
      })),
    };
    expect(codes(switched)).toEqual(codes(defaultMethod));
  });

  test('a sign is on only with its criterion and its section', () => {
    const off = (patch: (method: Method) => void) => {
      const method = structuredClone(defaultMethod);
      patch(method);
      return itemsOf(method).filter((item) => item.section === 'Г' && item.on).length;
    };
    expect(off(() => {})).toBe(14);
    expect(off((method) => setSection(method, 'Г', { enabled: false }))).toBe(0);
    expect(
      off((method) => {
        for (const section of method.sections) for (const criterion of section.criteria) criterion.enabled = false;
      }),
    ).toBe(0);
  });
});

function setSection(method: Method, code: string, patch: Partial<Method['sections'][number]>) {
  method.sections = method.sections.map((section) => (section.code === code ? { ...section, ...patch } : section));
}
