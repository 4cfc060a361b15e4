import { ActionForm } from '@/components/form/action-form';
import { CheckboxGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack } from '@/components/ui/surface';
import { setRoster, updateRoster } from '@/lib/diagnostics/campaigns/campaign-actions';
import type { CampaignRosterPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { SCHOOL_FORMS } from '@/lib/diagnostics/campaigns/campaign-words';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { gradesInWords, KIND_WORDS } from '@/lib/schools/words';
import { Seen } from './campaign-dates-screen';

type Candidate = CampaignRosterPage['candidates'][number];

const kindWords: Readonly<Record<string, string>> = KIND_WORDS;

const hintOf = ({ school, kind, grades, applicable, works }: Candidate) =>
  [
    kindWords[kind] ?? kind,
    `классы ${gradesInWords(grades)}`,
    `вопросов в карте: ${applicable}`,
    school.year ? 'по данным учебного года' : 'по реестру',
    ...(works ? [] : ['школа закрыта']),
  ].join(' · ');

/** Which schools the campaign asks, while it may still be changed. */
export function RosterScreen({ campaign, state, candidates }: CampaignRosterPage) {
  const taken = candidates.filter((one) => one.taken);
  return (
    <>
      <PageHeader
        title="Состав кампании"
        crumbs={[
          { href: links.campaigns(), title: 'Кампании' },
          { href: links.campaign(campaign.id), title: campaign.title },
        ]}
        lead={`В составе ${count(taken.length, SCHOOL_FORMS)}. Это число станет знаменателем всех долей кампании.`}
      />
      {state !== 'PLANNED' ? (
        <Notice title="Состав больше не меняется">
          Кампания открыта, и состав замер: реорганизация школ после открытия его не изменит.
        </Notice>
      ) : (
        <Stack>
          <Section
            title="Обновить состав из реестра"
            lead="Добавит работающие школы, уберёт закрытые, уточнит названия, виды и классы."
          >
            <ActionForm action={updateRoster} label="Обновить состав из реестра">
              <Seen campaign={campaign} />
              <SubmitButton variant="secondary" pendingText="Обновляем…">
                Обновить состав из реестра
              </SubmitButton>
            </ActionForm>
          </Section>
          <Section title="Школы" lead="Отметьте тех, кто заполняет карту в этой кампании.">
            <ActionForm action={setRoster} label="Состав кампании" key={campaign.version}>
              <Seen campaign={campaign} />
              <CheckboxGroup
                name="schools[]"
                label="Школы кампании"
                labelHidden
                required
                defaultValue={taken.map((one) => one.school.id)}
                options={candidates.map((one) => ({
                  value: one.school.id,
                  label: one.school.shortName,
                  hint: hintOf(one),
                }))}
              />
              <SubmitButton pendingText="Сохраняем…">Сохранить состав</SubmitButton>
            </ActionForm>
          </Section>
        </Stack>
      )}
    </>
  );
}
