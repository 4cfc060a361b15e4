import { ActionForm } from '@/components/form/action-form';
import { RadioGroup } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { CAUSE_FAMILIES, CAUSE_WEIGHTS, type CaseCause, causeAdvice } from '@/lib/support/causes/cause';
import { dropCaseCause, editCaseCause, supposeCause } from '@/lib/support/causes/cause-actions';
import type { CaseCausesPage } from '@/lib/support/causes/cause-queries';
import { STUDY_METHODS } from '@/lib/support/studies/study';
import { FAMILY_WORDS, METHOD_WORDS, STATUS_WORDS, WEIGHT_WORDS } from '@/lib/support/words';
import { CauseState } from './cause-list';

/** The causes of a case: what is supposed, how much it weighs, and a new one. */
export function CaseCausesScreen({ page }: { page: CaseCausesPage }) {
  const { school, year, causes, supportCase, canWrite } = page;
  const advice = causeAdvice(causes.length);
  return (
    <Stack>
      <PageHeader
        crumbs={[
          { href: links.support(), title: 'Сопровождение' },
          { href: links.schoolSupport(school.id, { year: String(year) }), title: school.shortName },
        ]}
        overline={`${school.shortName}, ${formatSchoolYear(year)}`}
        title="Причины"
        lead="Почему результаты такие. Каждая причина – предположение, пока её не подтвердит проведённое исследование. Обычно выбирают 2–4."
        actions={
          canWrite && (
            <ButtonLink
              href={links.newStudy({ school: school.id, year: String(year) })}
              icon="search"
              variant="secondary"
            >
              Новое исследование
            </ButtonLink>
          )
        }
      />
      {!supportCase && (
        <EmptyState title="Сопровождение этого года не открыто" icon="school">
          Причины отмечают в карточке сопровождения: сначала её откроет центр.
        </EmptyState>
      )}
      {supportCase && !canWrite && (
        <Notice tone="warning" title={`Сопровождение ${STATUS_WORDS[supportCase.status]}`}>
          Причины сейчас можно только читать.
        </Notice>
      )}
      {advice && <Notice title="Подсказка">{advice}</Notice>}
      {causes.length > 0 && (
        <Section title="Отмечены">
          <Surface>
            <ul className="divide-y divide-line">
              {causes.map((cause) => (
                <li key={`${cause.id}${cause.version}`} className="py-3">
                  <CauseState cause={cause} />
                  {canWrite && <CauseEdit cause={cause} />}
                </li>
              ))}
            </ul>
          </Surface>
        </Section>
      )}
      {supportCase && canWrite && <NewCause page={page} caseId={supportCase.id} />}
    </Stack>
  );
}

function CauseEdit({ cause }: { cause: CaseCause }) {
  return (
    <Disclosure title="Уточнить или снять">
      <Stack gap="medium">
        <ActionForm action={editCaseCause} label={`Уточнить: ${cause.name}`}>
          <input type="hidden" name="caseCauseId" value={cause.id} />
          <input type="hidden" name="version" value={cause.version} />
          <CauseFields cause={cause} />
          <SubmitButton variant="secondary">Сохранить</SubmitButton>
        </ActionForm>
        <ActionForm action={dropCaseCause} label={`Снять причину: ${cause.name}`}>
          <input type="hidden" name="caseCauseId" value={cause.id} />
          <input type="hidden" name="version" value={cause.version} />
          <SubmitButton variant="quiet" size="small">
            Снять причину
          </SubmitButton>
        </ActionForm>
      </Stack>
    </Disclosure>
  );
}

function NewCause({ page, caseId }: { page: CaseCausesPage; caseId: string }) {
  return (
    <Section title="Отметить причину">
      <Surface>
        <ActionForm key={page.causes.length} action={supposeCause} label="Отметить причину">
          <input type="hidden" name="caseId" value={caseId} />
          <Select
            name="causeId"
            label="Причина"
            required
            width="full"
            empty="Выберите из справочника"
            options={CAUSE_FAMILIES.flatMap((family) =>
              page.choices
                .filter((cause) => cause.family === family)
                .map((cause) => ({ value: cause.id, label: `${FAMILY_WORDS[family]}: ${cause.name}` })),
            )}
          />
          <CauseFields />
          <SubmitButton pendingText="Отмечаем…">Отметить причину</SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}

const CauseFields = ({ cause }: { cause?: CaseCause }) => (
  <>
    <RadioGroup
      name="weight"
      label="Значимость"
      required
      columns="name"
      defaultValue={cause?.weight}
      options={CAUSE_WEIGHTS.map((weight) => ({ value: weight, label: WEIGHT_WORDS[weight] }))}
    />
    <Select
      name="source"
      label="Откуда предположение"
      empty="Мнение специалиста"
      defaultValue={cause?.source ?? ''}
      options={STUDY_METHODS.map((method) => ({ value: method, label: METHOD_WORDS[method] }))}
    />
    <TextArea
      name="note"
      label="Пояснение"
      hint="Школа его прочтёт: о людях – нейтрально, без фамилий."
      rows={2}
      maxLength={2000}
      defaultValue={cause?.note}
    />
  </>
);
