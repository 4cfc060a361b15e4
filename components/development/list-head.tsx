import { DownloadLink } from '@/components/table/download-link';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { links } from '@/lib/kernel/links';

type Props = { found: string; list: string; what: string; address: ListAddress; isEmpty: boolean };

/** What was found under the filter, and the same as a file. */
export function ListHead({ found, list, what, address, isEmpty }: Props) {
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
      <p role="status">Найдено: {found}</p>
      {!isEmpty && (
        <DownloadLink href={listHref({ ...address, path: links.developmentExport(list) }, {})} what={what} />
      )}
    </div>
  );
}
