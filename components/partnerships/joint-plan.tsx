import { ActionForm } from '@/components/form/action-form';
import { CheckboxGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { DateInput, TextInput } from '@/components/form/text-input';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { SiteLink } from '@/components/ui/site-link';
import { Columns, Section, Surface } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { addPlanLine, changePlanLine, linkPlanRows } from '@/lib/partnerships/joint-work-actions';
import { isLineLate, type PlanLine } from '@/lib/partnerships/partnership';
import type { PartnershipPage } from '@/lib/partnerships/partnership-queries';

/** What the two have planned: lines of their own and rows of the school's roadmap, with a term and whether it is done. */
export function JointPlan({ page }: { page: PartnershipPage }) {
  const { plan, freeRows, canWork, partnership } = page;
  if (plan.length === 0 && !canWork) return null;
  return (
    <Section title="Совместный план" lead={plan.length === 0 ? 'Строк пока нет: добавьте первую.' : undefined}>
      {plan.length > 0 && (
        <Surface>
          <ul className="divide-y divide-line">
            {plan.map((line) => (
              <Line key={line.id} line={line} page={page} />
            ))}
          </ul>
        </Surface>
      )}
      {canWork && (
        <Disclosure title="Добавить строку" open={plan.length === 0}>
          <Surface>
            <ActionForm action={addPlanLine} label="Новая строка совместного плана" resetOnSuccess>
              <input type="hidden" name="partnershipId" value={partnership.id} />
              <TextInput name="text" label="Что сделаем" required maxLength={2000} />
              <Columns count={2}>
                <TextInput name="term" label="Срок словами" maxLength={200} hint="«март», «в течение года»" />
                <DateInput name="due" label="Последний день" />
              </Columns>
              <SubmitButton pendingText="Добавляем…">Добавить строку</SubmitButton>
            </ActionForm>
          </Surface>
        </Disclosure>
      )}
      {freeRows.length > 0 && (
        <Disclosure title="Взять строки дорожной карты школы">
          <Surface>
            <ActionForm action={linkPlanRows} label="Строки дорожной карты">
              <input type="hidden" name="partnershipId" value={partnership.id} />
              <CheckboxGroup
                name="rows[]"
                label="Какие строки выполняем вместе"
                hint="Партнёр увидит слова и срок строки, но не саму дорожную карту."
                options={freeRows.map(({ id, measure, term }) => ({ value: id, label: measure, hint: term }))}
              />
              <SubmitButton pendingText="Добавляем…">Добавить в совместный план</SubmitButton>
            </ActionForm>
          </Surface>
        </Disclosure>
      )}
    </Section>
  );
}

function Line({ line, page: { canWork, today } }: { line: PlanLine; page: PartnershipPage }) {
  const term = [line.term, line.due && `до ${formatDay(line.due)}`].filter(Boolean).join(', ');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="break-words">{line.text}</p>
        <p className="text-sm text-ink-soft">
          {term || 'срок не указан'}
          {line.roadmapRow && (
            <>
              {' · '}
              <SiteLink className="link" href={links.roadmapRow(line.roadmapRow.roadmapId, line.roadmapRow.id)}>
                строка дорожной карты
              </SiteLink>
            </>
          )}
        </p>
      </div>
      {line.doneOn ? (
        <Badge tone="success" icon="check">
          сделано {formatDay(line.doneOn)}
        </Badge>
      ) : isLineLate(line, today) ? (
        <Badge tone="danger" icon="warning">
          срок прошёл
        </Badge>
      ) : null}
      {canWork && (
        <div className="flex flex-wrap gap-2">
          <StepForm
            line={line}
            step={line.doneOn ? 'open' : 'done'}
            title={line.doneOn ? 'Вернуть в работу' : 'Сделано'}
          />
          {!line.doneOn && <StepForm line={line} step="remove" title="Убрать" />}
        </div>
      )}
    </li>
  );
}

function StepForm({ line, step, title }: { line: PlanLine; step: 'done' | 'open' | 'remove'; title: string }) {
  return (
    <ActionForm action={changePlanLine} label={`${title}: ${line.text.slice(0, 80)}`}>
      <input type="hidden" name="lineId" value={line.id} />
      <input type="hidden" name="step" value={step} />
      <SubmitButton variant={step === 'done' ? 'secondary' : 'quiet'} size="small">
        {title}
      </SubmitButton>
    </ActionForm>
  );
}
