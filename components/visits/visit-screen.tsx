import { ActionForm } from '@/components/form/action-form';
import { AddAttachment, AttachmentList } from '@/components/form/attachments';
import { SubmitButton } from '@/components/form/submit-button';
import { DateInput, TextInput } from '@/components/form/text-input';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatDate } from '@/lib/kernel/moment';
import { type AgreedAction, isActionLate, type Mark, rubricCounts } from '@/lib/visits/visit';
import { addAgreed, addVisitLink, changeAgreed, dropVisitFile, openVisit } from '@/lib/visits/visit-actions';
import type { VisitPage } from '@/lib/visits/visit-queries';
import { MARK_WORDS } from '@/lib/visits/words';

/** One visit: what was looked at, the checklist, the protocol, what was agreed. */
export function VisitScreen({ page }: { page: VisitPage }) {
  const { visit, canEdit, isAuthor, files } = page;
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.visits(), title: 'Визиты' }]}
        overline={`${visit.kind}, ${formatDay(visit.on)}`}
        title={visit.object}
        lead={visit.schoolName}
        status={visit.publishedAt ? undefined : <Badge icon="lock">школа ещё не видит</Badge>}
        actions={
          canEdit && (
            <ButtonLink href={links.editVisit(visit.id)} icon="edit" variant="secondary">
              Изменить запись
            </ButtonLink>
          )
        }
      />
      {canEdit && (
        <Notice title="Запись видите вы и центр">
          <p>Добавьте договорённости и откройте запись школе. После этого её слова не меняются.</p>
          <ActionForm action={openVisit} label="Открыть школе">
            <input type="hidden" name="visitId" value={visit.id} />
            <input type="hidden" name="version" value={visit.version} />
            <SubmitButton pendingText="Открываем…">Открыть запись школе</SubmitButton>
          </ActionForm>
        </Notice>
      )}
      <Surface>
        <DescriptionList
          items={[
            { term: 'Участвовали', value: visit.participants || 'не записано' },
            { term: 'Записал', value: visit.author },
            {
              term: 'Протокол',
              value: <span className="whitespace-pre-wrap break-words">{visit.protocol || 'не записан'}</span>,
            },
          ]}
        />
      </Surface>
      <Rubric page={page} />
      <Agreed page={page} />
      {(files.length > 0 || isAuthor) && (
        <Section title="Файлы">
          {files.length > 0 && (
            <Surface>
              <AttachmentList
                label="Файлы визита"
                attachments={files}
                note={(file) => formatDate(file.addedAt, page.timeZone)}
                remove={isAuthor ? { action: dropVisitFile, field: 'fileRowId' } : undefined}
              />
            </Surface>
          )}
          {isAuthor && (
            <Disclosure title="Приложить акт, протокол или фото">
              <AddAttachment
                uploadTo={links.uploadVisitFile(visit.id)}
                link={addVisitLink}
                to={{ field: 'visitId', value: visit.id }}
              />
            </Disclosure>
          )}
        </Section>
      )}
    </Stack>
  );
}

const TONE: Record<Mark, BadgeTone> = { YES: 'success', PARTLY: 'info', NO: 'warning', NOT_SEEN: 'neutral' };

function Rubric({ page: { visit } }: { page: VisitPage }) {
  if (visit.rubric.length === 0) return null;
  const { YES, PARTLY, NO, NOT_SEEN } = rubricCounts(visit.rubric);
  const unseen = NOT_SEEN > 0 ? `, не смотрели ${NOT_SEEN}` : '';
  return (
    <Section title={`Чек-лист «${visit.rubricName}»`} lead={`Да ${YES}, частично ${PARTLY}, нет ${NO}${unseen}.`}>
      <Surface>
        <ul className="divide-y divide-line">
          {visit.rubric.map(({ line, mark, note }) => (
            <li key={line} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-3">
              <div className="min-w-0 flex-1 basis-60">
                <p>{line}</p>
                {note && <p className="text-sm text-ink-soft">{note}</p>}
              </div>
              <Badge tone={TONE[mark]}>{MARK_WORDS[mark]}</Badge>
            </li>
          ))}
        </ul>
      </Surface>
    </Section>
  );
}

function Agreed({ page }: { page: VisitPage }) {
  const { actions, canEdit, visit } = page;
  if (actions.length === 0 && !canEdit) return null;
  return (
    <Section title="О чём договорились" lead={actions.length === 0 ? 'Договорённостей пока нет.' : undefined}>
      {actions.length > 0 && (
        <Surface>
          <ul className="divide-y divide-line">
            {actions.map((action) => (
              <ActionLine key={action.id} action={action} page={page} />
            ))}
          </ul>
        </Surface>
      )}
      {canEdit && (
        <Surface>
          <ActionForm action={addAgreed} label="Новая договорённость" resetOnSuccess>
            <input type="hidden" name="visitId" value={visit.id} />
            <TextInput name="text" label="Что сделать" required maxLength={2000} />
            <Columns count={2}>
              <TextInput name="responsible" label="Кто отвечает" hint="Должность, без имени" maxLength={200} />
              <DateInput name="dueAt" label="К какому дню" hint="Последний день срока" required min={visit.on} />
            </Columns>
            <SubmitButton variant="secondary" pendingText="Добавляем…">
              Добавить договорённость
            </SubmitButton>
          </ActionForm>
        </Surface>
      )}
    </Section>
  );
}

function ActionLine({ action, page }: { action: AgreedAction; page: VisitPage }) {
  const { canMark, canEdit, today } = page;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="break-words">{action.text}</p>
        <p className="text-sm text-ink-soft">
          до {formatDay(action.due)}
          {action.responsible && ` · ${action.responsible}`}
        </p>
        {action.doneNote && <p className="text-sm">{action.doneNote}</p>}
      </div>
      {action.doneOn ? (
        <Badge tone="success" icon="check">
          сделано {formatDay(action.doneOn)}
        </Badge>
      ) : isActionLate(action, today) ? (
        <Badge tone="danger" icon="warning">
          срок прошёл
        </Badge>
      ) : (
        <Badge>в работе</Badge>
      )}
      {canMark && (
        <div className="flex flex-wrap items-start gap-2">
          <StepForm
            action={action}
            step={action.doneOn ? 'open' : 'done'}
            title={action.doneOn ? 'Вернуть' : 'Сделано'}
          />
          {canEdit && <StepForm action={action} step="remove" title="Убрать" />}
        </div>
      )}
    </li>
  );
}

function StepForm({ action, step, title }: { action: AgreedAction; step: 'done' | 'open' | 'remove'; title: string }) {
  return (
    <ActionForm action={changeAgreed} label={`${title}: ${action.text.slice(0, 80)}`}>
      <input type="hidden" name="actionId" value={action.id} />
      <input type="hidden" name="step" value={step} />
      <SubmitButton variant={step === 'done' ? 'secondary' : 'quiet'} size="small">
        {title}
      </SubmitButton>
    </ActionForm>
  );
}
