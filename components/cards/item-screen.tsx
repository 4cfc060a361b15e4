import { AddAttachment } from '@/components/form/attachments';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import type { Role } from '@/lib/access/role';
import { isSchoolRole } from '@/lib/access/role';
import { addLink } from '@/lib/diagnostics/cards/evidence-actions';
import type { CardItemPage } from '@/lib/diagnostics/cards/history-queries';
import { isPortalReason } from '@/lib/diagnostics/computed/contest';
import { answerWords } from '@/lib/diagnostics/scoring/typed-number';
import { UNANSWERED_WORDS } from '@/lib/diagnostics/words';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { AnswerEntries } from './answer-entries';
import { CardPoint } from './card-point';
import { ComputedNote } from './computed-note';
import { EvidenceList } from './evidence-list';
import { ItemHint } from './item-hint';
import { ItemRemarks } from './item-remarks';

type Props = { answer: CardItemPage; viewer: { role: Role; timeZone: string } };

/** One answer with everything about it: the point and its reason, proofs, remarks, history. */
export function ItemScreen({ answer, viewer }: Props) {
  const { page, item, section, history } = answer;
  const { head } = page;
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.card(head.id, item.code), title: `Карта ${head.schoolName}` }]}
        overline={`${formatSchoolYear(head.year)} · раздел ${section.code}. ${section.title}`}
        title={item.code}
        lead={item.wording}
      />
      <Surface>
        <div className="space-y-3">
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Badge tone="accent">
              {item.answer ? answerWords(item.answer, item.number?.threshold.unit) : UNANSWERED_WORDS}
            </Badge>
            <CardPoint point={item.point} />
          </p>
          <p className="max-w-measure">{item.reason}</p>
          {item.answer?.comment && !isPortalReason(item) && (
            <p className="max-w-measure whitespace-pre-wrap break-words border-l-2 border-line-strong pl-3">
              {item.answer.comment}
            </p>
          )}
          <ComputedNote item={item} cardId={head.id} canConfirm={page.canFill} />
          <ItemHint item={item} />
        </div>
      </Surface>
      <Section
        title="Подтверждения"
        lead={page.canFill ? 'Файл или ссылка, из которых видно число. Центр увидит их вместе с картой.' : undefined}
      >
        {item.evidence.length > 0 ? (
          <Surface>
            <EvidenceList item={item.code} evidence={item.evidence} canRemove={page.canFill} />
          </Surface>
        ) : (
          <p className="text-ink-soft">Подтверждений нет.</p>
        )}
        {page.canFill && (
          <AddAttachment
            uploadTo={links.uploadEvidence(head.id)}
            link={addLink}
            to={{ field: 'item', value: item.code }}
            hidden={{ cardId: head.id }}
          />
        )}
      </Section>
      {item.remarks.length > 0 && (
        <Section title="Замечания и вопросы">
          <ItemRemarks remarks={item.remarks} timeZone={viewer.timeZone} canReply={isSchoolRole(viewer.role)} />
        </Section>
      )}
      <Section title="История ответа">
        <Surface>
          <AnswerEntries entries={history} timeZone={viewer.timeZone} />
        </Surface>
      </Section>
    </Stack>
  );
}
