import { ItemHint } from '@/components/cards/item-hint';
import { freshKey } from '@/components/form/idempotency-key';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button-class';
import { Surface } from '@/components/ui/surface';
import { FORM_FIELDS } from '@/lib/diagnostics/cards/card-contract';
import type { CardCriterion, CardSection } from '@/lib/diagnostics/cards/card-page';
import { FillItem } from './fill-item';

type Props = { section: CardSection; cardId: string; lastYear: string | null; timeZone: string; now: Date };

/** What the school cannot have is said in one line: nothing to fill, nothing lost. */
function NotApplicable({ codes }: { codes: readonly { code: string; wording: string }[] }) {
  if (codes.length === 0) return null;
  return (
    <details className="border-t border-line py-4">
      <summary className="inline-flex min-h-11 items-center font-medium text-ink-soft">
        Неприменимо к вашей школе: {codes.map((one) => one.code).join(', ')}
      </summary>
      <ul className="max-w-measure space-y-1 pt-1 text-sm text-ink-soft">
        {codes.map((one) => (
          <li key={one.code}>
            <b className="font-medium">{one.code}</b> {one.wording}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Composite({ criterion }: { criterion: CardCriterion }) {
  const [first] = criterion.items;
  if (criterion.kind !== 'composite' || !first) return null;
  return (
    <div className="space-y-2 py-5">
      <p className="font-medium">{criterion.wording}</p>
      <p className="max-w-measure text-ink-soft">Отметьте каждый признак отдельно: за каждый выявленный – один балл.</p>
      <ItemHint item={{ hint: criterion.hint, formula: '', dataSource: '', provenance: '', reason: '' }} />
    </div>
  );
}

/**
 * One section as one plain form. Its button saves the section without JavaScript; with it each answer saves itself, and
 * the button, which stays for those who trust buttons, saves at once without leaving the page.
 */
export function FillSection({ section, cardId, lastYear, timeZone, now }: Props) {
  const formId = `form-${section.code}`;
  const asked = section.criteria.filter((criterion) => criterion.items.some((item) => item.isApplicable));
  const left = section.criteria.flatMap((criterion) => criterion.items.filter((item) => !item.isApplicable));
  return (
    <section id={section.code} aria-labelledby={`${formId}-title`} className="scroll-mt-40">
      <Surface>
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h2 id={`${formId}-title`} className="text-xl">
            Раздел {section.code}. {section.title}
          </h2>
          <Badge>
            {section.applicable === 0 ? 'заполнять нечего' : `${section.answered} из ${section.applicable}`}
          </Badge>
        </div>
        {section.note && <p className="mb-4 max-w-measure text-ink-soft">{section.note}</p>}
        <form id={formId} data-section={section.code} method="post" action={`/api/cards/${cardId}/answers`}>
          <input type="hidden" name={FORM_FIELDS.section} value={section.code} />
          <input type="hidden" name={FORM_FIELDS.key} value={freshKey()} readOnly />
        </form>
        {asked.map((criterion) => (
          <div key={criterion.code} className="divide-y divide-line border-t border-line">
            <Composite criterion={criterion} />
            {criterion.items.map(
              (item) =>
                item.isApplicable && (
                  <FillItem
                    key={item.code}
                    item={item}
                    cardId={cardId}
                    formId={formId}
                    lastYear={lastYear}
                    timeZone={timeZone}
                    now={now}
                  />
                ),
            )}
          </div>
        ))}
        <NotApplicable codes={left} />
        {asked.length > 0 && (
          <div className="border-t border-line pt-5 print:hidden">
            <button type="submit" form={formId} className={buttonClass('secondary')}>
              Сохранить раздел {section.code}
            </button>
          </div>
        )}
      </Surface>
    </section>
  );
}
