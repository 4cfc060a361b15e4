import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { isLate } from '@/lib/roadmaps/plan';
import { planRecommendation } from '@/lib/roadmaps/planning-actions';
import type { RecommendationPlan as Plan } from '@/lib/roadmaps/planning-queries';
import { RowStateBadge } from './state-badge';

/** The row of the school's plan that carries out a recommendation, or the way to make one. */
export function RecommendationPlan({ plan }: { plan: Plan }) {
  const { row, canPlan } = plan;
  if (!row && !canPlan) return null;
  return (
    <Section title="В дорожной карте">
      <Surface>
        {row ? (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <SiteLink className="link" href={links.roadmapRow(row.roadmapId, row.id)}>
              {row.number ? `Строка ${row.number}` : 'Строка плана'}: {row.roadmapTitle}
            </SiteLink>
            <RowStateBadge state={row.state} isLate={isLate(row, plan.today)} />
          </p>
        ) : (
          <Planning plan={plan} />
        )}
      </Surface>
    </Section>
  );
}

function Planning({ plan: { recommendationId, schoolId, plans } }: { plan: Plan }) {
  const [only] = plans;
  if (!only)
    return (
      <div className="space-y-4">
        <p>У школы ещё нет дорожной карты, в которую можно добавить строку.</p>
        <ButtonLink href={links.newRoadmap({ school: schoolId })} variant="secondary" icon="plus">
          Новая дорожная карта
        </ButtonLink>
      </div>
    );
  return (
    <ActionForm action={planRecommendation} label="В дорожную карту">
      <input type="hidden" name="recommendationId" value={recommendationId} />
      {plans.length === 1 ? (
        <>
          <input type="hidden" name="roadmapId" value={only.id} />
          <p>«{only.title}»: строка встанет в конец плана и сохранит связь с критерием.</p>
        </>
      ) : (
        <Select
          name="roadmapId"
          label="Дорожная карта"
          required
          defaultValue={only.id}
          options={plans.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <SubmitButton pendingText="Добавляем…">В дорожную карту</SubmitButton>
    </ActionForm>
  );
}
