import { Tabs } from '@/components/ui/tabs';
import { links } from '@/lib/kernel/links';

/** The centre’s three views: what was sent, where it is prepared, what it is made from. */
export function RecommendationTabs({ now }: { now: 'list' | 'schools' | 'catalogue' }) {
  return (
    <Tabs
      label="Разделы рекомендаций"
      tabs={[
        { href: links.recommendations(), title: 'Рекомендации', current: now === 'list' },
        { href: links.recommendationSchools(), title: 'По школам', current: now === 'schools' },
        { href: links.remedies(), title: 'Каталог мер', current: now === 'catalogue' },
      ]}
    />
  );
}
