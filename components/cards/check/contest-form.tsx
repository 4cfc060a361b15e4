import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import type { CardItem } from '@/lib/diagnostics/cards/card-page';
import { isContested, settledContest } from '@/lib/diagnostics/computed/contest';
import { settleContest } from '@/lib/diagnostics/computed/contest-actions';

/** The school has answered otherwise than the portal: the centre takes its answer, or writes a remark and returns the card. */
export function ContestForm({ item, cardId }: { item: CardItem; cardId: string }) {
  if (!isContested(item) || settledContest(item)) return null;
  return (
    <details className="group" open>
      <summary className="inline-flex min-h-11 items-center font-medium text-accent">Решить, чей ответ верен</summary>
      <div className="max-w-measure pt-2">
        <ActionForm action={settleContest} label={`Решение об ответе ${item.code}`}>
          <input type="hidden" name="cardId" value={cardId} />
          <input type="hidden" name="item" value={item.code} />
          <TextArea
            name="reason"
            label="Почему верен ответ школы"
            required
            rows={2}
            maxLength={2000}
            hint="Школа увидит эти слова. Если верен расчёт портала, напишите замечание и верните карту."
          />
          <SubmitButton variant="secondary" size="small" pendingText="Записываем…">
            Принять ответ школы
          </SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
