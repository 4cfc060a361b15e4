import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import type { SchoolPartnerships } from '@/lib/partnerships/partnership-queries';
import { MODEL_WORDS } from '@/lib/partnerships/words';
import { PartnershipBadge } from './partnership-badge';

/** Who helps this school and whom it helps, on its page of support. */
export function SchoolPartnershipsPanel({ of }: { of: SchoolPartnerships }) {
  return (
    <Section
      title="Партнёры"
      actions={
        of.canChange && (
          <ButtonLink href={links.newPartnership({ school: of.schoolId })} variant="secondary" icon="plus">
            Предложить партнёра
          </ButtonLink>
        )
      }
    >
      {of.rows.length === 0 ? (
        <p className="text-ink-soft">Партнёров пока нет.</p>
      ) : (
        <TaskList
          tasks={of.rows.map((one) => ({
            href: links.partnership(one.id),
            title: one.schoolId === of.schoolId ? `Помогает ${one.partnerName}` : `Помогает школе ${one.schoolName}`,
            note: `${MODEL_WORDS[one.model]}${one.lastWork ? ` · встреч ${one.works}, последняя ${formatDay(one.lastWork)}` : ''}`,
            status: <PartnershipBadge state={one.state} />,
          }))}
        />
      )}
    </Section>
  );
}
