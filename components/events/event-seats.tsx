import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Columns, Section, Surface } from '@/components/ui/surface';
import type { EventPage } from '@/lib/events/event-queries';
import { joinEvent, leaveEvent, markAttendance, seatSchool, unseatSchool } from '@/lib/events/registration-actions';
import { PEOPLE_FORMS, SCHOOL_FORMS, standingWords } from '@/lib/events/words';
import { count, formatNumber } from '@/lib/kernel/russian';

type Row = EventPage['registrations'][number];

/** How many places there are and are left, in a sentence. */
export function seatsSentence({ seats, event }: Pick<EventPage, 'seats' | 'event'>): string {
  const taken = `Записано: ${count(seats.taken, PEOPLE_FORMS)}`;
  if (event.capacity === null) return `${taken}. Число мест не ограничено.`;
  const waiting = seats.waiting > 0 ? ` В листе ожидания: ${count(seats.waiting, SCHOOL_FORMS)}.` : '';
  return `${taken} из ${formatNumber(event.capacity)}. Свободно мест: ${formatNumber(seats.free ?? 0)}.${waiting}`;
}

function JoiningFields({ own, max }: { own?: Row; max: number | null }) {
  return (
    <Columns count={2}>
      <TextInput
        name="participants"
        label="Сколько человек придёт"
        required
        inputMode="numeric"
        width="tiny"
        defaultValue={own?.participants ?? ''}
        hint={max === null ? undefined : `Не больше ${max}.`}
      />
      <TextInput
        name="positions"
        label="Кто: должности"
        hint="Без фамилий: «заместитель директора, учитель физики»."
        maxLength={300}
        defaultValue={own?.positions}
      />
    </Columns>
  );
}

/** The school's own registration: to register, to change the number, to withdraw. */
export function OwnSeat({ page }: { page: EventPage }) {
  const { event, closed } = page;
  const [own] = page.registrations;
  return (
    <Section
      title="Участие вашей школы"
      lead={seatsSentence(page)}
      id="join"
      actions={
        own && (
          <Badge
            tone={own.standing.state === 'SEATED' ? 'success' : 'warning'}
            icon={own.standing.state === 'SEATED' ? 'check' : 'clock'}
          >
            {standingWords(own.standing)}
          </Badge>
        )
      }
    >
      {closed ? (
        <Surface>
          <p>{closed}</p>
          {own && (
            <p className="mt-2">
              Школа была записана: {count(own.participants, PEOPLE_FORMS)}.
              {own.attended !== null && ` Пришли: ${formatNumber(own.attended)}.`}
            </p>
          )}
        </Surface>
      ) : (
        <Surface>
          <div className="space-y-6">
            <ActionForm action={joinEvent} label="Запись школы">
              <input type="hidden" name="eventId" value={event.id} />
              <JoiningFields own={own} max={event.capacity} />
              <SubmitButton pendingText="Записываем…">{own ? 'Изменить запись' : 'Записать школу'}</SubmitButton>
            </ActionForm>
            {own && (
              <ActionForm action={leaveEvent} label="Снять запись">
                <input type="hidden" name="eventId" value={event.id} />
                <SubmitButton variant="danger" pendingText="Снимаем…">
                  Снять запись
                </SubmitButton>
              </ActionForm>
            )}
          </div>
        </Surface>
      )}
    </Section>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'school', title: 'Школа', main: true, width: '9rem', cell: ({ schoolName }) => schoolName },
  { key: 'participants', title: 'Участников', align: 'end', cell: ({ participants }) => formatNumber(participants) },
  { key: 'positions', title: 'Должности', cell: ({ positions }) => positions || '–' },
  { key: 'standing', title: 'Запись', cell: ({ standing }) => standingWords(standing) },
  {
    key: 'attended',
    title: 'Пришли',
    align: 'end',
    cell: ({ attended }) => (attended === null ? 'не отмечено' : formatNumber(attended)),
  },
];
const REMOVE: Column<Row> = {
  key: 'remove',
  title: 'Что сделать',
  cell: (registration) => (
    <ActionForm action={unseatSchool} label={`Снять запись: ${registration.schoolName}`}>
      <input type="hidden" name="registrationId" value={registration.id} />
      <SubmitButton variant="quiet" size="small" pendingText="Снимаем…">
        Снять
      </SubmitButton>
    </ActionForm>
  ),
};

/** All schools that come, for the centre and the department; who came is said here. */
export function AllSeats({ page }: { page: EventPage }) {
  const { event, registrations, canChange, hasCome } = page;
  const isOn = event.status !== 'CANCELLED';
  return (
    <Section title="Кто записан" lead={seatsSentence(page)}>
      {registrations.length > 0 ? (
        <DataTable
          caption="Записавшиеся школы"
          columns={canChange && isOn ? [...COLUMNS, REMOVE] : COLUMNS}
          rows={registrations}
          rowKey={({ id }) => id}
        />
      ) : (
        <p className="text-ink-soft">Пока никто не записался.</p>
      )}
      {canChange && isOn && (
        <div className="space-y-2">
          {registrations.length > 0 && hasCome && <Attendance page={page} />}
          <Disclosure title="Записать школу самим">
            <Surface>
              <ActionForm action={seatSchool} label="Записать школу" resetOnSuccess>
                <input type="hidden" name="eventId" value={event.id} />
                <Select
                  name="schoolId"
                  label="Школа"
                  required
                  empty="Выберите школу"
                  options={page.choices.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <JoiningFields max={event.capacity} />
                <SubmitButton variant="secondary" pendingText="Записываем…">
                  Записать школу
                </SubmitButton>
              </ActionForm>
            </Surface>
          </Disclosure>
        </div>
      )}
      {canChange && page.isUnmarked && (
        <Notice tone="warning" title="Время мероприятия прошло">
          <p>Отметьте, кто пришёл, и запишите итоги: иначе оно не попадёт в выполненный план.</p>
        </Notice>
      )}
    </Section>
  );
}

function Attendance({ page: { event, registrations } }: { page: EventPage }) {
  return (
    <Disclosure title="Отметить, кто пришёл" open={registrations.every(({ attended }) => attended === null)}>
      <Surface>
        <ActionForm action={markAttendance} label="Участие">
          <input type="hidden" name="eventId" value={event.id} />
          <Columns count={4}>
            {registrations.map((one) => (
              <TextInput
                key={one.id}
                name={`school-${one.id}`}
                label={`${one.schoolName}: пришли`}
                hint={`Записаны: ${one.participants}.`}
                inputMode="numeric"
                width="tiny"
                required
                defaultValue={one.attended ?? ''}
              />
            ))}
          </Columns>
          <SubmitButton pendingText="Отмечаем…">Отметить участие</SubmitButton>
        </ActionForm>
      </Surface>
    </Disclosure>
  );
}
