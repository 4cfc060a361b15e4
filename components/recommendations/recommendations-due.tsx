import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { groundCodes, isLate } from '@/lib/recommendations/recommendation';
import type { RecommendationsDue as Due } from '@/lib/recommendations/recommendation-queries';
import { RECOMMENDATION_FORMS } from '@/lib/recommendations/words';
import { StateBadge } from './state-badge';

type Props = { due: Due; isSchool: boolean };

/** What recommendations expect now, on the first page: of a school its answer or its work, of the centre its decision. */
export function RecommendationsDue({ due, isSchool }: Props) {
  const { next, today, late } = due;
  if (next.length === 0) return null;
  const all = isSchool ? due.open : due.waiting;
  return (
    <Section
      title={isSchool ? 'Рекомендации центра' : 'Школы ответили на рекомендации'}
      lead={isSchool && late > 0 ? `Срок прошёл: ${count(late, RECOMMENDATION_FORMS)}.` : undefined}
      actions={
        all > next.length && (
          <ButtonLink href={links.recommendations({ state: isSchool ? 'open' : 'waiting' })} variant="secondary">
            Все {all}
          </ButtonLink>
        )
      }
    >
      <TaskList
        tasks={next.map((one) => ({
          href: links.recommendation(one.id),
          title: isSchool ? one.measure : `${one.schoolName}: ${one.measure}`,
          note: [groundCodes(one), one.due && `до ${formatDay(one.due)}`].filter(Boolean).join(' · '),
          status: <StateBadge state={one.state} isLate={isLate(one, today)} />,
        }))}
      />
    </Section>
  );
}
