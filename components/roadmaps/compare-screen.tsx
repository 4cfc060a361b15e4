import { EmptyState } from '@/components/ui/empty-state';
import { Surface } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import type { RoadmapComparison } from '@/lib/roadmaps/roadmap-queries';
import { RoadmapHead } from './roadmap-head';

/** What has changed in the plan since its last approval, line by line. */
export function CompareScreen({ page }: { page: RoadmapComparison }) {
  const { roadmap, baseline, changes } = page;
  return (
    <>
      <RoadmapHead roadmap={roadmap} current="compare" canChange={page.canChange} canApprove={page.canApprove} />
      {!baseline || changes.length === 0 ? (
        <EmptyState title="План не менялся" icon="roadmap">
          {baseline
            ? `Он такой же, каким его утвердили приказом № ${baseline.orderNumber} от ${formatDay(baseline.orderDate)}.`
            : 'Сравнивать не с чем: план ещё не утверждали.'}
        </EmptyState>
      ) : (
        <Surface>
          <p className="mb-3 text-ink-soft">
            Изменено после приказа № {baseline.orderNumber} от {formatDay(baseline.orderDate)}: {changes.length}.
          </p>
          <ol className="divide-y divide-line">
            {changes.map(({ where, text }) => (
              <li key={`${where} ${text}`} className="py-2.5">
                <p className="font-medium">{where}</p>
                <p className="max-w-measure whitespace-pre-line break-words text-ink-soft">{text}</p>
              </li>
            ))}
          </ol>
        </Surface>
      )}
    </>
  );
}
