import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Surface } from '@/components/ui/surface';
import type { ExtendCardPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { extendCard } from '@/lib/diagnostics/cards/card-actions';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';

/** More time for one school; the school sees the reason. */
export function ExtendCardScreen({ campaign, card, dueAt, timeZone }: ExtendCardPage) {
  const owes = card.status === 'DRAFT' || card.status === 'RETURNED';
  return (
    <>
      <PageHeader
        title={card.schoolName}
        overline="Продление срока"
        crumbs={[
          { href: links.campaigns(), title: 'Кампании' },
          { href: links.campaign(campaign.id), title: campaign.title },
        ]}
        lead={`Кампания закрывается ${formatMoment(campaign.closesAt, timeZone)}.${
          card.dueAt && card.dueAt > campaign.closesAt
            ? ` Для школы срок уже продлён до ${formatMoment(card.dueAt, timeZone)}: ${card.dueReason}.`
            : ''
        }`}
      />
      {owes ? (
        <Surface>
          <ActionForm action={extendCard} label="Продлить срок">
            <input type="hidden" name="cardId" value={card.id} />
            <TextInput
              name="dueAt"
              label="Новый срок для этой школы"
              type="datetime-local"
              required
              defaultValue={dueAt}
              hint="Время – по часам вашего муниципалитета. Остальным школам срок не меняется."
              width="half"
            />
            <TextArea name="reason" label="Причина" hint="Её увидит школа." required rows={3} maxLength={1000} />
            <SubmitButton pendingText="Сохраняем…">Продлить срок</SubmitButton>
          </ActionForm>
        </Surface>
      ) : (
        <Notice title="Школа уже отправила карту">Продлевать срок не нужно.</Notice>
      )}
    </>
  );
}
