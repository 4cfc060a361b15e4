import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import type { CardRemark } from '@/lib/diagnostics/cards/card-page';
import { addRemark, removeRemark, sendQuestion, settleRemark } from '@/lib/diagnostics/cards/remark-actions';

type Props = { cardId: string; item: string | null; remarks: readonly CardRemark[] };

/** The centre's tools at one answer: a remark for the return, or a question that goes out at once. */
export function RemarkForm({ cardId, item, remarks }: Props) {
  const about = item ?? 'карте в целом';
  const fieldsOf = (label: string) => (
    <>
      <input type="hidden" name="cardId" value={cardId} />
      {item && <input type="hidden" name="item" value={item} />}
      <TextArea name="text" label={label} required rows={2} maxLength={4000} placeholder="Что уточнить или исправить" />
    </>
  );
  return (
    <div className="contents print:hidden">
      {remarks
        .filter((remark) => remark.settledAt === null)
        .map((remark) => (
          <ActionForm
            key={remark.id}
            action={remark.sentAt === null ? removeRemark : settleRemark}
            label={`Замечание к ${about}`}
          >
            <input type="hidden" name="remarkId" value={remark.id} />
            <SubmitButton variant="quiet" size="small">
              {remark.sentAt === null ? 'Удалить неотправленное замечание' : 'Снять замечание'}
            </SubmitButton>
          </ActionForm>
        ))}
      <details>
        <summary className="inline-flex min-h-11 items-center font-medium text-accent">
          Замечание или вопрос к {about}
        </summary>
        <div className="grid max-w-4xl gap-6 pt-2 lg:grid-cols-2">
          <ActionForm action={addRemark} resetOnSuccess label={`Замечание к ${about}`}>
            {fieldsOf(`Замечание к ${about}`)}
            <SubmitButton variant="secondary" size="small" pendingText="Сохраняем…">
              Записать замечание (уйдёт при возврате)
            </SubmitButton>
          </ActionForm>
          <ActionForm action={sendQuestion} resetOnSuccess label={`Вопрос к ${about}`}>
            {fieldsOf(`Вопрос к ${about}`)}
            <SubmitButton variant="secondary" size="small" pendingText="Отправляем…">
              Спросить сейчас, без возврата
            </SubmitButton>
          </ActionForm>
        </div>
      </details>
    </div>
  );
}
