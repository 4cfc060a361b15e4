import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { SupportPage } from '@/lib/support/support-queries';

type Point = NonNullable<SupportPage['standing']['latest']>['points'][number];

/** As many as one reads at once; the rest open under them. */
const SHOWN = 6;

const DECISIONS = {
  INCLUDE: 'в утверждённом списке',
  EXCLUDE: 'комиссия решила не включать',
  SUPPORT: 'поддержка без включения в список',
} as const;

/** Why the school is here: the points of its latest card with their reasons. */
export function Found({ page }: { page: SupportPage }) {
  const { latest } = page.standing;
  if (!latest)
    return (
      <Section title="Что нашли">
        <EmptyState title="Расчёта ещё нет" icon="card">
          Он появится, когда школа отправит диагностическую карту, а центр её проверит.
        </EmptyState>
      </Section>
    );
  const plan = page.plans.plans.find(({ status }) => status !== 'ARCHIVED');
  const points = latest.points.map((point) => (
    <PointLine key={point.code} point={point} cardId={latest.id} planId={page.canPlan ? plan?.id : undefined} />
  ));
  const decision = latest.decision ? DECISIONS[latest.decision] : 'решения комиссии ещё нет';
  return (
    <Section
      title="Что нашли"
      lead={`${formatSchoolYear(latest.year)}: ${latest.verdict}; ${decision}${latest.decision === 'INCLUDE' ? ` (${page.publicLabel})` : ''}.`}
    >
      <Surface>
        {latest.points.length === 0 ? (
          <p className="text-ink-soft">Баллов нет, или ответы карты вам пока не открыты.</p>
        ) : (
          <>
            <ul className="divide-y divide-line">{points.slice(0, SHOWN)}</ul>
            {points.length > SHOWN && (
              <Disclosure title={`Ещё ${points.length - SHOWN}`}>
                <ul className="divide-y divide-line">{points.slice(SHOWN)}</ul>
              </Disclosure>
            )}
          </>
        )}
      </Surface>
    </Section>
  );
}

function PointLine({ point, cardId, planId }: { point: Point; cardId: string; planId: string | undefined }) {
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3">
      <span className="min-w-12">
        <Badge tone="accent">{point.code}</Badge>
      </span>
      <div className="min-w-0 flex-1 basis-64">
        <SiteLink className="link" href={links.card(cardId, point.code)}>
          {point.wording}
        </SiteLink>
        {point.reason && <p className="text-sm text-ink-soft">{point.reason}</p>}
      </div>
      {planId && (
        <ButtonLink
          href={links.newRoadmapRow(planId, { item: point.code })}
          variant="secondary"
          size="small"
          icon="plus"
          aria-label={`В дорожную карту: ${point.code}`}
        >
          В дорожную карту
        </ButtonLink>
      )}
    </li>
  );
}
