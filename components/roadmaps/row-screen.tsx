import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import { AddAttachment, AttachmentList } from '@/components/form/attachments';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { isHeading, isLate } from '@/lib/roadmaps/plan';
import type { RoadmapRowPage } from '@/lib/roadmaps/roadmap-queries';
import { addRowLink, dropProof, moveRow } from '@/lib/roadmaps/row-actions';
import type { RowMove } from '@/lib/roadmaps/row-moves';
import { TERM_DOUBT_WORDS } from '@/lib/roadmaps/term-doubt-words';
import { printTerm } from '@/lib/roadmaps/term-words';
import { ROW_MOVE_WORDS, ROW_STATE_WORDS } from '@/lib/roadmaps/words';
import { RowStateBadge } from './state-badge';

/** One row of a plan: what is expected, what was done, what proves it, and what comes next. */
export function RowScreen({ page, children }: { page: RoadmapRowPage; children?: ReactNode }) {
  const { roadmap, row } = page;
  const isActive = roadmap.status !== 'DRAFT' && !isHeading(row);
  return (
    <Stack>
      <PageHeader
        crumbs={[
          { href: links.roadmaps(), title: 'Дорожные карты' },
          { href: `${links.roadmap(roadmap.id)}#${row.id}`, title: roadmap.title },
        ]}
        overline={roadmap.schoolName ?? 'Муниципалитет'}
        title={row.number ? `Строка ${row.number}` : 'Строка плана'}
        status={isActive && <RowStateBadge state={row.state} isLate={isLate(row, page.today)} />}
        lead={row.measure}
        actions={
          page.canChange && (
            <ButtonLink href={links.editRoadmapRow(roadmap.id, row.id)} variant="secondary" icon="edit">
              Править
            </ButtonLink>
          )
        }
      />
      <Surface>
        <DescriptionList items={factsOf(page)} />
      </Surface>
      {page.moves.length > 0 && (
        <Section title="Что дальше">
          <Moves page={page} />
        </Section>
      )}
      {isActive && (
        <Section title="Подтверждения" lead="Документ, фото или ссылка, из которых видно, что сделано.">
          <Proofs page={page} />
        </Section>
      )}
      {!isHeading(row) && children}
      {isActive && (
        <Section title="История строки">
          <Surface>
            {page.events.length === 0 && <p className="text-ink-soft">Пока ничего не происходило.</p>}
            <ol className="space-y-3">
              {page.events.map((event) => (
                <li key={event.id}>
                  <p>
                    <b className="font-semibold">
                      {event.from && event.to
                        ? `${ROW_STATE_WORDS[event.from]} → ${ROW_STATE_WORDS[event.to]}`
                        : 'Правка плана'}
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
      )}
    </Stack>
  );
}

function factsOf({ row, term }: RoadmapRowPage) {
  const understood = row.months.length > 0 || row.due !== null;
  return [
    { term: 'Срок', value: row.term || 'не указан' },
    ...(isHeading(row) || row.term === ''
      ? []
      : [
          {
            term: 'Как понят срок',
            value: [
              understood ? printTerm(term) : 'без даты',
              row.due ? `последний день – ${formatDay(row.due)}` : '',
              term.doubt ? TERM_DOUBT_WORDS[term.doubt] : '',
            ]
              .filter(Boolean)
              .join('; '),
          },
        ]),
    { term: 'Ответственные', value: row.responsible || 'не указаны' },
    ...(row.result ? [{ term: 'Результат', value: row.result }] : []),
    ...(row.form ? [{ term: 'Форма представления', value: row.form }] : []),
    ...(row.item ? [{ term: 'Критерий карты', value: row.item }] : []),
    ...(row.recommendationId
      ? [
          {
            term: 'Откуда строка',
            value: (
              <SiteLink className="link" href={links.recommendation(row.recommendationId)}>
                Рекомендация центра
              </SiteLink>
            ),
          },
        ]
      : []),
    ...(row.note ? [{ term: 'Последнее слово', value: row.note }] : []),
  ];
}

const LABELS: Record<RowMove['code'], string> = {
  begin: 'Комментарий',
  report: 'Что сделано',
  accept: 'Комментарий',
  return: 'Чего не хватает',
  cancel: 'Почему отменяется',
  restore: 'Комментарий',
};

function Moves({ page }: { page: RoadmapRowPage }) {
  return (
    <Columns count={2}>
      {page.moves.map((move) => (
        <Surface key={move.code}>
          <ActionForm key={page.row.version} action={moveRow} label={ROW_MOVE_WORDS[move.code]}>
            <input type="hidden" name="rowId" value={page.row.id} />
            <input type="hidden" name="version" value={page.row.version} />
            <input type="hidden" name="move" value={move.code} />
            <TextArea name="text" label={LABELS[move.code]} rows={2} maxLength={2000} required={move.needsWords} />
            <SubmitButton variant={move.code === 'report' || move.code === 'accept' ? 'primary' : 'secondary'}>
              {ROW_MOVE_WORDS[move.code]}
            </SubmitButton>
          </ActionForm>
        </Surface>
      ))}
    </Columns>
  );
}

function Proofs({ page }: { page: RoadmapRowPage }) {
  const { row, proofs } = page;
  const canAdd = page.canReport && row.state !== 'DONE';
  return (
    <div className="space-y-4">
      {proofs.length === 0 ? (
        <p className="text-ink-soft">Подтверждений нет.</p>
      ) : (
        <Surface>
          <AttachmentList
            label="Подтверждения строки"
            attachments={proofs}
            note={(proof) => `${proof.addedBy}, ${formatMoment(proof.addedAt, page.timeZone)}`}
            remove={canAdd ? { action: dropProof, field: 'proofId' } : undefined}
          />
        </Surface>
      )}
      {canAdd && row.state !== 'CANCELLED' && (
        <AddAttachment
          uploadTo={links.uploadRoadmapProof(row.id)}
          link={addRowLink}
          to={{ field: 'rowId', value: row.id }}
        />
      )}
    </div>
  );
}
