import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import type { SchoolVisits } from '@/lib/visits/visit-queries';
import { AgreedBadge } from './visits-screen';

/** The latest visits to this school and what is left of what was agreed, on its page of support. */
export function SchoolVisitsPanel({ of }: { of: SchoolVisits }) {
  return (
    <Section
      title="Визиты"
      actions={
        of.canWrite && (
          <ButtonLink href={links.newVisit({ school: of.schoolId })} variant="secondary" icon="plus">
            Записать визит
          </ButtonLink>
        )
      }
    >
      {of.rows.length === 0 ? (
        <p className="text-ink-soft">Записей о визитах пока нет.</p>
      ) : (
        <TaskList
          tasks={of.rows.map((visit) => ({
            href: links.visit(visit.id),
            title: visit.object,
            note: `${formatDay(visit.on)}, ${visit.kind.toLocaleLowerCase('ru')}${visit.publishedAt ? '' : ' · школа ещё не видит'}`,
            status: visit.actions > 0 ? <AgreedBadge visit={visit} /> : undefined,
          }))}
        />
      )}
    </Section>
  );
}
