import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { acceptCard, amendCard, reopenCard, returnCard } from '@/lib/diagnostics/cards/card-actions';
import type { CardPage } from '@/lib/diagnostics/cards/card-page';
import { CARD_MOVE_WORDS } from '@/lib/diagnostics/words';
import { count } from '@/lib/kernel/russian';

type Props = { page: CardPage; unsent: number };

const hidden = (cardId: string, revision: number) => (
  <>
    <input type="hidden" name="cardId" value={cardId} />
    <input type="hidden" name="revision" value={revision} />
  </>
);

/** The buttons that the life cycle gives the centre in this state; each names the round it was looking at. */
export function Decide({ page, unsent }: Props) {
  const { head, moves } = page;
  const fields = hidden(head.id, head.submittedRevision);
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      {moves.includes('accept') && (
        <ActionForm action={acceptCard} label="Принять карту">
          {fields}
          {unsent > 0 && (
            <p className="text-warning">
              Записаны и не отправлены: {count(unsent, ['замечание', 'замечания', 'замечаний'])}. При приёме карты школа
              их не увидит.
            </p>
          )}
          <SubmitButton pendingText="Принимаем…">{CARD_MOVE_WORDS.accept}</SubmitButton>
        </ActionForm>
      )}
      {moves.includes('return') && (
        <ActionForm action={returnCard} label="Вернуть карту">
          {fields}
          <TextArea
            name="reason"
            label="Пояснение к возврату"
            required={unsent === 0}
            rows={2}
            maxLength={4000}
            hint={
              unsent > 0
                ? `Вместе с возвратом школа увидит ${count(unsent, ['замечание', 'замечания', 'замечаний'])}.`
                : 'Замечаний к ответам нет – объясните, что исправить.'
            }
          />
          {head.phase === 'PAST' && (
            <TextInput
              name="dueAt"
              type="date"
              label="Исправить до"
              width="short"
              hint="Срок кампании прошёл. Без даты – три дня."
            />
          )}
          <SubmitButton variant="secondary" pendingText="Возвращаем…">
            {CARD_MOVE_WORDS.return}
          </SubmitButton>
        </ActionForm>
      )}
      {(moves.includes('reopen') || moves.includes('amend')) && (
        <ActionForm action={moves.includes('reopen') ? reopenCard : amendCard} label="Открыть карту заново">
          {fields}
          <TextArea
            name="reason"
            label="Почему карту открывают заново"
            required
            rows={2}
            maxLength={4000}
            hint={
              moves.includes('amend')
                ? 'Карта закрыта приказом: исправление войдёт в силу с изменяющим приказом.'
                : 'Школа увидит причину.'
            }
          />
          <SubmitButton variant="secondary" pendingText="Открываем…">
            {CARD_MOVE_WORDS[moves.includes('reopen') ? 'reopen' : 'amend']}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
