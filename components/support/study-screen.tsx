import { ActionForm } from '@/components/form/action-form';
import { AddAttachment, AttachmentList } from '@/components/form/attachments';
import { SubmitButton } from '@/components/form/submit-button';
import { DateInput, TextInput } from '@/components/form/text-input';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { isLate } from '@/lib/support/studies/study';
import {
  addAgreement,
  addStudyLink,
  cancelStudy,
  dropStudyFile,
  settleAgreement,
} from '@/lib/support/studies/study-actions';
import type { StudyPage } from '@/lib/support/studies/study-queries';
import { methodTitle } from '@/lib/support/words';
import { StudyBadge } from './case-badges';
import { OBJECT_LABELS } from './study-fields';

/** One study: what was planned or found, what it confirms, what was agreed and till when, its protocol. */
export function StudyScreen({ page }: { page: StudyPage }) {
  const { study, canWork, isSchool } = page;
  const { id, schoolId, schoolName, year, method, state } = study;
  return (
    <Stack>
      <PageHeader
        crumbs={[
          ...(isSchool ? [] : [{ href: links.studies(), title: 'Исследования' }]),
          { href: links.schoolSupport(schoolId, { year: String(year) }), title: schoolName },
        ]}
        overline={`${schoolName}, ${formatSchoolYear(year)}`}
        title={methodTitle(method)}
        status={<StudyBadge study={study} today={page.today} />}
        lead={study.object}
        actions={
          canWork && (
            <ButtonLink href={links.editStudy(id)} icon="edit" variant={state === 'PLANNED' ? 'primary' : 'secondary'}>
              {state === 'PLANNED' ? 'Записать итог или поправить' : 'Изменить'}
            </ButtonLink>
          )
        }
      />
      <Surface>
        <DescriptionList items={factsOf(page)} />
      </Surface>
      {state === 'HELD' && (
        <Section title="Вывод">
          <Surface>
            <p className="max-w-measure whitespace-pre-wrap break-words">{study.conclusion}</p>
          </Surface>
        </Section>
      )}
      {page.supported.length > 0 && (
        <Section title={state === 'HELD' ? 'Подтверждает причины' : 'Какие причины проверяет'}>
          <Surface>
            <ul className="list-disc space-y-1 pl-5">
              {page.supported.map((cause) => (
                <li key={cause.id}>{cause.name}</li>
              ))}
            </ul>
          </Surface>
        </Section>
      )}
      <Agreements page={page} />
      <Files page={page} />
      {canWork && state === 'PLANNED' && (
        <Disclosure title="Отменить исследование">
          <ActionForm action={cancelStudy} label="Отменить исследование">
            <input type="hidden" name="studyId" value={id} />
            <input type="hidden" name="version" value={study.version} />
            <TextInput name="reason" label="Причина" maxLength={1000} required />
            <SubmitButton variant="danger">Отменить исследование</SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </Stack>
  );
}

function factsOf({ study, isSchool }: StudyPage) {
  const { method, state, surveyId, surveyTitle, documents, headcount } = study;
  const survey =
    surveyId && surveyTitle && !isSchool ? (
      <SiteLink className="link" href={links.survey(surveyId)}>
        {surveyTitle}
      </SiteLink>
    ) : null;
  return [
    { term: state === 'HELD' ? 'Проведено' : 'Намечено на', value: formatDay(study.day) },
    { term: 'Кто проводит', value: study.heldBy || 'ещё не назначен' },
    { term: OBJECT_LABELS[method], value: study.object },
    { term: 'Участники', value: study.participants },
    { term: 'Сколько человек', value: headcount === null ? '' : String(headcount) },
    {
      term: 'Изученные документы',
      value:
        documents.length === 0 ? (
          ''
        ) : (
          <ul className="list-disc pl-5">
            {documents.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ul>
        ),
    },
    { term: 'Обследование', value: survey },
    { term: 'Почему отменено', value: study.cancelReason },
  ].filter(({ value }) => value !== '' && value !== null);
}

function Agreements({ page }: { page: StudyPage }) {
  const { study, agreements, canWork, today, timeZone } = page;
  if (agreements.length === 0 && !canWork) return null;
  return (
    <Section
      title="О чём договорились"
      lead="Каждое дело со сроком. Просроченное видно на странице школы и в общем списке."
    >
      {agreements.length > 0 && (
        <Surface>
          <ul className="divide-y divide-line">
            {agreements.map((one) => (
              <li key={`${one.id}${one.doneAt}`} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <div className="min-w-0 flex-1 basis-64">
                  <p className="break-words">{one.text}</p>
                  <p className="text-sm text-ink-soft">
                    до {formatDay(one.due)}
                    {one.doneAt && ` · выполнено ${formatMoment(one.doneAt, timeZone)}`}
                  </p>
                </div>
                {isLate(one, today) && (
                  <Badge tone="danger" icon="warning">
                    срок прошёл
                  </Badge>
                )}
                {one.doneAt && (
                  <Badge tone="success" icon="check">
                    выполнено
                  </Badge>
                )}
                {canWork && (
                  <ActionForm action={settleAgreement} label={`Отметить: ${one.text}`}>
                    <input type="hidden" name="agreementId" value={one.id} />
                    <input type="hidden" name="state" value={one.doneAt ? 'open' : 'done'} />
                    <SubmitButton variant={one.doneAt ? 'quiet' : 'secondary'} size="small">
                      {one.doneAt ? 'Снять отметку' : 'Выполнено'}
                    </SubmitButton>
                  </ActionForm>
                )}
              </li>
            ))}
          </ul>
        </Surface>
      )}
      {canWork && (
        <Surface>
          <ActionForm action={addAgreement} label="Новая договорённость" resetOnSuccess>
            <input type="hidden" name="studyId" value={study.id} />
            <TextInput name="text" label="Что сделать и кто" maxLength={1000} required />
            <DateInput name="dueAt" label="До какого дня" required />
            <SubmitButton variant="secondary">Записать договорённость</SubmitButton>
          </ActionForm>
        </Surface>
      )}
    </Section>
  );
}

function Files({ page }: { page: StudyPage }) {
  const { study, files, canWork, timeZone } = page;
  if (files.length === 0 && !canWork) return null;
  return (
    <Section
      title="Протокол и файлы"
      lead="Протокол, справка или акт; психолого-педагогическое обследование – только сводкой, без имён."
    >
      {files.length > 0 && (
        <Surface>
          <AttachmentList
            label="Файлы исследования"
            attachments={files}
            note={(file) => `${file.addedBy}, ${formatMoment(file.addedAt, timeZone)}`}
            remove={canWork ? { action: dropStudyFile, field: 'studyFileId' } : undefined}
          />
        </Surface>
      )}
      {canWork && (
        <AddAttachment
          uploadTo={links.uploadStudyFile(study.id)}
          link={addStudyLink}
          to={{ field: 'studyId', value: study.id }}
        />
      )}
    </Section>
  );
}
