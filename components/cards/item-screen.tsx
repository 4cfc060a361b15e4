import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { FileInput, TextInput } from '@/components/form/text-input';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import type { Role } from '@/lib/access/role';
import { isSchoolRole } from '@/lib/access/role';
import { addLink } from '@/lib/diagnostics/cards/evidence-actions';
import type { CardItemPage } from '@/lib/diagnostics/cards/history-queries';
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

const FILE_HINT = 'PDF, Word, Excel, ODT, ODS или фото, до 20 МБ';

function AddEvidence({ cardId, item }: { cardId: string; item: string }) {
  return (
    <Columns count={2}>
      <Surface>
        <form
          method="post"
          encType="multipart/form-data"
          action={`/api/cards/${cardId}/evidence`}
          className="space-y-4"
        >
          <input type="hidden" name="item" value={item} />
          <FileInput
            name="file"
            label="Файл"
            required
            hint={FILE_HINT}
            accept=".pdf,.docx,.xlsx,.odt,.ods,.jpg,.jpeg,.png"
          />
          <SubmitButton variant="secondary" pendingText="Загружаем…">
            Загрузить файл
          </SubmitButton>
        </form>
      </Surface>
      <Surface>
        <ActionForm action={addLink} resetOnSuccess label="Ссылка-подтверждение">
          <input type="hidden" name="cardId" value={cardId} />
          <input type="hidden" name="item" value={item} />
          <TextInput name="url" type="url" label="Адрес страницы" required placeholder="https://" />
          <TextInput name="title" label="Что там" maxLength={200} />
          <SubmitButton variant="secondary" pendingText="Добавляем…">
            Добавить ссылку
          </SubmitButton>
        </ActionForm>
      </Surface>
    </Columns>
  );
}

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
          {item.answer?.comment && (
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
        {page.canFill && <AddEvidence cardId={head.id} item={item.code} />}
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
