import { ActionForm } from '@/components/form/action-form';
import { RowInput } from '@/components/form/row-input';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { assignCourseSeats, cancelCourse, finishCourse } from '@/lib/development/course-actions';
import type { CoursePage } from '@/lib/development/course-queries';
import { meanWords } from '@/lib/development/course-result';
import { COURSE_FORM_WORDS } from '@/lib/development/words';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { countWords } from '@/lib/kernel/small-count';
import { testWords } from './course-test';
import { CourseBadge } from './state-badges';

type Seat = CoursePage['seats'][number];

/** One course: where and when, seats by school, its result. */
export function CourseScreen({ page }: { page: CoursePage }) {
  const { course, canChange, today } = page;
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.courses(), title: 'Курсы' }]}
        overline={course.organisation}
        title={course.title}
        status={<CourseBadge state={course.state} />}
        actions={
          course.packageId &&
          !page.isSchool && (
            <ButtonLink href={links.coursePackage(course.packageId)} variant="secondary">
              Открыть пакет
            </ButtonLink>
          )
        }
      />
      <Surface>
        <DescriptionList
          items={[
            { term: 'Когда', value: `${formatDay(course.startsOn)} – ${formatDay(course.endsOn)}` },
            { term: 'Форма и часы', value: `${COURSE_FORM_WORDS[course.form]}, ${course.hours} ч` },
            { term: 'Где', value: course.place || 'не указано' },
            ...(course.state === 'DONE'
              ? [
                  { term: 'Входной и итоговый тест', value: testWords(course.test) },
                  { term: 'Что дальше', value: course.followUp || 'не записано' },
                ]
              : []),
          ]}
        />
      </Surface>
      <Section title={page.isSchool ? 'Места вашей школы' : 'Места по школам'}>
        <DataTable
          caption="Места по школам"
          columns={seatColumns(course.state === 'DONE')}
          rows={page.seats}
          rowKey={({ schoolId }) => schoolId}
          empty={<p className="text-ink-soft">Мест ещё не назначили.</p>}
        />
      </Section>
      {canChange && course.state === 'PLANNED' && <SeatsForm page={page} />}
      {canChange && course.state !== 'CANCELLED' && course.startsOn <= today && <ResultForm page={page} />}
      {canChange && course.state === 'PLANNED' && (
        <Disclosure title="Отменить курс">
          <ActionForm action={cancelCourse} label="Отменить курс">
            <input type="hidden" name="courseId" value={course.id} />
            <input type="hidden" name="version" value={course.version} />
            <TextArea name="reason" label="Почему: школы прочтут" required rows={2} maxLength={1000} />
            <SubmitButton variant="secondary">Отменить, заявки вернуть в очередь</SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </Stack>
  );
}

const seatColumns = (isDone: boolean): readonly Column<Seat>[] => [
  { key: 'school', title: 'Школа', main: true, cell: ({ schoolName }) => schoolName },
  { key: 'seats', title: 'Мест', align: 'end', cell: ({ seats }) => seats },
  ...(isDone
    ? [
        { key: 'finished', title: 'Закончили', align: 'end' as const, cell: ({ finished }: Seat) => finished },
        {
          key: 'risk',
          title: 'Из них «группа риска»',
          align: 'end' as const,
          cell: ({ riskFinished }: Seat) => countWords(riskFinished),
        },
        { key: 'documents', title: 'Документов', align: 'end' as const, cell: ({ documents }: Seat) => documents },
      ]
    : []),
];

const Hidden = ({ page: { course } }: { page: CoursePage }) => (
  <>
    <input type="hidden" name="courseId" value={course.id} />
    <input type="hidden" name="version" value={course.version} />
  </>
);

const small = (n: Seat['riskFinished']) => (n === 'small' ? '' : String(n));

function NumberCell({
  name,
  index,
  label,
  value,
}: {
  name: `${string}[]`;
  index: number;
  label: string;
  value: string;
}) {
  return (
    <td className="w-28 py-1 pr-2">
      <RowInput name={name} index={index} aria-label={label} inputMode="numeric" maxLength={4} defaultValue={value} />
    </td>
  );
}

function SeatsForm({ page }: { page: CoursePage }) {
  const taken = new Set(page.seats.map(({ schoolId }) => schoolId));
  return (
    <Section title="Назначить места" lead="Если институт дал другие места, поправьте их здесь.">
      <Surface>
        <ActionForm key={page.course.version} action={assignCourseSeats} label="Назначить места">
          <Hidden page={page} />
          <table className="w-full">
            <thead>
              <tr className="text-left text-sm">
                <th scope="col">Школа</th>
                <th scope="col">Мест</th>
              </tr>
            </thead>
            <tbody>
              {page.seats.map((seat, index) => (
                <tr key={seat.schoolId}>
                  <th scope="row" className="py-1 pr-4 text-left font-normal">
                    {seat.schoolName}
                    <input type="hidden" name="seatSchools[]" value={seat.schoolId} />
                  </th>
                  <NumberCell
                    name="seats[]"
                    index={index}
                    label={`Мест: ${seat.schoolName}`}
                    value={String(seat.seats)}
                  />
                </tr>
              ))}
              <tr>
                <td className="py-1 pr-4">
                  <select name="seatSchools[]" className="control max-w-md" aria-label="Ещё школа" defaultValue="">
                    <option value="">Ещё школа…</option>
                    {page.schools
                      .filter(({ id }) => !taken.has(id))
                      .map(({ id, shortName }) => (
                        <option key={id} value={id}>
                          {shortName}
                        </option>
                      ))}
                  </select>
                </td>
                <NumberCell name="seats[]" index={page.seats.length} label="Мест ещё одной школе" value="" />
              </tr>
            </tbody>
          </table>
          <SubmitButton variant="secondary">Сохранить места</SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}

function ResultForm({ page }: { page: CoursePage }) {
  const { test, followUp, version, state } = page.course;
  const known = test === 'small' ? null : test;
  return (
    <Section
      title={state === 'DONE' ? 'Исправить итог' : 'Итог курса'}
      lead="Только числа: сколько закончили, сколько получили документы, средние входного и итогового теста."
    >
      <Surface>
        <ActionForm key={version} action={finishCourse} label="Итог курса">
          <Hidden page={page} />
          <div className="overflow-x-auto">
            <table className="w-full">
              <thead>
                <tr className="text-left text-sm">
                  <th scope="col">Школа</th>
                  <th scope="col">Закончили</th>
                  <th scope="col">Из них «группа риска»</th>
                  <th scope="col">Документов</th>
                </tr>
              </thead>
              <tbody>
                {page.seats.map((seat, index) => (
                  <tr key={seat.schoolId}>
                    <th scope="row" className="py-1 pr-4 text-left font-normal">
                      {seat.schoolName}
                      <input type="hidden" name="seatSchools[]" value={seat.schoolId} />
                    </th>
                    <NumberCell
                      name="finished[]"
                      index={index}
                      label={`Закончили: ${seat.schoolName}`}
                      value={String(seat.finished)}
                    />
                    <NumberCell
                      name="riskFinished[]"
                      index={index}
                      label={`«Группа риска»: ${seat.schoolName}`}
                      value={small(seat.riskFinished)}
                    />
                    <NumberCell
                      name="documents[]"
                      index={index}
                      label={`Документов: ${seat.schoolName}`}
                      value={String(seat.documents)}
                    />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Columns count={4}>
            <TextInput
              name="testPeople"
              label="Прошли оба теста"
              inputMode="numeric"
              defaultValue={known ? String(known.people) : undefined}
            />
            <TextInput
              name="before"
              label="Среднее до"
              inputMode="decimal"
              defaultValue={known ? meanWords(known.beforeHundredths) : undefined}
            />
            <TextInput
              name="after"
              label="Среднее после"
              inputMode="decimal"
              defaultValue={known ? meanWords(known.afterHundredths) : undefined}
            />
            <TextInput
              name="improved"
              label="Стало лучше у"
              inputMode="numeric"
              defaultValue={known ? String(known.improved) : undefined}
            />
          </Columns>
          <TextArea name="followUp" label="Что дальше" rows={3} maxLength={4000} defaultValue={followUp} />
          <SubmitButton>{state === 'DONE' ? 'Сохранить итог' : 'Завершить курс'}</SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}
