import { ActionForm } from '@/components/form/action-form';
import { RowInput } from '@/components/form/row-input';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { declineCourseRequest, sendCourseRequest, withdrawCourseRequest } from '@/lib/development/course-actions';
import type { CourseRequestPage, NewCourseRequestForm } from '@/lib/development/course-queries';
import { COURSE_FORMS } from '@/lib/development/course-request';
import { COURSE_FORM_WORDS, PEOPLE_FORMS, REQUEST_STATE_WORDS } from '@/lib/development/words';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { countWords } from '@/lib/kernel/small-count';
import { RequestBadge } from './state-badges';

const CRUMBS = [{ href: links.courseRequests(), title: 'Заявки на курсы' }];
const LINES = ['first', 'second', 'third', 'fourth'] as const;

/** A request: the theme, the form, and whom the school sends by position and subject. */
export function NewRequestScreen({ form }: { form: NewCourseRequestForm }) {
  return (
    <Stack gap="medium">
      <PageHeader
        crumbs={CRUMBS}
        title="Заявка на курсы"
        lead="Кого и чему нужно учить. Только числа: имена институту понадобятся позже и в других документах."
      />
      <Surface>
        <ActionForm action={sendCourseRequest} label="Заявка на курсы">
          {form.words.length > 0 && (
            <Select
              name="wordId"
              label="Курс из каталога"
              empty="Своя тема"
              options={form.words.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <TextInput
            name="theme"
            label={form.words.length > 0 ? 'Своя тема' : 'Тема'}
            required={form.words.length === 0}
            maxLength={300}
            hint={form.words.length > 0 ? 'Если в каталоге нет подходящего курса' : undefined}
          />
          <Select
            name="form"
            label="Форма"
            required
            defaultValue="MIXED"
            options={COURSE_FORMS.map((value) => ({ value, label: COURSE_FORM_WORDS[value] }))}
          />
          <fieldset className="space-y-3">
            <legend className="font-medium">Кого отправляете</legend>
            {LINES.map((line, index) => (
              <div
                key={line}
                className="grid grid-cols-2 items-end gap-3 border-line border-b pb-3 md:grid-cols-[2fr_2fr_1fr_1fr]"
              >
                <RowInput
                  label="Должность"
                  name="linePositions[]"
                  index={index}
                  maxLength={150}
                  defaultValue={index === 0 ? 'учитель' : ''}
                />
                <RowInput label="Предмет" name="lineSubjects[]" index={index} maxLength={100} />
                <RowInput label="Человек" name="linePeople[]" index={index} inputMode="numeric" maxLength={4} />
                <RowInput
                  label="Из них «группа риска»"
                  name="lineRisk[]"
                  index={index}
                  inputMode="numeric"
                  maxLength={4}
                />
              </div>
            ))}
          </fieldset>
          <TextInput name="term" label="Когда удобно" maxLength={200} width="half" placeholder="ноябрь, март" />
          <TextArea name="note" label="Примечание" rows={2} maxLength={2000} />
          <Select
            name="year"
            label="Учебный год"
            required
            defaultValue={String(form.year)}
            options={form.years.map((one) => ({ value: String(one), label: formatSchoolYear(one) }))}
          />
          <SubmitButton>Отправить в центр</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

/** One request and what became of it. */
export function RequestScreen({ page }: { page: CourseRequestPage }) {
  const { request, lines, events } = page;
  const hidden = (
    <>
      <input type="hidden" name="requestId" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
    </>
  );
  return (
    <Stack>
      <PageHeader
        crumbs={CRUMBS}
        overline={`${request.schoolName}, ${formatSchoolYear(request.year)}`}
        title={request.theme}
        status={<RequestBadge state={request.state} />}
        actions={
          <>
            {request.courseId && (
              <ButtonLink href={links.course(request.courseId)} variant="secondary">
                Открыть курс
              </ButtonLink>
            )}
            {request.packageId && !page.isSchool && (
              <ButtonLink href={links.coursePackage(request.packageId)} variant="secondary">
                Открыть пакет
              </ButtonLink>
            )}
          </>
        }
      />
      <Surface>
        <DescriptionList
          items={[
            { term: 'Форма', value: COURSE_FORM_WORDS[request.form] },
            { term: 'Всего', value: count(request.people, PEOPLE_FORMS) },
            { term: 'Из них «группа риска»', value: countWords(request.atRisk) },
            ...lines.map((line, index) => ({
              term: `Строка ${index + 1}`,
              value: `${line.position}${line.subject && `, ${line.subject}`}: ${count(line.people, PEOPLE_FORMS)}, «группа риска» ${countWords(line.atRisk)}`,
            })),
            { term: 'Когда удобно', value: request.term || 'не указано' },
            ...(request.note ? [{ term: 'Примечание', value: request.note }] : []),
          ]}
        />
      </Surface>
      {page.canWithdraw && (
        <Section title="Передумали?">
          <Surface>
            <ActionForm action={withdrawCourseRequest} label="Отозвать заявку">
              {hidden}
              <TextInput name="reason" label="Причина" maxLength={1000} />
              <SubmitButton variant="secondary">Отозвать заявку</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
      )}
      {page.canDecline && (
        <Section title="Отклонить заявку" lead="Школа прочтёт причину. Чтобы принять заявку, соберите её в пакет.">
          <Surface>
            <ActionForm action={declineCourseRequest} label="Отклонить заявку">
              {hidden}
              <TextArea name="reason" label="Причина" required rows={2} maxLength={1000} />
              <SubmitButton variant="secondary">Отклонить</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
      )}
      <Section title="Что было с заявкой">
        <Surface>
          <ol className="divide-y divide-line">
            {events.map((event) => (
              <li key={event.id} className="py-3">
                <p className="font-medium">{REQUEST_STATE_WORDS[event.to]}</p>
                {event.text && <p className="whitespace-pre-line break-words">{event.text}</p>}
                <p className="text-sm text-ink-soft">
                  {formatMoment(event.at, page.timeZone)}, {event.author}
                </p>
              </li>
            ))}
          </ol>
        </Surface>
      </Section>
    </Stack>
  );
}
