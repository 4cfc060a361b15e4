import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { CardItem, CardPage } from '@/lib/diagnostics/cards/card-page';
import { confirmComputed } from '@/lib/diagnostics/computed/computed-actions';
import { canConfirm as isConfirmable } from '@/lib/diagnostics/computed/confirm-computed';
import { settledContest } from '@/lib/diagnostics/computed/contest';
import type { Ground } from '@/lib/diagnostics/computed/reviewed-sign';
import { ANSWER_WORDS } from '@/lib/diagnostics/words';
import { links } from '@/lib/kernel/links';

type Props = {
  item: CardItem;
  cardId: string;
  /** The school fills: it may take the answer over. */
  canConfirm?: boolean;
};

/** What the portal answers by itself: value, reason with the numbers, files; and whether the school agrees. */
export function ComputedNote({ item, cardId, canConfirm = false }: Props) {
  const { computed, answer } = item;
  if (!computed) return null;
  const agrees = answer?.value === computed.value;
  const isKnown = computed.value !== 'NO_DATA';
  const hasChanged = computed.previous !== null && answer !== null && !agrees;
  const settled = settledContest(item);
  const isTakenOver = agrees && answer?.source === 'COMPUTED';
  return (
    <div className="max-w-measure space-y-2 rounded-md border-l-4 border-info bg-info-soft px-4 py-3 text-sm">
      <p>
        {isKnown && (
          <>
            {LEADS[computed.ground]}: <b className="font-semibold">{ANSWER_WORDS[computed.value]}</b>
            {answer && (agrees ? ' – ответ школы тот же' : ` – ответ школы: ${ANSWER_WORDS[answer.value]}`)}.{' '}
          </>
        )}
        {!isKnown && computed.ground === 'FORMULA' && 'Портал пока не может ответить сам. '}
        {computed.because}
      </p>
      {computed.turning && <p className="text-ink-soft">{computed.turning}</p>}
      {hasChanged && (
        <p className="font-medium">
          Ответ портала изменился: раньше было «{ANSWER_WORDS[computed.previous ?? 'NO_DATA']}».
        </p>
      )}
      {settled && <p className="font-medium">Центр принял ответ школы: {settled.reason}</p>}
      {computed.files.length > 0 && <p className="break-words text-ink-soft">Файлы: {computed.files.join(', ')}</p>}
      {canConfirm && isConfirmable(computed, true) && !isTakenOver && (
        <>
          <ActionForm action={confirmComputed} label={`Подтвердить ответ ${item.code}`}>
            <input type="hidden" name="cardId" value={cardId} />
            <input type="hidden" name="item" value={item.code} />
            <SubmitButton variant="secondary" size="small" pendingText="Сохраняем…">
              {isKnown ? `Подтвердить «${ANSWER_WORDS[computed.value]}»` : 'Пока ответить «нет данных»'}
            </SubmitButton>
          </ActionForm>
          {!agrees && isKnown && (
            <p className="text-ink-soft">
              Не согласны – выберите другой ответ, объясните в комментарии и приложите документ: решит центр.
            </p>
          )}
        </>
      )}
    </div>
  );
}

const LEADS: Readonly<Record<Ground, string>> = {
  FORMULA: 'Портал посчитал',
  MARKER: 'Портал посчитал',
  CONFIRMED: 'По решению центра',
  REJECTED: 'По решению центра',
};

/** The page of the smallest changes, for a card on which anything is computed. */
export const stepsHrefOf = ({ head, sections }: Pick<CardPage, 'head' | 'sections'>): string | undefined =>
  sections.some(({ criteria }) => criteria.some(({ items }) => items.some(({ computed }) => computed !== null)))
    ? links.cardSteps(head.id)
    : undefined;

/** «Портал посчитал 17 ответов»: all of them that have no answer yet, in one go. */
export function ConfirmAllComputed({ cardId, items }: { cardId: string; items: readonly CardItem[] }) {
  const waiting = items.filter(({ computed, answer }) => computed && computed.value !== 'NO_DATA' && !answer).length;
  if (waiting === 0) return null;
  return (
    <div className="mb-6 rounded-lg border border-line bg-info-soft p-5">
      <ActionForm action={confirmComputed} label="Подтвердить посчитанные ответы">
        <input type="hidden" name="cardId" value={cardId} />
        <p className="max-w-measure">
          По загруженным результатам портал ответил сам: ещё не подтверждено – {waiting}. Посмотрите их ниже по одному
          или подтвердите сразу все; потом любой ответ можно изменить.
        </p>
        <SubmitButton pendingText="Сохраняем…">Подтвердить все ({waiting})</SubmitButton>
      </ActionForm>
    </div>
  );
}
