import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Icon } from '@/components/ui/icon';
import { SiteLink } from '@/components/ui/site-link';
import { type ListAddress, PAGING, paramOf } from './list-address';

export type Filter =
  | { kind: 'search'; name: string; label: string; placeholder?: string }
  | {
      kind: 'select';
      name: string;
      label: string;
      /** The words of «no filter»: «Все виды». */
      all: string;
      options: readonly { value: string; label: string }[];
    }
  | { kind: 'date'; name: string; label: string };

type Props = { address: ListAddress; filters: readonly Filter[]; label?: string; children?: ReactNode };

/**
 * Search and filters of a list as a plain GET form: they live in the address, work without JavaScript, and keep what
 * the form does not show (the sorting). Applying a filter starts again from the first page.
 */
export function FilterBar({ address, filters, label = 'Поиск и отбор', children }: Props) {
  const shown = new Set(filters.map((filter) => filter.name));
  const kept = Object.entries(address.params).filter(([name]) => !shown.has(name) && !PAGING.some((p) => p === name));
  const active = filters.some((filter) => paramOf(address, filter.name));
  return (
    <search aria-label={label} className="mb-4 block print:hidden">
      <form action={address.path} method="get" className="flex flex-wrap items-end gap-x-4 gap-y-3">
        {kept.flatMap(([name, value]) =>
          (typeof value === 'string' ? [value] : (value ?? [])).map((one) => (
            <input key={`${name}=${one}`} type="hidden" name={name} value={one} />
          )),
        )}
        {filters.map((filter) => (
          <FilterControl key={filter.name} filter={filter} value={paramOf(address, filter.name) ?? ''} />
        ))}
        {children}
        <div className="flex gap-2">
          <button type="submit" className={buttonClass('secondary')}>
            <Icon name="filter" />
            Показать
          </button>
          {active && (
            <SiteLink href={address.path} className={buttonClass('quiet')} data-plain="">
              Сбросить
            </SiteLink>
          )}
        </div>
      </form>
    </search>
  );
}

function FilterControl({ filter, value }: { filter: Filter; value: string }) {
  const id = `filter-${filter.name}`;
  return (
    <div className={filter.kind === 'search' ? 'min-w-0 flex-1 basis-60' : 'min-w-44 max-sm:flex-1 max-sm:basis-full'}>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {filter.label}
      </label>
      {filter.kind === 'select' ? (
        // The key makes the box follow the address: an uncontrolled one would keep the old choice after «Сбросить».
        <select key={value} id={id} name={filter.name} defaultValue={value} className="control">
          <option value="">{filter.all}</option>
          {filter.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : filter.kind === 'date' ? (
        <input key={value} id={id} name={filter.name} type="date" defaultValue={value} className="control" />
      ) : (
        <input
          key={value}
          id={id}
          name={filter.name}
          type="search"
          enterKeyHint="search"
          defaultValue={value}
          placeholder={filter.placeholder}
          className="control"
        />
      )}
    </div>
  );
}
