import { Fragment } from 'react';
import { Badge } from '@/components/ui/badge';
import { Surface } from '@/components/ui/surface';
import type { Method, MethodSection } from '@/lib/methodology/method';
import { ZONE_WORDS } from '@/lib/methodology/words';
import { CriterionRow } from './criterion-row';

/** One section of the card with its criteria; the signs of a composite follow it. */
export function MethodSectionBlock({ method, section }: { method: Method; section: MethodSection }) {
  return (
    <section aria-labelledby={`section-${section.code}`} className="space-y-3">
      <div className="space-y-1">
        <h3 id={`section-${section.code}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
          {section.code}. {section.title}
          {!section.enabled && <Badge icon="lock">раздел выключен в этой версии</Badge>}
        </h3>
        <p className="max-w-measure text-sm text-ink-soft">
          {section.note} Зона: {ZONE_WORDS[section.zone]}.
          {section.switchable && ' Муниципалитет может включить или выключить раздел в своей версии.'}
        </p>
      </div>
      <Surface flush>
        <ol>
          {section.criteria.map((criterion) => (
            <Fragment key={criterion.code}>
              <CriterionRow
                method={method}
                of={criterion}
                applies={[criterion.applies]}
                on={section.enabled && criterion.enabled}
              />
              {criterion.kind === 'composite' &&
                criterion.signs.map((sign) => (
                  <CriterionRow
                    key={sign.code}
                    method={method}
                    of={sign}
                    applies={[criterion.applies, sign.applies]}
                    on={section.enabled && criterion.enabled && sign.enabled}
                    formula={sign.formula}
                  />
                ))}
            </Fragment>
          ))}
        </ol>
      </Surface>
    </section>
  );
}
