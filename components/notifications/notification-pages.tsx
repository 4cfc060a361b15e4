import { type ListAddress, listHref } from '@/components/table/list-address';
import { ButtonLink, ButtonRow } from '@/components/ui/button';

type Props = { address: ListAddress; page: number; pages: number };

/** The way to newer and older notifications. */
export function NotificationPages({ address, page, pages }: Props) {
  if (pages <= 1) return null;
  return (
    <ButtonRow>
      {page > 1 && (
        <ButtonLink href={listHref(address, { page: String(page - 1) })} variant="secondary">
          Новее
        </ButtonLink>
      )}
      {page < pages && (
        <ButtonLink href={listHref(address, { page: String(page + 1) })} variant="secondary">
          Раньше
        </ButtonLink>
      )}
      <p className="text-sm text-ink-soft">
        Страница {page} из {pages}
      </p>
    </ButtonRow>
  );
}
