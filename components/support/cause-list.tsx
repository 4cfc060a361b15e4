import { Badge, type BadgeTone } from '@/components/ui/badge';
import { SiteLink } from '@/components/ui/site-link';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { type CaseCause, type CauseWeight, isConfirmed } from '@/lib/support/causes/cause';
import { METHOD_WORDS, WEIGHT_WORDS } from '@/lib/support/words';

const TONE: Record<CauseWeight, BadgeTone> = { HIGH: 'danger', MIDDLE: 'warning', LOW: 'neutral' };

/** A cause of a case with its significance, and what confirms it. */
export function CauseState({ cause }: { cause: CaseCause }) {
  return (
    <div className="space-y-1">
      <p className="font-medium">{cause.name}</p>
      <div className="flex flex-wrap gap-1.5">
        <Badge tone={TONE[cause.weight]}>значимость {WEIGHT_WORDS[cause.weight]}</Badge>
        {isConfirmed(cause) ? (
          <Badge tone="success" icon="check">
            подтверждена
          </Badge>
        ) : (
          <Badge icon="info">предположение</Badge>
        )}
      </div>
      {cause.note && <p className="max-w-measure whitespace-pre-wrap break-words text-sm">{cause.note}</p>}
      <p className="text-sm text-ink-soft">
        {cause.confirmations.length === 0
          ? `Откуда: ${cause.source ? METHOD_WORDS[cause.source] : 'мнение специалиста'}`
          : cause.confirmations.map(({ studyId, method, day, heldBy }, index) => (
              <span key={studyId}>
                {index > 0 && '; '}
                <SiteLink className="link" href={links.study(studyId)}>
                  {METHOD_WORDS[method]} {formatDay(day)}
                </SiteLink>
                , {heldBy}
              </span>
            ))}
      </p>
    </div>
  );
}

export const CauseList = ({ causes }: { causes: readonly CaseCause[] }) => (
  <ul className="divide-y divide-line">
    {causes.map((cause) => (
      <li key={cause.id} className="py-3">
        <CauseState cause={cause} />
      </li>
    ))}
  </ul>
);
