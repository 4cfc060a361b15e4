import { Checkbox, CheckboxGroup, RadioGroup } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import { Columns, Section, Surface } from '@/components/ui/surface';
import { type CentreEvent, EVENT_DIRECTIONS } from '@/lib/events/event';
import type { NewEventForm } from '@/lib/events/event-queries';
import { clockOf, dayOf, type EventTime } from '@/lib/events/event-time';
import { DIRECTION_WORDS } from '@/lib/events/words';
import { formatSchoolYear } from '@/lib/kernel/school-year';

type Props = { form: NewEventForm; event?: CentreEvent; targets?: readonly string[] };

/** The fields of a time as they were; a single day leaves the last one empty. */
function timeFields(time: EventTime | undefined) {
  if (!time || time.kind === 'TERM')
    return { firstDay: '', lastDay: '', startTime: '', endTime: '', term: time?.term ?? '' };
  const [first, last] = time.kind === 'DAYS' ? [time.first, time.last] : [dayOf(time.starts), dayOf(time.ends)];
  const hours = time.kind === 'HOURS' ? { startTime: clockOf(time.starts), endTime: clockOf(time.ends) } : {};
  return { startTime: '', endTime: '', ...hours, firstDay: first, lastDay: last === first ? '' : last, term: '' };
}

/** The form of an event: what it is, when, where, and for whom. */
export function EventFields({ form, event, targets = [] }: Props) {
  return (
    <>
      <What form={form} event={event} />
      <When form={form} event={event} />
      <Where form={form} event={event} />
      <ForWhom form={form} event={event} targets={targets} />
    </>
  );
}

function What({ form, event }: Omit<Props, 'targets'>) {
  const forms = form.forms.filter((one) => !one.isRetired || one.id === event?.formId);
  return (
    <Section title="Что проводится">
      <Surface>
        <div className="space-y-5">
          <Select
            name="formId"
            label="Форма"
            required
            empty="Выберите форму"
            defaultValue={event?.formId}
            options={forms.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextInput
            name="title"
            label="Тема"
            required
            maxLength={300}
            defaultValue={event?.title ?? form.row?.measure.slice(0, 300)}
          />
          <Select
            name="roadmapRowId"
            label="Строка дорожной карты"
            hint="Какую строку плана выполняет мероприятие: оно появится на её странице."
            empty="Без связи с планом"
            width="full"
            defaultValue={event ? (event.roadmapRowId ?? '') : (form.row?.id ?? '')}
            options={form.rows.map((row) => ({
              value: row.id,
              label: `${row.roadmapTitle.slice(0, 60)} · ${`${row.number} ${row.measure}`.trim().slice(0, 100)}`,
            }))}
          />
          <Select
            name="direction"
            label="Направление работы центра"
            empty="Не указано"
            width="full"
            defaultValue={event?.direction ?? ''}
            options={EVENT_DIRECTIONS.map((value) => ({ value, label: DIRECTION_WORDS[value] }))}
          />
          <TextArea
            name="speakers"
            label="Кто выступает"
            hint="Лучше должности: «учитель математики гимназии». Имена – с согласия людей."
            rows={2}
            maxLength={1000}
            defaultValue={event?.speakers}
          />
        </div>
      </Surface>
    </Section>
  );
}

function When({ form, event }: Omit<Props, 'targets'>) {
  const time = timeFields(event?.time);
  const years = [form.presentYear - 1, form.presentYear, form.presentYear + 1];
  const year = event?.year ?? form.presentYear;
  return (
    <Section
      title="Когда"
      lead={`Дата или срок словами. Время – по часам вашего муниципалитета.${form.row?.term ? ` Срок строки плана: «${form.row.term}».` : ''}`}
    >
      <Surface>
        <div className="space-y-5">
          <Columns count={4}>
            <DateInput name="firstDay" label="Дата" defaultValue={time.firstDay} />
            <TextInput name="startTime" type="time" label="Начало" width="short" defaultValue={time.startTime} />
            <TextInput name="endTime" type="time" label="Окончание" width="short" defaultValue={time.endTime} />
            <DateInput name="lastDay" label="Последний день" defaultValue={time.lastDay} />
          </Columns>
          <p className="max-w-measure text-sm text-ink-soft">
            Известен только день – оставьте время пустым. Последний день нужен, если мероприятие идёт несколько дней.
          </p>
          <Columns count={2}>
            <TextInput
              name="term"
              label="Или срок словами"
              hint="Как в плане: «март», «октябрь, ноябрь», «в течение года»."
              maxLength={200}
              defaultValue={time.term}
            />
            <Select
              name="year"
              label="Учебный год"
              hint="Важен для срока словами; у даты он свой."
              required
              defaultValue={String(year)}
              options={[...new Set([...years, year])]
                .sort()
                .map((one) => ({ value: String(one), label: formatSchoolYear(one) }))}
            />
          </Columns>
        </div>
      </Surface>
    </Section>
  );
}

function Where({ form, event }: Omit<Props, 'targets'>) {
  const isKnown = form.schools.some(({ id }) => id === event?.baseSchoolId);
  const gone = event?.baseSchoolId && !isKnown ? [{ id: event.baseSchoolId, name: event.baseName }] : [];
  return (
    <Section title="Где">
      <Surface>
        <div className="space-y-5">
          <Select
            name="baseSchoolId"
            label="На базе школы"
            empty="Не в школе"
            defaultValue={event?.baseSchoolId ?? ''}
            options={[...gone, ...form.schools].map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextInput
            name="place"
            label="Место"
            hint="Адрес, зал, кабинет."
            maxLength={300}
            defaultValue={event?.place}
          />
          <TextInput
            name="link"
            type="url"
            label="Ссылка для подключения"
            placeholder="https://"
            defaultValue={event?.link}
          />
          <TextInput
            name="capacity"
            label="Сколько мест"
            hint="Пусто – без ограничения. Когда места кончатся, школы встают в лист ожидания."
            inputMode="numeric"
            width="tiny"
            defaultValue={event?.capacity ?? ''}
          />
        </div>
      </Surface>
    </Section>
  );
}

function ForWhom({ form, event, targets = [] }: Props) {
  const isForSome = event ? !event.isOpen : targets.length > 0;
  const reach = isForSome ? 'CHOSEN' : event ? 'OPEN' : undefined;
  return (
    <Section title="Для кого" lead="Школа не видит, какие ещё школы приглашены.">
      <Surface>
        <div className="space-y-5">
          <TextInput
            name="audience"
            label="Участники"
            hint="Например: заместители директоров, педагоги."
            maxLength={500}
            defaultValue={event?.audience}
          />
          <RadioGroup
            name="reach"
            label="Для каких школ"
            required
            defaultValue={reach}
            options={[
              { value: 'OPEN', label: 'Для всех школ муниципалитета' },
              {
                value: 'CHOSEN',
                label: 'Для выбранных ниже',
                hint: 'Принимающая школа видит мероприятие в любом случае.',
              },
            ]}
          />
          <CheckboxGroup
            name="schools[]"
            label="Выбранные школы"
            columns="name"
            defaultValue={targets}
            options={form.schools.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Checkbox
            name="isPublished"
            label="Показать школам"
            hint="Пока не отмечено, это черновик: его видят только центр и управление."
            defaultChecked={event ? event.isPublished : true}
          />
          <Checkbox
            name="isPublic"
            label="Показать на открытой странице"
            hint="Форму, тему, дату и место увидит любой; для кого мероприятие, там не пишется."
            defaultChecked={event?.isPublic}
          />
        </div>
      </Surface>
    </Section>
  );
}
