import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import type { CardRemark } from '@/lib/diagnostics/cards/card-page';
import { replyToRemark } from '@/lib/diagnostics/cards/remark-actions';
import { formatMoment } from '@/lib/kernel/moment';

type Props = { remarks: readonly CardRemark[]; timeZone: string; canReply?: boolean };

const KIND = { REMARK: 'Замечание центра', QUESTION: 'Вопрос центра' } as const;

/** What the centre said about an answer and what the school replied, oldest first. */
export function ItemRemarks({ remarks, timeZone, canReply = false }: Props) {
  if (remarks.length === 0) return null;
  return (
    <ul className="space-y-3">
      {remarks.map((remark) => (
        <li key={remark.id} className="space-y-2 rounded-md border-l-4 border-warning bg-warning-soft px-4 py-3">
          <p className="text-sm text-ink-soft">
            <b className="font-semibold text-ink">{KIND[remark.kind]}</b>
            {' · '}
            {remark.author}, {formatMoment(remark.sentAt ?? remark.at, timeZone)}
            {remark.sentAt === null && ' · школа ещё не видит'}
            {remark.settledAt !== null && ' · снято'}
          </p>
          <p className="whitespace-pre-wrap break-words">{remark.text}</p>
          {remark.reply && (
            <div className="border-l-2 border-line-strong pl-3">
              <p className="text-sm text-ink-soft">
                Ответ школы · {remark.replyBy}
                {remark.replyAt && `, ${formatMoment(remark.replyAt, timeZone)}`}
              </p>
              <p className="whitespace-pre-wrap break-words">{remark.reply}</p>
            </div>
          )}
          {canReply && !remark.reply && remark.settledAt === null && (
            <ActionForm action={replyToRemark} label="Ответ на замечание">
              <input type="hidden" name="remarkId" value={remark.id} />
              <TextArea name="reply" label="Ваш ответ" required rows={2} maxLength={4000} />
              <SubmitButton variant="secondary" size="small" pendingText="Отправляем…">
                Ответить
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
