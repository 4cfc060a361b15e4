import { ActionForm } from '@/components/form/action-form';
import { RadioGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Surface } from '@/components/ui/surface';
import type { CentreEvent } from '@/lib/events/event';
import { cancelEvent, createEvent, editEvent, repeatEvent } from '@/lib/events/event-actions';
import type { EditEventForm, NewEventForm } from '@/lib/events/event-queries';
import { isDated } from '@/lib/events/event-time';
import { timeWords } from '@/lib/events/words';
import { links } from '@/lib/kernel/links';
import { EventFields } from './event-fields';
import { SeenEvent } from './seen-event';

const home = { href: links.events(), title: 'Мероприятия' };
const back = (event: CentreEvent) => [home, { href: links.event(event.id), title: event.title }];

export function NewEventScreen({ form }: { form: NewEventForm }) {
  return (
    <>
      <PageHeader title="Новое мероприятие" crumbs={[home]} />
      <ActionForm action={createEvent} label="Новое мероприятие">
        <EventFields form={form} targets={form.row?.schoolId ? [form.row.schoolId] : []} />
        <SubmitButton pendingText="Сохраняем…">Запланировать</SubmitButton>
      </ActionForm>
    </>
  );
}

export function EditEventScreen({ form }: { form: EditEventForm }) {
  const { event, targets } = form;
  return (
    <>
      <PageHeader
        title="Изменить мероприятие"
        crumbs={back(event)}
        lead="Новое время и место дойдут до календарей, которые подписаны на портал."
      />
      <ActionForm action={editEvent} label="Изменить мероприятие">
        <SeenEvent event={event} />
        <EventFields form={form} event={event} targets={targets} />
        <ButtonRow>
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
          <ButtonLink href={links.event(event.id)} variant="quiet">
            Не менять
          </ButtonLink>
        </ButtonRow>
      </ActionForm>
    </>
  );
}

/** The question before an event is called off, in the dialog and on the page without JavaScript. */
export function CancelEvent({ event }: { event: CentreEvent }) {
  return (
    <ActionForm action={cancelEvent} label="Отменить мероприятие">
      <SeenEvent event={event} />
      <p className="max-w-measure">
        Записавшиеся школы увидят отмену и причину на портале и в своих календарях. Запись школ сохранится, мероприятие
        можно будет вернуть в план.
      </p>
      <TextArea name="reason" label="Причина" hint="Её прочитают школы." required rows={3} maxLength={1000} />
      <SubmitButton variant="danger" pendingText="Отменяем…">
        Да, отменить мероприятие
      </SubmitButton>
    </ActionForm>
  );
}

export function CancelEventScreen({ event }: { event: CentreEvent }) {
  return (
    <>
      <PageHeader
        title="Отменить мероприятие"
        crumbs={back(event)}
        lead={`${event.title}. ${timeWords(event.time)}.`}
      />
      <Surface>
        <CancelEvent event={event} />
      </Surface>
    </>
  );
}

/** Copies of an event every so many weeks or months. */
export function RepeatEventScreen({ event }: { event: CentreEvent }) {
  return (
    <>
      <PageHeader
        title="Повторить серией"
        crumbs={back(event)}
        lead={`${event.title}. ${timeWords(event.time)}. Копии получат те же место, школы и время; запись и материалы не копируются.`}
      />
      {isDated(event.time) ? (
        <Surface>
          <ActionForm action={repeatEvent} label="Повторить серией">
            <SeenEvent event={event} />
            <Columns count={2}>
              <TextInput
                name="every"
                label="Каждые"
                hint="От 1 до 12."
                inputMode="numeric"
                width="tiny"
                required
                defaultValue="1"
              />
              <TextInput
                name="times"
                label="Сколько раз ещё"
                hint="От 1 до 30."
                inputMode="numeric"
                width="tiny"
                required
              />
            </Columns>
            <RadioGroup
              name="unit"
              label="Чего"
              required
              defaultValue="WEEK"
              options={[
                { value: 'WEEK', label: 'недель', hint: 'В тот же день недели.' },
                { value: 'MONTH', label: 'месяцев', hint: 'В то же число; если его в месяце нет – в последний день.' },
              ]}
            />
            <SubmitButton pendingText="Добавляем…">Добавить серию</SubmitButton>
          </ActionForm>
        </Surface>
      ) : (
        <Notice tone="info" title="У мероприятия нет даты">
          <p>Срок записан словами: «{timeWords(event.time)}». Серию делают от мероприятия с датой.</p>
        </Notice>
      )}
    </>
  );
}
