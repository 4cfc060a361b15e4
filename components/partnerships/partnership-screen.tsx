import { ActionForm } from '@/components/form/action-form';
import { AddAttachment, AttachmentList } from '@/components/form/attachments';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import { DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { formatDay, formatPeriod } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatDate, formatMoment } from '@/lib/kernel/moment';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { addPartnershipLink, dropPartnershipFile } from '@/lib/partnerships/joint-work-actions';
import { MODELS } from '@/lib/partnerships/partnership';
import {
  answerPartnership,
  dropPartnership,
  editPartnership,
  movePartnership,
} from '@/lib/partnerships/partnership-actions';
import type { Move } from '@/lib/partnerships/partnership-moves';
import type { PartnershipPage } from '@/lib/partnerships/partnership-queries';
import {
  MODEL_WORDS,
  MOVE_LABELS,
  MOVE_WORDS,
  OWN_MOVE_WORDS,
  RESOURCE_WORDS,
  STATE_WORDS,
} from '@/lib/partnerships/words';
import { JointPlan } from './joint-plan';
import { JointWorks } from './joint-works';
import { PartnershipBadge } from './partnership-badge';

/** One partnership: what is asked, by what agreement, what is planned and done together, and everything that happened. */
export function PartnershipScreen({ page }: { page: PartnershipPage }) {
  const { partnership, canChange, isPartner } = page;
  const { schoolName, partnerName, year, state } = partnership;
  // The end of what goes on well is not the first thing to offer.
  const [end, answers] = [
    page.moves.find(({ code }) => code === 'end'),
    page.moves.filter(({ code }) => code !== 'end'),
  ];
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.partnerships(), title: 'Партнёры' }]}
        overline={`${MODEL_WORDS[partnership.model]}, ${formatSchoolYear(year)}`}
        title={`${schoolName} и ${partnerName}`}
        status={<PartnershipBadge state={state} />}
        lead={partnership.ask}
      />
      {answers.length > 0 && (
        <Section
          title={isPartner && !canChange ? 'Ваш ответ' : 'Что дальше'}
          lead={
            isPartner && !canChange
              ? `${schoolName} просит о помощи. Согласие ни к чему не обязывает, пока нет соглашения.`
              : undefined
          }
        >
          <Columns count={2}>
            {answers.map((move) => (
              <Surface key={move.code}>
                <MoveForm page={page} move={move} />
              </Surface>
            ))}
          </Columns>
        </Section>
      )}
      <Agreement page={page} />
      <JointPlan page={page} />
      <JointWorks page={page} />
      <Offers page={page} />
      {page.ground && <Ground ground={page.ground} />}
      <History page={page} />
      {end && (
        <Disclosure title={MOVE_WORDS.end}>
          <Surface>
            <MoveForm page={page} move={end} />
          </Surface>
        </Disclosure>
      )}
      {canChange && state === 'PROPOSED' && (
        <Disclosure title="Убрать предложение">
          <ActionForm action={dropPartnership} label="Убрать предложение">
            <input type="hidden" name="partnershipId" value={partnership.id} />
            <input type="hidden" name="version" value={partnership.version} />
            <p className="max-w-measure">Школы его не видели. Место партнёра снова станет свободным.</p>
            <SubmitButton variant="danger" pendingText="Убираем…">
              Да, убрать предложение
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </Stack>
  );
}

function MoveForm({ page, move }: { page: PartnershipPage; move: Move }) {
  const { partnership, canChange } = page;
  const { code } = move;
  const words = !canChange && (code === 'agree' || code === 'decline') ? OWN_MOVE_WORDS[code] : MOVE_WORDS[code];
  return (
    <ActionForm key={partnership.version} action={canChange ? movePartnership : answerPartnership} label={words}>
      <input type="hidden" name="partnershipId" value={partnership.id} />
      <input type="hidden" name="version" value={partnership.version} />
      <input type="hidden" name="move" value={code} />
      <TextArea name="text" label={MOVE_LABELS[code]} rows={2} maxLength={2000} required={move.needsWords} />
      <SubmitButton variant={code === 'decline' ? 'secondary' : 'primary'}>{words}</SubmitButton>
    </ActionForm>
  );
}

function Agreement({ page }: { page: PartnershipPage }) {
  const { partnership, canChange, files } = page;
  const { agreementNumber, agreementDate, parties, starts, ends, theme, state } = partnership;
  const isOpen = state !== 'DECLINED' && state !== 'ENDED';
  return (
    <Section title="Соглашение">
      <Surface>
        <DescriptionList
          items={[
            {
              term: 'Соглашение',
              value:
                agreementNumber && agreementDate
                  ? `№ ${agreementNumber} от ${formatDay(agreementDate)}`
                  : 'ещё не записано',
            },
            ...(parties ? [{ term: 'Стороны', value: parties }] : []),
            ...(starts || ends ? [{ term: 'Срок', value: formatPeriod(starts, ends) }] : []),
            ...(theme ? [{ term: 'Тема', value: theme }] : []),
          ]}
        />
        <AttachmentList
          label="Файлы партнёрства"
          attachments={files}
          note={(file) => formatDate(file.addedAt, page.timeZone)}
          remove={canChange ? { action: dropPartnershipFile, field: 'fileRowId' } : undefined}
        />
      </Surface>
      {canChange && (
        <>
          {isOpen && (
            <Disclosure title="Изменить слова и соглашение" open={state === 'AGREED' && agreementNumber === ''}>
              <Surface>
                <EditForm page={page} />
              </Surface>
            </Disclosure>
          )}
          <Disclosure title="Приложить соглашение: файл или ссылку">
            <AddAttachment
              uploadTo={links.uploadPartnershipFile(partnership.id)}
              link={addPartnershipLink}
              to={{ field: 'partnershipId', value: partnership.id }}
            />
          </Disclosure>
        </>
      )}
    </Section>
  );
}

function EditForm({ page: { partnership } }: { page: PartnershipPage }) {
  const { id, version, model, theme, ask, agreementNumber, agreementDate, parties, starts, ends } = partnership;
  return (
    <ActionForm key={version} action={editPartnership} label="Слова и соглашение">
      <input type="hidden" name="partnershipId" value={id} />
      <input type="hidden" name="version" value={version} />
      <Select
        name="model"
        label="Модель"
        required
        defaultValue={model}
        options={MODELS.map((value) => ({ value, label: MODEL_WORDS[value] }))}
      />
      <TextInput
        name="theme"
        label="Тема"
        hint="Для сетевого взаимодействия по теме"
        maxLength={200}
        defaultValue={theme}
      />
      <TextArea
        name="ask"
        label="Какая помощь нужна"
        hint="Эти слова прочтёт партнёр. О баллах и карте школы не пишите."
        required
        rows={3}
        maxLength={2000}
        defaultValue={ask}
      />
      <Columns count={2}>
        <TextInput name="agreementNumber" label="Номер соглашения" maxLength={200} defaultValue={agreementNumber} />
        <DateInput name="agreementDate" label="Дата соглашения" defaultValue={agreementDate ?? ''} />
      </Columns>
      <TextInput name="parties" label="Стороны" maxLength={2000} defaultValue={parties} />
      <Columns count={2}>
        <DateInput name="starts" label="Начало" defaultValue={starts ?? ''} />
        <DateInput name="ends" label="Окончание" defaultValue={ends ?? ''} />
      </Columns>
      <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
    </ActionForm>
  );
}

function Offers({ page: { resources, partnership } }: { page: PartnershipPage }) {
  if (resources.length === 0) return null;
  return (
    <Section title="Что может предложить партнёр" lead={`Из реестра ресурсов: ${partnership.partnerName}.`}>
      <Surface>
        <ul className="divide-y divide-line">
          {resources.map((one) => (
            <li key={one.id} className="py-3">
              <p>
                <b className="font-semibold">{one.title}</b>
                <span className="text-sm text-ink-soft"> · {RESOURCE_WORDS[one.kind]}</span>
              </p>
              {one.terms && <p className="text-sm text-ink-soft">{one.terms}</p>}
            </li>
          ))}
        </ul>
      </Surface>
    </Section>
  );
}

function Ground({ ground }: { ground: NonNullable<PartnershipPage['ground']> }) {
  return (
    <Section
      title="Почему этот партнёр"
      lead={`Пригодность ${ground.score} из 1000, какой она была при выборе. Школы этого раздела не видят.`}
    >
      <Surface>
        <ul className="list-disc space-y-1 pl-5">
          {ground.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        {ground.others.length > 0 && (
          <>
            <p className="mt-4 font-medium">Кто был следующим</p>
            <ul className="list-disc space-y-1 pl-5 text-ink-soft">
              {ground.others.map((other) => (
                <li key={other}>{other}</li>
              ))}
            </ul>
          </>
        )}
      </Surface>
    </Section>
  );
}

function History({ page: { events, timeZone } }: { page: PartnershipPage }) {
  if (events.length === 0) return null;
  return (
    <Section title="История">
      <Surface>
        <ol className="space-y-3">
          {events.map((event) => (
            <li key={event.id}>
              <p>
                <b className="font-semibold">{STATE_WORDS[event.to]}</b>
                <span className="text-sm text-ink-soft">
                  {' · '}
                  {event.side}, {formatMoment(event.at, timeZone)}
                </span>
              </p>
              {event.text && <p className="max-w-measure whitespace-pre-wrap break-words">{event.text}</p>}
            </li>
          ))}
        </ol>
      </Surface>
    </Section>
  );
}
