import { PrintButton } from '@/components/lists/print-button';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import type { CardStepsPage } from '@/lib/diagnostics/cards/history-queries';
import type { CardStep } from '@/lib/diagnostics/computed/card-steps';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';

/** How near the answers of a card are to others: a page for the director and the centre, to look at and to print. */
export function StepsScreen({ page }: { page: CardStepsPage }) {
  const { head, steps } = page;
  const isEmpty = [steps.oneStepOff, steps.furtherOff, steps.fixed, steps.oneStepOn].every(
    ({ length }) => length === 0,
  );
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.card(head.id), title: `Карта ${head.schoolName}` }]}
        overline={`Диагностическая карта · ${formatSchoolYear(head.year)}`}
        title={`В одном шаге: ${head.schoolName}`}
        lead="Что в результатах школы изменило бы ответ на каждый посчитанный критерий. Это арифметика уже загруженных результатов: она помогает увидеть, где помощь нужна немногим, и ничего не предлагает исправлять в самих данных."
        actions={<PrintButton />}
      />
      {isEmpty && (
        <EmptyState title="Посчитанных ответов пока нет" icon="grid">
          Они появятся, когда центр загрузит результаты.
        </EmptyState>
      )}
      {!isEmpty && steps.oneStepOff.length + steps.oneStepOn.length === 0 && (
        <Notice title="В одном шаге нет ничего">
          <p>Ни один посчитанный ответ не изменился бы из-за одного обучающегося или единицы показателя.</p>
        </Notice>
      )}
      <StepList
        title="Балла не было бы при одном шаге"
        lead="Один обучающийся с другой отметкой или единица показателя – и ответ был бы «нет»."
        steps={steps.oneStepOff}
      />
      <StepList
        title="Балла не было бы при большем изменении"
        lead="Наименьшее изменение, после которого ответ был бы «нет»; сначала самые близкие."
        steps={steps.furtherOff}
      />
      <StepList
        title="До балла один шаг"
        lead="Сейчас ответ «нет», но запаса нет: одного обучающегося или единицы показателя хватило бы, чтобы он стал «да»."
        steps={steps.oneStepOn}
      />
      <StepList
        title="Не зависит от одних результатов школы"
        lead="Ответ «да», который не изменили бы результаты самой школы за этот год: решение центра, связь отметок и баллов, прошлый год, показатели других или результаты, которых ещё нет."
        steps={steps.fixed}
      />
      {steps.contested.length > 0 && (
        <Notice title="Школа ответила иначе">
          <p>На эти критерии школа ответила не так, как посчитал портал: {steps.contested.join(', ')}.</p>
        </Notice>
      )}
    </Stack>
  );
}

function StepList({ title, lead, steps }: { title: string; lead: string; steps: readonly CardStep[] }) {
  if (steps.length === 0) return null;
  return (
    <Section title={title} lead={lead}>
      <Surface>
        <ul className="divide-y divide-line">
          {steps.map(({ code, wording, turning }) => (
            <li key={code} className="space-y-1 py-4 first:pt-0 last:pb-0 print:break-inside-avoid">
              <h3 className="flex flex-wrap items-start gap-x-3 gap-y-1 text-base font-medium">
                <Badge tone="accent">{code}</Badge>
                <span className="min-w-0 flex-1 basis-64">{wording}</span>
              </h3>
              {turning && <p className="max-w-measure">{turning}</p>}
            </li>
          ))}
        </ul>
      </Surface>
    </Section>
  );
}
