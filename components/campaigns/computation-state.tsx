import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Surface } from '@/components/ui/surface';
import type { ComputationsPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import type { Computation } from '@/lib/diagnostics/computed/computation';
import { computationWords } from '@/lib/diagnostics/computed/computation-words';
import { computeAnswers } from '@/lib/diagnostics/computed/computed-actions';
import { links } from '@/lib/kernel/links';

type Props = { computation: Computation; timeZone: string };

/** How the computed answers of a campaign stand, in one sentence; a computation that goes on or failed says so. */
export function ComputationState({ computation, timeZone }: Props) {
  const { state, failure } = computation;
  return (
    <>
      {state === 'BEHIND' && <RefreshWhile />}
      <p role="status" className={state === 'FAILED' ? 'font-medium text-danger' : 'text-ink-soft'}>
        {computationWords(computation, timeZone)}
        {state === 'FAILED' && ` ${failure}`}
      </p>
    </>
  );
}

/** The same with the button for doing it by hand. */
export function ComputationPanel({ computation, timeZone }: Props) {
  const { campaignId, state, open } = computation;
  return (
    <Surface>
      <div className="space-y-4">
        <ComputationState computation={computation} timeZone={timeZone} />
        {open > 0 && state !== 'BEHIND' && (
          <ActionForm action={computeAnswers} label="Пересчитать ответы">
            <input type="hidden" name="campaignId" value={campaignId} />
            <SubmitButton variant="secondary" pendingText="Начинаем…">
              {state === 'FAILED' ? 'Повторить' : 'Пересчитать заново'}
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </Surface>
  );
}

/** On pages where facts change: what has become of the cards that are computed from them. Nothing where there are none. */
export function CardsAfterFacts({ page }: { page: ComputationsPage }) {
  if (!page || page.computations.length === 0) return null;
  return (
    <Section
      title="Диагностические карты"
      lead="После каждого изменения результатов портал сам пересчитывает карты, которые школы ещё заполняют. Отправленные не меняются."
    >
      <Surface>
        <ul className="space-y-3">
          {page.computations.map((computation) => (
            <li key={computation.campaignId}>
              <SiteLink className="link" href={links.campaign(computation.campaignId)}>
                {computation.title || 'Кампания'}
              </SiteLink>
              <ComputationState computation={computation} timeZone={page.timeZone} />
            </li>
          ))}
        </ul>
      </Surface>
    </Section>
  );
}
