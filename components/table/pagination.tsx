import { buttonClass } from '@/components/ui/button-class';
import { Icon } from '@/components/ui/icon';
import { SiteLink } from '@/components/ui/site-link';
import { count, formatNumber } from '@/lib/kernel/russian';
import { firstPage, type ListAddress, listHref } from './list-address';

type Props = {
  address: ListAddress;
  /** Cursors of the neighbouring pages; absent at an end of the list. */
  after?: string;
  before?: string;
  shown: number;
  total?: number;
  /** «школа, школы, школ». */
  forms: readonly [one: string, few: string, many: string];
};

/** Neighbouring pages by key: page 1000 costs what page 1 costs, so there are no page numbers. */
export function Pagination({ address, after, before, shown, total, forms }: Props) {
  return (
    <nav aria-label="Страницы списка" className="mt-4 flex flex-wrap items-center justify-between gap-4">
      <p className="text-sm text-ink-soft">
        {total === undefined || total === shown
          ? count(shown, forms)
          : `${count(shown, forms)} из ${formatNumber(total)}`}
      </p>
      {(after || before) && (
        <div className="flex flex-wrap gap-2">
          {before && (
            <SiteLink
              href={listHref(address, { ...firstPage, before })}
              rel="prev"
              className={buttonClass('secondary')}
              data-plain=""
            >
              <Icon name="left" />
              Назад
            </SiteLink>
          )}
          {after && (
            <SiteLink
              href={listHref(address, { ...firstPage, after })}
              rel="next"
              className={buttonClass('secondary')}
              data-plain=""
            >
              Дальше
              <Icon name="right" />
            </SiteLink>
          )}
        </div>
      )}
    </nav>
  );
}
