import { buttonClass } from '@/components/ui/button-class';
import { Icon } from '@/components/ui/icon';

type Props = { href: string; what?: string; format?: 'xlsx' | 'docx' | 'csv' | 'pdf' | 'json'; title?: string };

/** «Скачать (xlsx)». `what` names the table for screen readers when a page has several. */
export function DownloadLink({ href, what, format = 'xlsx', title = 'Скачать' }: Props) {
  return (
    <a href={href} download className={buttonClass('secondary', 'small')} data-plain="">
      <Icon name="download" size={16} />
      <span>
        {title}
        {what && <span className="sr-only"> {what}</span>} ({format})
      </span>
    </a>
  );
}
