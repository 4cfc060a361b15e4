import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { type Description, DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import type { CentreEvent } from '@/lib/events/event';
import { concludeEvent, publishEvent, removeEvent, restoreEvent } from '@/lib/events/event-actions';
import type { EventPage } from '@/lib/events/event-queries';
import { isDated } from '@/lib/events/event-time';
import { directionWords, placeWords, SCHOOL_FORMS, timeWords } from '@/lib/events/words';
import { links } from '@/lib/kernel/links';
import { asSentence, count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { CancelEvent } from './event-form-screens';
import { EventMaterials } from './event-materials';
import { AllSeats, OwnSeat } from './event-seats';
import { EventState } from './event-state';
import { SeenEvent } from './seen-event';

/** One event: what, when and where, who comes, what came of it. */
export function EventScreen({ page }: { page: EventPage }) {
  const { event } = page;
  return (
    <>
      <PageHeader
        title={event.title}
        overline={event.formName}
        crumbs={[{ href: links.events(), title: 'Мероприятия' }]}
        status={<EventState event={event} isUnmarked={page.isUnmarked} />}
        actions={<Actions page={page} />}
      />
      <Stack>
        {event.status === 'CANCELLED' && (
          <Notice tone="warning" title="Мероприятие отменено">
            <p className="break-words">{asSentence(event.cancelReason)}</p>
          </Notice>
        )}
        <Surface>
          <DescriptionList items={factsOf(page)} />
        </Surface>
        {page.canJoin ? <OwnSeat page={page} /> : <AllSeats page={page} />}
        <Outcome page={page} />
        <EventMaterials page={page} />
        {page.canChange && <Steps page={page} />}
      </Stack>
    </>
  );
}

function Actions({ page: { event, canChange } }: { page: EventPage }) {
  return (
    <>
      {isDated(event.time) && (
        <a href={links.eventIcs(event.id)} download className={buttonClass('secondary')} data-plain="">
          <Icon name="download" />В календарь (ics)
        </a>
      )}
      {canChange && event.status !== 'CANCELLED' && (
        <ButtonLink href={links.editEvent(event.id)} variant="secondary" icon="edit">
          Изменить
        </ButtonLink>
      )}
    </>
  );
}

function factsOf({ event, targets, isSchool, row }: EventPage): readonly Description[] {
  const facts: readonly (Description | false)[] = [
    {
      term: 'Когда',
      value: isDated(event.time) ? timeWords(event.time) : `${timeWords(event.time)} (${formatSchoolYear(event.year)})`,
    },
    { term: 'Где', value: placeWords(event) || (event.link ? 'онлайн' : 'не указано') },
    event.link !== '' && {
      term: 'Подключение',
      value: (
        <a href={event.link} className="link break-all" target="_blank" rel="noreferrer noopener">
          {event.link}
        </a>
      ),
    },
    event.audience !== '' && { term: 'Для кого', value: event.audience },
    event.speakers !== '' && {
      term: 'Выступают',
      value: <span className="whitespace-pre-wrap">{event.speakers}</span>,
    },
    { term: 'Направление', value: directionWords(event.direction) },
    row !== undefined && {
      term: 'Строка плана',
      value: (
        <SiteLink href={links.roadmapRow(row.roadmapId, row.id)} className="link">
          {row.number ? `Строка ${row.number}` : 'Строка'}: {row.roadmapTitle}
        </SiteLink>
      ),
    },
    !isSchool && { term: 'Школы', value: schoolsWords(event.isOpen, targets ?? []) },
    !isSchool && event.isPublic && { term: 'Открытая страница', value: 'показано' },
  ];
  return facts.filter((fact) => fact !== false);
}

const schoolsWords = (isOpen: boolean, targets: readonly { name: string }[]): string =>
  isOpen
    ? 'все школы муниципалитета'
    : targets.length === 0
      ? 'только принимающая'
      : `${count(targets.length, SCHOOL_FORMS)}: ${targets.map(({ name }) => name).join(', ')}`;

/** What came of it: read by everybody, written by the centre once its day has come. */
function Outcome({ page: { event, canChange, hasCome } }: { page: EventPage }) {
  const canWrite = canChange && hasCome && event.status !== 'CANCELLED';
  if (event.summary === '' && !canWrite) return null;
  return (
    <Section title="Итоги">
      {event.summary !== '' && (
        <Surface>
          <p className="max-w-measure whitespace-pre-wrap break-words">{event.summary}</p>
        </Surface>
      )}
      {canWrite && event.status === 'HELD' && (
        <Disclosure title="Изменить итоги">
          <OutcomeForm event={event} />
        </Disclosure>
      )}
      {canWrite && event.status === 'PLANNED' && <OutcomeForm event={event} />}
    </Section>
  );
}

function OutcomeForm({ event }: { event: CentreEvent }) {
  return (
    <Surface>
      <ActionForm action={concludeEvent} label="Итоги мероприятия">
        <SeenEvent event={event} />
        <TextArea
          name="summary"
          label="Что обсудили и о чём договорились"
          hint="Это прочитают школы, для которых было мероприятие."
          rows={4}
          maxLength={5000}
          defaultValue={event.summary}
        />
        <SubmitButton pendingText="Записываем…">
          {event.status === 'HELD' ? 'Сохранить итоги' : 'Мероприятие прошло'}
        </SubmitButton>
      </ActionForm>
    </Surface>
  );
}

/** What the centre can do with the whole event. */
function Steps({ page: { event, registrations } }: { page: EventPage }) {
  const canRemove = !event.isPublished && registrations.length === 0;
  return (
    <Section title="Действия">
      <div className="flex flex-wrap items-start gap-3">
        {!event.isPublished && (
          <ActionForm action={publishEvent} label="Показать школам">
            <SeenEvent event={event} />
            <SubmitButton pendingText="Показываем…">Показать школам</SubmitButton>
          </ActionForm>
        )}
        {isDated(event.time) && (
          <ButtonLink href={links.repeatEvent(event.id)} variant="secondary">
            Повторить серией
          </ButtonLink>
        )}
        {event.status === 'PLANNED' ? (
          <ConfirmDialog
            trigger="Отменить мероприятие"
            title={`Отменить «${event.title}»?`}
            fallbackHref={links.cancelEvent(event.id)}
          >
            <CancelEvent event={event} />
          </ConfirmDialog>
        ) : (
          <ActionForm action={restoreEvent} label="Вернуть в план">
            <SeenEvent event={event} />
            <SubmitButton variant="secondary" pendingText="Возвращаем…">
              Вернуть в план
            </SubmitButton>
          </ActionForm>
        )}
        {canRemove && (
          <ActionForm action={removeEvent} label="Удалить черновик">
            <SeenEvent event={event} />
            <SubmitButton variant="quiet" pendingText="Удаляем…">
              Удалить черновик
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </Section>
  );
}
