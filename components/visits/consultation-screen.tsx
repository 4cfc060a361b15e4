import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { DateInput } from '@/components/form/text-input';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { CONSULTATION_KINDS, daysOfAnswer, isWaiting, LEVELS } from '@/lib/visits/consultation';
import {
  answerConsultation,
  askConsultation,
  recordConsultation,
  withdrawConsultation,
} from '@/lib/visits/consultation-actions';
import type { ConsultationPage, NewConsultationForm } from '@/lib/visits/consultation-queries';
import {
  CONSULTATION_FORMS,
  CONSULTATION_KIND_WORDS,
  CONSULTATION_MOVE_WORDS,
  DAY_FORMS,
  LEVEL_WORDS,
} from '@/lib/visits/words';
import { ConsultationBadge } from './consultation-badge';

const crumbs = [{ href: links.consultations(), title: 'Консультации' }];

/** One request: the question, how long it waits, who answers, and the answer. */
export function ConsultationScreen({ page }: { page: ConsultationPage }) {
  const { consultation, today, ahead, isSchool } = page;
  const { state, askedOn, answeredOn } = consultation;
  const days = daysOfAnswer(consultation, today);
  return (
    <Stack>
      <PageHeader
        crumbs={crumbs}
        overline={isSchool ? undefined : consultation.schoolName}
        title={consultation.theme}
        status={<ConsultationBadge state={state} />}
      />
      <Surface>
        <DescriptionList
          items={[
            { term: 'Вопрос', value: <span className="whitespace-pre-wrap break-words">{consultation.text}</span> },
            { term: 'Вид', value: `${CONSULTATION_KIND_WORDS[consultation.kind]}, ${LEVEL_WORDS[consultation.level]}` },
            { term: 'Спросили', value: formatDay(askedOn) },
            ...(isWaiting(state) && ahead !== undefined
              ? [{ term: 'Перед ним в очереди', value: ahead === 0 ? 'никого' : count(ahead, CONSULTATION_FORMS) }]
              : []),
            ...(consultation.specialist ? [{ term: 'Отвечает', value: consultation.specialist }] : []),
            ...(days === null
              ? []
              : [{ term: answeredOn ? 'Ждали ответа' : 'Ждут уже', value: count(days, DAY_FORMS) }]),
            ...(answeredOn
              ? [
                  {
                    term: `Ответ, ${formatDay(answeredOn)}`,
                    value: <span className="whitespace-pre-wrap break-words">{consultation.answer}</span>,
                  },
                ]
              : []),
          ]}
        />
      </Surface>
      <Steps page={page} />
    </Stack>
  );
}

function Steps({ page }: { page: ConsultationPage }) {
  const { consultation, canTake, canRelease, canAnswer, canWithdraw } = page;
  const seen = (
    <>
      <input type="hidden" name="consultationId" value={consultation.id} />
      <input type="hidden" name="version" value={consultation.version} />
    </>
  );
  if (!canTake && !canRelease && !canAnswer && !canWithdraw) return null;
  return (
    <Section title={canWithdraw ? 'Больше не нужно?' : 'Ответить'}>
      <Surface>
        {canAnswer && (
          <ActionForm key={consultation.version} action={answerConsultation} label="Ответ школе">
            {seen}
            <TextArea name="answer" label="Ответ" rows={6} maxLength={8000} />
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="step" value="answer" pendingText="Отправляем…">
                {CONSULTATION_MOVE_WORDS.answer}
              </SubmitButton>
              {canTake && (
                <SubmitButton name="step" value="take" variant="secondary">
                  {CONSULTATION_MOVE_WORDS.take}
                </SubmitButton>
              )}
              {canRelease && (
                <SubmitButton name="step" value="release" variant="quiet">
                  {CONSULTATION_MOVE_WORDS.release}
                </SubmitButton>
              )}
            </div>
          </ActionForm>
        )}
        {canWithdraw && (
          <ActionForm key={consultation.version} action={withdrawConsultation} label="Снять запрос">
            {seen}
            <p className="max-w-measure">Если ответ больше не нужен, снимите запрос: очередь станет короче.</p>
            <SubmitButton variant="secondary">{CONSULTATION_MOVE_WORDS.withdraw}</SubmitButton>
          </ActionForm>
        )}
      </Surface>
    </Section>
  );
}

/** A question of a school; or the centre's note of a consultation that it has given already. */
export function NewConsultationScreen({ page }: { page: NewConsultationForm }) {
  const { isSchool, schools, today } = page;
  return (
    <Stack>
      <PageHeader
        crumbs={crumbs}
        title={isSchool ? 'Попросить консультацию' : 'Записать проведённую консультацию'}
        lead={isSchool ? 'Ответит специалист центра. Это не проверка: спрашивайте о чём нужно.' : undefined}
      />
      <Surface>
        <ActionForm action={isSchool ? askConsultation : recordConsultation} label="Консультация">
          {!isSchool && (
            <Select
              name="schoolId"
              label="Школа"
              required
              empty="Выберите школу"
              options={schools.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Select
            name="themeId"
            label="Тема"
            required
            empty="Выберите тему"
            options={page.themes.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Columns count={2}>
            <Select
              name="consultationKind"
              label="Какая нужна"
              required
              options={CONSULTATION_KINDS.map((kind) => ({ value: kind, label: CONSULTATION_KIND_WORDS[kind] }))}
            />
            <Select
              name="level"
              label="Кому"
              required
              options={LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level] }))}
            />
          </Columns>
          <TextArea
            name="text"
            label={isSchool ? 'Ваш вопрос' : 'О чём спрашивали'}
            hint="Без имён и сведений об учениках"
            required
            rows={5}
            maxLength={8000}
          />
          {!isSchool && (
            <>
              <DateInput name="givenOn" label="Дата" required max={today} defaultValue={today} />
              <TextArea name="answer" label="Что ответили" required rows={5} maxLength={8000} />
            </>
          )}
          <SubmitButton pendingText="Отправляем…">{isSchool ? 'Отправить вопрос' : 'Записать'}</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}
