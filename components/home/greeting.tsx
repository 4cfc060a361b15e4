import { PageHeader } from '@/components/ui/page-header';
import type { Viewer } from '@/lib/access/viewer';
import { ROLE_WORDS } from '@/lib/access/words';

/** Surname, name, patronymic: one is greeted by the last two. */
function addressed(name: string): string {
  const [, ...rest] = name.split(/\s+/);
  return rest.length > 0 ? rest.join(' ') : name;
}

export function Greeting({ viewer }: { viewer: Pick<Viewer, 'name' | 'role'> }) {
  return <PageHeader title={`Здравствуйте, ${addressed(viewer.name)}!`} lead={ROLE_WORDS[viewer.role]} />;
}
