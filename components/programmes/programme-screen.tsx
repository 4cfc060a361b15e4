import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { DownloadLink } from '@/components/table/download-link';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Steps } from '@/components/ui/steps';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { yearsWords } from '@/lib/programmes/programme';
import { moveProgramme } from '@/lib/programmes/programme-actions';
import { approvalLines, stageWords } from '@/lib/programmes/programme-document';
import { MOVE_TABLE } from '@/lib/programmes/programme-moves';
import type { ProgrammePage } from '@/lib/programmes/programme-queries';
import { linkRoadmap } from '@/lib/programmes/report-actions';
import { KIND_WORDS, PROBABILITY_WORDS, RISK_WORDS, STAGE_STATE_WORDS, STATE_WORDS } from '@/lib/programmes/words';
import { IndicatorTable } from './indicator-table';
import { StageReport } from './stage-report';
import { ProgrammeStateBadge } from './state-badge';

/** A programme as it is approved and as it goes: passport, tasks, results, indicators, stages, risks, history. */
export function ProgrammeScreen({ page }: { page: ProgrammePage }) {
  const { programme } = page;
  const { passport, tasks, results, risks, stages } = programme.content;
  const filled = passport.filter(({ text }) => text !== '');
  const empty = passport.filter(({ text }) => text === '').map(({ title }) => title);
  return (
    <Stack>
      <div>
        <div className="hidden whitespace-pre-line text-right print:block">
          {approvalLines(programme, page.officeName).join('\n')}
        </div>
        <Head page={page} />
      </div>
      {page.missing.length > 0 && (
        <Notice tone="warning" title="Связи ведут в никуда">
          Результаты ссылаются на показатели, которых нет: {page.missing.join(', ')}. Пока это так, программу не
          утвердить.
        </Notice>
      )}
      {programme.state === 'RETURNED' && page.events[0]?.comment && (
        <Notice tone="warning" title="Центр вернул программу">
          <p className="whitespace-pre-line">{page.events[0].comment}</p>
        </Notice>
      )}
      <Moves page={page} />
      <Section title="Паспорт программы">
        <Surface>
          <DescriptionList
            items={filled.map(({ title, text }) => ({
              term: title,
              value: <span className="max-w-measure whitespace-pre-line break-words">{text}</span>,
            }))}
          />
          {empty.length > 0 && <p className="mt-3 text-ink-soft">Не заполнено: {empty.join(', ')}.</p>}
        </Surface>
      </Section>
      <Section title="Задачи">
        <Surface>
          <ol className="max-w-measure list-decimal space-y-2 pl-6">
            {tasks.map((task) => (
              <li key={task}>{task}</li>
            ))}
          </ol>
        </Surface>
      </Section>
      <Section title="Ожидаемые результаты" lead="У каждого – показатели, по которым его увидят.">
        <Surface>
          <ol className="list-decimal space-y-2 pl-6">
            {results.map(({ text, indicators }) => (
              <li key={text} className="max-w-measure">
                {text}{' '}
                <span className="text-ink-soft">
                  {indicators.length > 0 ? `(показатели ${indicators.join(', ')})` : '(без показателя)'}
                </span>
              </li>
            ))}
          </ol>
        </Surface>
      </Section>
      <Section
        title="Показатели"
        lead={
          page.canReport
            ? 'Что портал знает, он считает сам; остальное записывают с источником.'
            : 'План, факт и отклонение по годам.'
        }
        actions={<DownloadLink href={links.programmeExport(programme.id)} what="показателей" />}
      >
        <Surface>
          <IndicatorTable programme={programme} indicators={page.indicators} canReport={page.canReport} />
        </Surface>
      </Section>
      <Section title="Этапы">
        <Surface>
          <Steps
            label="Этапы программы"
            steps={stages.map(({ key, title, from, to }) => {
              const state = programme.progress[key]?.state ?? 'PLANNED';
              return {
                title,
                note: `${stageWords(from, to)} · ${STAGE_STATE_WORDS[state]}`,
                state:
                  state === 'DONE'
                    ? ('done' as const)
                    : state === 'RUNNING'
                      ? ('current' as const)
                      : ('ahead' as const),
              };
            })}
          />
          <div className="mt-6 space-y-4">
            {stages.map((stage) => (
              <StageReport key={stage.key} programme={programme} stage={stage} canReport={page.canReport} />
            ))}
          </div>
        </Surface>
      </Section>
      <Section title="Риски">
        <Surface>
          <ul className="divide-y divide-line">
            {risks.map(({ wording, kind, probability, owner, ways }) => (
              <li key={wording} className="max-w-measure space-y-1 py-3">
                <p className="font-medium">{wording}</p>
                <p className="text-sm text-ink-soft">
                  {RISK_WORDS[kind]}, вероятность {PROBABILITY_WORDS[probability]}
                  {owner ? ` · следит: ${owner}` : ' · ответственный не назван'}
                </p>
                <p>{ways ? `Пути решения: ${ways}` : 'Пути решения не записаны.'}</p>
              </li>
            ))}
          </ul>
        </Surface>
      </Section>
      <RoadmapLink page={page} />
      <History page={page} />
    </Stack>
  );
}

function Head({ page: { programme, canEdit, canApprove, editions } }: { page: ProgrammePage }) {
  const { id, orderNumber, orderDate, state } = programme;
  return (
    <PageHeader
      crumbs={[{ href: links.programmes(), title: 'Программы' }]}
      overline={`${programme.schoolName ?? 'Муниципалитет'} · ${KIND_WORDS[programme.kind]} · ${yearsWords(programme)}`}
      title={programme.title}
      status={<ProgrammeStateBadge state={state} />}
      lead={[
        orderDate ? `Утверждена приказом №\u00a0${orderNumber} от ${formatDay(orderDate)}.` : '',
        editions.length > 1 ? `Редакция ${programme.edition} из ${editions.length}.` : '',
      ]
        .filter(Boolean)
        .join(' ')}
      actions={
        <>
          {canApprove && (
            <ButtonLink href={links.approveProgramme(id)} icon="order">
              Утвердить приказом
            </ButtonLink>
          )}
          {canEdit && (
            <ButtonLink href={links.editProgramme(id)} icon="edit">
              Править
            </ButtonLink>
          )}
          {programme.edition > 1 && (
            <ButtonLink href={links.compareProgramme(id)} variant="secondary">
              Что изменилось
            </ButtonLink>
          )}
          <DownloadLink href={links.programmeDocument(id)} title="Скачать документ" format="docx" />
        </>
      }
    />
  );
}

function Moves({ page: { programme, moves } }: { page: ProgrammePage }) {
  const near = moves.filter((code) => code !== 'archive' && code !== 'revise');
  const form = (code: (typeof moves)[number]) => (
    <ActionForm key={`${code} ${programme.version}`} action={moveProgramme} label={MOVE_TABLE[code].title}>
      <input type="hidden" name="programmeId" value={programme.id} />
      <input type="hidden" name="version" value={programme.version} />
      <input type="hidden" name="move" value={code} />
      <TextArea
        name="comment"
        label={code === 'return' ? 'Что доработать' : 'Комментарий'}
        rows={2}
        maxLength={2000}
        required={MOVE_TABLE[code].needsWords}
      />
      <SubmitButton variant={code === 'submit' || code === 'accept' ? 'primary' : 'secondary'}>
        {MOVE_TABLE[code].title}
      </SubmitButton>
    </ActionForm>
  );
  if (moves.length === 0) return null;
  return (
    <div className="space-y-4 print:hidden">
      {near.length > 0 && (
        <Columns count={2}>
          {near.map((code) => (
            <Surface key={code}>{form(code)}</Surface>
          ))}
        </Columns>
      )}
      {moves
        .filter((code) => code === 'archive' || code === 'revise')
        .map((code) => (
          <Disclosure key={code} title={MOVE_TABLE[code].title}>
            <p className="mb-3 max-w-measure text-ink-soft">
              {code === 'revise'
                ? 'Утверждённая редакция останется в силе без изменений, пока не утвердят следующую.'
                : 'Программа останется для чтения. Вернуть её из архива нельзя.'}
            </p>
            {form(code)}
          </Disclosure>
        ))}
    </div>
  );
}

function RoadmapLink({ page: { programme, canLink, roadmaps } }: { page: ProgrammePage }) {
  if (!programme.roadmapId && !canLink) return null;
  const { roadmapId, roadmapTitle } = programme;
  return (
    <Section
      title="Мероприятия программы"
      lead="Мероприятия ведут в дорожной карте: там сроки, ответственные и отчёты."
    >
      <Surface>
        <p className="mb-3">
          {roadmapId && roadmapTitle ? (
            <SiteLink href={links.roadmap(roadmapId)} className="link font-medium">
              {roadmapTitle}
            </SiteLink>
          ) : (
            'Дорожная карта не привязана.'
          )}
        </p>
        {canLink && roadmaps.length > 0 && (
          <div className="print:hidden">
            <ActionForm key={programme.version} action={linkRoadmap} label="Дорожная карта программы">
              <input type="hidden" name="programmeId" value={programme.id} />
              <input type="hidden" name="version" value={programme.version} />
              <Select
                name="roadmapId"
                label="Дорожная карта"
                empty="Без дорожной карты"
                defaultValue={roadmapId ?? ''}
                options={roadmaps.map(({ id, title }) => ({ value: id, label: title }))}
              />
              <SubmitButton variant="secondary">Привязать</SubmitButton>
            </ActionForm>
          </div>
        )}
      </Surface>
    </Section>
  );
}

function History({ page: { programme, editions, events, timeZone } }: { page: ProgrammePage }) {
  return (
    <Section title="История">
      <Surface>
        <ul className="space-y-1">
          {editions.map(({ id, edition, state, orderNumber, orderDate }) => (
            <li key={id}>
              {id === programme.id ? (
                <b className="font-semibold">Редакция {edition}</b>
              ) : (
                <SiteLink href={links.programme(id)} className="link">
                  Редакция {edition}
                </SiteLink>
              )}{' '}
              <span className="text-ink-soft">
                {STATE_WORDS[state]}
                {orderDate && `, приказ № ${orderNumber} от ${formatDay(orderDate)}`}
              </span>
            </li>
          ))}
        </ul>
        <ol className="mt-4 space-y-2 border-t border-line pt-4">
          {events.map(({ id, state, comment, at }) => (
            <li key={id}>
              {STATE_WORDS[state]} <span className="text-sm text-ink-soft">· {formatMoment(at, timeZone)}</span>
              {comment && <p className="max-w-measure whitespace-pre-line break-words">{comment}</p>}
            </li>
          ))}
        </ol>
      </Surface>
    </Section>
  );
}
