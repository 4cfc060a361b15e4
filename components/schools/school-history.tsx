import type { ReactNode } from 'react';
import { Section, Surface } from '@/components/ui/surface';
import { formatDay, formatPeriod } from '@/lib/kernel/day';
import type { SchoolPage } from '@/lib/schools/queries';

type Closure = SchoolPage['closures'][number];

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="space-y-1 py-3">
      <p className="font-medium">{title}</p>
      {children}
    </li>
  );
}

const closedWords = (closure: Closure) =>
  closure.successor ? `Присоединена к школе «${closure.successor.shortName}»` : 'Закрыта';

/** What the school was called and when it did not work. Nothing here is ever lost. */
export function SchoolHistory({ page: { names, closures } }: { page: SchoolPage }) {
  return (
    <Section title="История">
      <Surface>
        <ul className="divide-y divide-line">
          {closures.map((closure) => (
            <Part key={closure.id} title={`${closedWords(closure)} с ${formatDay(closure.closedOn)}`}>
              <p className="text-ink-soft">Основание: {closure.basis}</p>
              {closure.reopenedOn && (
                <p className="text-ink-soft">
                  Снова работает с {formatDay(closure.reopenedOn)}: {closure.reopenReason}
                </p>
              )}
            </Part>
          ))}
          {names.map((name) => (
            <Part key={name.id} title={name.shortName}>
              <p>{name.name}</p>
              <p className="text-ink-soft">
                {[
                  name.to === null ? 'нынешнее название' : 'прежнее название',
                  formatPeriod(name.from, name.to),
                  name.basis && `основание: ${name.basis}`,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
            </Part>
          ))}
        </ul>
      </Surface>
    </Section>
  );
}
