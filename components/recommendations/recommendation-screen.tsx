import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import { AddAttachment, AttachmentList } from '@/components/form/attachments';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import {
  addRecommendationLink,
  answerRecommendation,
  dropRecommendationProof,
} from '@/lib/recommendations/answer-actions';
import { groundCodes, isLate } from '@/lib/recommendations/recommendation';
import { decideRecommendation } from '@/lib/recommendations/recommendation-actions';
import { isOpen, type Move } from '@/lib/recommendations/recommendation-moves';
import type { RecommendationPage } from '@/lib/recommendations/recommendation-queries';
import { ADDRESSEE_WORDS, CELL_WORDS, MOVE_LABELS, MOVE_WORDS, STATE_WORDS } from '@/lib/recommendations/words';
import { StateBadge } from './state-badge';

/** One recommendation: why, what, till when, what the school answers, what proves it, and everything that happened. */
export function RecommendationScreen({ page, children }: { page: RecommendationPage; children?: ReactNode }) {
  const { recommendation, canEdit, canChange, isSchool } = page;
  const { id, schoolId, schoolName, year, state, measure } = recommendation;
  const codes = groundCodes(recommendation);
  const answers = page.moves.filter(({ code }) => code !== 'report');
  return (
    <Stack>
      <PageHeader
        crumbs={[
          { href: links.recommendations(), title: 'Рекомендации' },
          ...(canChange
            ? [{ href: links.schoolRecommendations(schoolId, { year: String(year) }), title: schoolName }]
            : []),
        ]}
        overline={`${schoolName}, ${formatSchoolYear(year)}`}
        title={codes ? `Рекомендация по ${codes}` : 'Рекомендация'}
        status={<StateBadge state={state} isLate={isLate(recommendation, page.today)} />}
        lead={measure}
        actions={
          canEdit && (
            <ButtonLink
              href={links.editRecommendation(id)}
              icon="edit"
              variant={state === 'DRAFT' ? 'primary' : 'secondary'}
            >
              {state === 'DRAFT' ? 'Править черновик' : MOVE_WORDS.resend}
            </ButtonLink>
          )
        }
      />
      <Surface>
        <DescriptionList items={factsOf(page)} />
      </Surface>
      <Grounds page={page} />
      {answers.length > 0 && (
        <Section
          title={isSchool ? 'Ответ школы' : 'Решение центра'}
          lead={
            isSchool
              ? 'Примите рекомендацию или предложите иначе: другую меру, другой срок или отказ с причиной.'
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
      {children}
      <Done page={page} />
      <History page={page} />
    </Stack>
  );
}

function factsOf({ recommendation, today }: RecommendationPage) {
  const { due, addressee } = recommendation;
  const cells = (['term', 'responsible', 'result', 'indicator', 'proof', 'cost', 'cause'] as const)
    .filter((name) => recommendation[name] !== '')
    .map((name) => ({ term: CELL_WORDS[name], value: recommendation[name] }));
  return [
    {
      term: 'Последний день',
      value: due ? `${formatDay(due)}${isLate(recommendation, today) ? ' – срок прошёл' : ''}` : 'ещё не назначен',
    },
    { term: 'Кому адресована', value: ADDRESSEE_WORDS[addressee] },
    ...cells,
  ];
}

/** The points it answers to, as the card said when it was written. */
function Grounds({ page }: { page: RecommendationPage }) {
  const { grounds, cardId } = page.recommendation;
  if (grounds.length === 0) return null;
  return (
    <Section title="Основание" lead="Баллы карты с причинами, какими они были, когда рекомендацию составили.">
      <Surface>
        <ul className="divide-y divide-line">
          {grounds.map(({ code, wording, reason }) => (
            <li key={code} className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3">
              <span className="min-w-12">
                <Badge tone="accent">{code}</Badge>
              </span>
              <div className="min-w-0 flex-1 basis-64">
                {cardId ? (
                  <SiteLink className="link" href={links.card(cardId, code)}>
                    {wording}
                  </SiteLink>
                ) : (
                  wording
                )}
                {reason && <p className="break-words text-sm text-ink-soft">{reason}</p>}
              </div>
            </li>
          ))}
        </ul>
      </Surface>
    </Section>
  );
}

const MAIN: readonly Move['code'][] = ['accept', 'report', 'confirm', 'agree'];

function MoveForm({ page, move }: { page: RecommendationPage; move: Move }) {
  const { id, version } = page.recommendation;
  return (
    <ActionForm
      key={version}
      action={move.side === 'SCHOOL' ? answerRecommendation : decideRecommendation}
      label={MOVE_WORDS[move.code]}
    >
      <input type="hidden" name="recommendationId" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="move" value={move.code} />
      <TextArea name="text" label={MOVE_LABELS[move.code]} rows={2} maxLength={2000} required={move.needsWords} />
      <SubmitButton variant={MAIN.includes(move.code) ? 'primary' : 'secondary'}>{MOVE_WORDS[move.code]}</SubmitButton>
    </ActionForm>
  );
}

/** Proofs, and the school’s word that it is done: first the proof, then the word, so that neither is lost with the other. */
function Done({ page }: { page: RecommendationPage }) {
  const { recommendation, proofs, canAnswer } = page;
  const { id, state } = recommendation;
  if (state === 'DRAFT') return null;
  const canAdd = canAnswer && isOpen(state);
  const report = page.moves.find(({ code }) => code === 'report');
  return (
    <Section
      title={canAdd ? 'Когда сделано' : 'Подтверждения'}
      lead={
        canAdd
          ? '1. Приложите подтверждение: фото документа с телефона, файл или ссылку. 2. Напишите, что сделано, и отправьте центру.'
          : 'Документ, фото или ссылка, из которых видно, что сделано.'
      }
    >
      {proofs.length === 0 ? (
        <p className="text-ink-soft">Подтверждений пока нет.</p>
      ) : (
        <Surface>
          <AttachmentList
            label="Подтверждения рекомендации"
            attachments={proofs}
            note={(proof) => `${proof.addedBy}, ${formatMoment(proof.addedAt, page.timeZone)}`}
            remove={canAdd ? { action: dropRecommendationProof, field: 'proofId' } : undefined}
          />
        </Surface>
      )}
      {canAdd && (
        <AddAttachment
          uploadTo={links.uploadRecommendationProof(id)}
          link={addRecommendationLink}
          to={{ field: 'recommendationId', value: id }}
        />
      )}
      {report && (
        <Surface>
          <MoveForm page={page} move={report} />
        </Surface>
      )}
    </Section>
  );
}

function History({ page }: { page: RecommendationPage }) {
  if (page.events.length === 0) return null;
  return (
    <Section title="История">
      <Surface>
        <ol className="space-y-3">
          {page.events.map((event) => (
            <li key={event.id}>
              <p>
                <b className="font-semibold">
                  {event.from && event.from !== 'DRAFT'
                    ? `${STATE_WORDS[event.from]} → ${STATE_WORDS[event.to]}`
                    : STATE_WORDS[event.to]}
                </b>
                <span className="text-sm text-ink-soft">
                  {' · '}
                  {event.author}, {formatMoment(event.at, page.timeZone)}
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
