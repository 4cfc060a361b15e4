import { describe, expect, it } from 'vitest';
import { firstPage, listHref, paramOf } from '@/components/table/list-address';

const address = { path: '/schools', params: { q: 'гимназия', kind: ['soosh', 'sosh'], sort: 'name', after: 'abc' } };

describe('the address of a list', () => {
  it('keeps every filter when the order of rows changes, and starts again from the first page', () => {
    const query = new URL(listHref(address, { ...firstPage, sort: '-sum' }), 'http://portal').searchParams;
    expect(query.get('q')).toBe('гимназия');
    expect(query.getAll('kind')).toEqual(['soosh', 'sosh']);
    expect(query.get('sort')).toBe('-sum');
    expect(query.has('after')).toBe(false);
  });

  it('is the bare path when no parameter is left', () => {
    expect(listHref({ path: '/schools', params: { q: 'а' } }, { q: undefined })).toBe('/schools');
  });

  it('reads the first value of a repeated parameter', () => {
    expect(paramOf(address, 'kind')).toBe('soosh');
    expect(paramOf(address, 'absent')).toBeUndefined();
  });
});
