import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack } from '@/components/ui/surface';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { OwnSignsPage } from '@/lib/objectivity/objectivity-queries';
import { MARKER_NOTE, PURPOSE_NOTE } from '@/lib/objectivity/sign-words';
import { BesideChart } from './beside-chart';
import { ReviewList } from './review-list';

/** What the centre asked one's own school about signs: the numbers it saw, its words, and the school's answers. */
export function OwnSignsScreen({ page }: { page: OwnSignsPage }) {
  return (
    <Stack gap="medium">
      <PageHeader title="Признаки моей школы" lead={`${MARKER_NOTE} ${PURPOSE_NOTE}`} />
      {page.reviews.length === 0 && (
        <EmptyState title="Вопросов от центра нет" icon="check">
          Если центру понадобится пояснение к результатам, вопрос появится здесь.
        </EmptyState>
      )}
      {page.reviews.map((review) => (
        <Section
          key={review.id}
          title={`${review.code}. ${review.finding.title}`}
          lead={`${formatSchoolYear(review.year)} учебный год. ${review.finding.sentence}`}
        >
          {review.finding.picture && <BesideChart picture={review.finding.picture} />}
          <ReviewList reviews={[review]} timeZone={page.timeZone} canReply />
        </Section>
      ))}
    </Stack>
  );
}
