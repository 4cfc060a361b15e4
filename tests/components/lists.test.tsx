// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { DataTable } from '@/components/table/data-table';
import { FilterBar } from '@/components/table/filter-bar';
import { Pagination } from '@/components/table/pagination';

afterEach(cleanup);

const address = { path: '/schools', params: { q: 'лицей', sort: '-sum', before: 'x' } };
const hrefOf = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href') ?? '';

describe('a list', () => {
  it('keeps filters and order on the way to the next page', () => {
    render(<Pagination address={address} after="key" shown={50} total={700} forms={['школа', 'школы', 'школ']} />);
    const query = new URL(hrefOf(/дальше/i), 'http://portal').searchParams;
    expect(Object.fromEntries(query)).toEqual({ q: 'лицей', sort: '-sum', after: 'key' });
    expect(screen.getByText('50 школ из 700')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /назад/i })).toBeNull();
  });

  it('names the present order to a screen reader and offers the other one', () => {
    render(
      <DataTable
        caption="Школы"
        columns={[{ key: 'sum', title: 'Сумма', sortable: true, cell: (row: { sum: number }) => row.sum }]}
        rows={[{ sum: 3 }]}
        rowKey={(row) => String(row.sum)}
        address={address}
      />,
    );
    expect(screen.getByRole('columnheader', { name: 'Сумма' }).getAttribute('aria-sort')).toBe('descending');
    expect(new URL(hrefOf(/сумма/i), 'http://portal').searchParams.get('sort')).toBe('sum');
    expect(screen.getByRole('region', { name: 'Школы' }).tabIndex).toBe(0);
  });

  it('filters by a plain form that carries the order and drops the page', () => {
    const { container } = render(
      <FilterBar address={address} filters={[{ kind: 'search', name: 'q', label: 'Школа' }]} />,
    );
    const form = container.querySelector<HTMLFormElement>('search form');
    if (!form) throw new Error('the bar has no form');
    expect(form.method).toBe('get');
    expect(Object.fromEntries(new FormData(form))).toEqual({ sort: '-sum', q: 'лицей' });
    expect(within(form).getByRole('link', { name: 'Сбросить' }).getAttribute('href')).toBe('/schools');
  });
});
