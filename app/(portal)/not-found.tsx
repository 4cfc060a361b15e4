import { NotFoundMessage } from '@/components/shell/not-found-message';
import { links } from '@/lib/kernel/links';

export default function PortalNotFound() {
  return <NotFoundMessage home={{ href: links.home(), title: 'На главную' }} />;
}
