import { ActionForm } from '@/components/form/action-form';
import { CheckboxGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { ButtonRow } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Stack, Surface } from '@/components/ui/surface';
import type { Day } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { groundCodes, type Recommendation } from '@/lib/recommendations/recommendation';
import {
  dropRecommendation,
  editRecommendation,
  writeRecommendation,
} from '@/lib/recommendations/recommendation-actions';
import type { SchoolRecommendations } from '@/lib/recommendations/recommendation-queries';
import { AddresseeFields, AdviceFields } from './advice-fields';

const crumbsOf = (schoolId: string, name: string) => [
  { href: links.recommendations(), title: 'Рекомендации' },
  { href: links.schoolRecommendations(schoolId), title: name },
];

/** A recommendation in the specialist’s own words. */
export function WriteRecommendationScreen({ page, item }: { page: SchoolRecommendations; item: string }) {
  const { school, year, basis, today } = page;
  const points = basis?.points ?? [];
  return (
    <Stack>
      <PageHeader
        crumbs={crumbsOf(school.id, school.shortName)}
        title="Своя рекомендация"
        lead="Когда подходящей меры в каталоге нет. Если она пригодится и другим школам, добавьте её в каталог."
      />
      <Surface>
        <ActionForm action={writeRecommendation} label="Своя рекомендация">
          <input type="hidden" name="schoolId" value={school.id} />
          <input type="hidden" name="year" value={year} />
          {points.length > 0 && (
            <CheckboxGroup
              name="points[]"
              label="На какие баллы отвечает"
              defaultValue={[item]}
              options={points.map(({ code, wording, reason }) => ({
                value: code,
                label: `${code}. ${wording}`,
                hint: reason,
              }))}
            />
          )}
          <AdviceFields />
          <AddresseeFields due="" today={today} />
          <ButtonRow>
            <SubmitButton name="next" value="draft" pendingText="Сохраняем…">
              Сохранить черновик
            </SubmitButton>
            <SubmitButton name="next" value="send" variant="secondary">
              Отправить школе сразу
            </SubmitButton>
          </ButtonRow>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

/** The words of a draft; or new words for a school that has asked for them. */
export function EditRecommendationScreen({ recommendation, today }: { recommendation: Recommendation; today: Day }) {
  const { id, version, state, schoolId, schoolName, due, addressee } = recommendation;
  const isDraft = state === 'DRAFT';
  const codes = groundCodes(recommendation);
  return (
    <Stack>
      <PageHeader
        crumbs={
          isDraft
            ? crumbsOf(schoolId, schoolName)
            : [...crumbsOf(schoolId, schoolName), { href: links.recommendation(id), title: 'Рекомендация' }]
        }
        title={isDraft ? 'Черновик рекомендации' : 'Изменить и отправить снова'}
        lead={`${schoolName}${codes ? `, для ${codes}` : ''}`}
      />
      {!isDraft && (
        <Notice title="Школа предложила иначе">
          Новые слова уйдут школе сразу. Что изменилось, останется в истории рекомендации.
        </Notice>
      )}
      <Surface>
        <ActionForm key={version} action={editRecommendation} label="Слова рекомендации">
          <input type="hidden" name="recommendationId" value={id} />
          <input type="hidden" name="version" value={version} />
          <AdviceFields of={recommendation} />
          <AddresseeFields addressee={addressee} due={due ?? ''} today={today} dueRequired={!isDraft} />
          {!isDraft && <TextArea name="text" label="Комментарий для школы" rows={2} maxLength={2000} />}
          <SubmitButton pendingText="Сохраняем…">
            {isDraft ? 'Сохранить черновик' : 'Отправить школе снова'}
          </SubmitButton>
        </ActionForm>
      </Surface>
      {isDraft && (
        <Disclosure title="Удалить черновик">
          <ActionForm action={dropRecommendation} label="Удалить черновик">
            <input type="hidden" name="recommendationId" value={id} />
            <input type="hidden" name="version" value={version} />
            <p className="max-w-measure">Школа его не видела. Мера каталога снова будет предложена.</p>
            <SubmitButton variant="danger" pendingText="Удаляем…">
              Да, удалить черновик
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </Stack>
  );
}
