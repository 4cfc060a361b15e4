import { Surface } from '@/components/ui/surface';
import type { VersionChange } from '@/lib/methodology/compare-versions';

/** Differences of two versions, gathered by the place they are in. */
export function ChangeList({ changes }: { changes: readonly VersionChange[] }) {
  const places = new Map<string, VersionChange[]>();
  for (const change of changes) places.set(change.where, [...(places.get(change.where) ?? []), change]);
  return (
    <Surface>
      <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-[10rem_1fr]">
        {[...places].map(([where, lines]) => (
          <div key={where} data-keep="" className="contents">
            <dt className="font-semibold break-words">{where}</dt>
            <dd className="min-w-0 space-y-1 break-words">
              {lines.map((line) => (
                <p key={line.text}>{line.text}</p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Surface>
  );
}
