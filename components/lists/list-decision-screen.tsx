import { ActionForm } from '@/components/form/action-form';
import { RadioGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { DECISION_WORDS } from '@/lib/diagnostics/campaigns/campaign-words';
import { LIST_DECISIONS } from '@/lib/diagnostics/lists/list';
import { decideSchool, withdrawSupport } from '@/lib/diagnostics/lists/list-actions';
import type { ListDecisionPage } from '@/lib/diagnostics/lists/list-queries';
import { links } from '@/lib/kernel/links';
import { ComputedVerdict, ResultsSumCell, SumCell } from './list-row-cells';

const HINTS = {
  INCLUDE: 'После приказа школа получит адресную поддержку по программе.',
  SUPPORT: 'Школа получает помощь, но в список не входит и никак не называется.',
  EXCLUDE: 'Школа не входит в список.',
} as const;

/** One school before the commission: what was computed and the decision. */
export function ListDecisionScreen({ campaign, row, role }: ListDecisionPage) {
  const seen = (
    <>
      <input type="hidden" name="campaign" value={campaign.id} />
      <input type="hidden" name="school" value={row.schoolId} />
      <input type="hidden" name="version" value={row.version} />
    </>
  );
  const decisions = LIST_DECISIONS.filter((decision) => row.assessmentId !== null || decision !== 'INCLUDE');
  return (
    <>
      <PageHeader
        title={row.schoolName}
        overline="Решение комиссии"
        crumbs={[
          { href: links.campaign(campaign.id), title: campaign.title },
          { href: links.campaignList(campaign.id), title: 'Список комиссии' },
        ]}
        actions={
          row.outcome && (
            <ButtonLink href={links.card(row.outcome.cardId)} variant="secondary" icon="card">
              Открыть карту
            </ButtonLink>
          )
        }
      />
      <Stack>
        <DescriptionList
          items={[
            { term: 'Вычислено', value: <ComputedVerdict row={row} /> },
            { term: 'Сумма баллов', value: <SumCell row={row} /> },
            { term: 'Без зоны объективности', value: <ResultsSumCell row={row} /> },
            { term: 'Решение сейчас', value: DECISION_WORDS[row.decision] },
          ]}
        />
        <Section title="Решение">
          <Surface>
            <ActionForm action={decideSchool} label="Решение по школе">
              {seen}
              <RadioGroup
                name="decision"
                label="Что решено"
                required
                defaultValue={row.decision}
                options={decisions.map((decision) => ({
                  value: decision,
                  label: DECISION_WORDS[decision],
                  hint: HINTS[decision],
                }))}
              />
              <TextArea
                name="reason"
                label="Причина"
                hint={
                  role === 'OFFICIAL'
                    ? 'Обязательна, если решение отличается от вычисленного или от решения центра.'
                    : 'Обязательна, если решение отличается от вычисленного.'
                }
                defaultValue={row.reason}
                rows={4}
                maxLength={1000}
              />
              <SubmitButton pendingText="Сохраняем…">Сохранить решение</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
        {row.assessmentId === null && role === 'CENTRE' && (
          <Section title="Убрать из списка" lead="Школа добавлена вручную; её можно убрать совсем.">
            <ActionForm action={withdrawSupport} label="Убрать школу">
              {seen}
              <SubmitButton variant="danger" pendingText="Убираем…">
                Убрать школу из списка
              </SubmitButton>
            </ActionForm>
          </Section>
        )}
      </Stack>
    </>
  );
}
