import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import {
  closeCampaign,
  deleteCampaign,
  extendCampaign,
  openCampaign,
} from '@/lib/diagnostics/campaigns/campaign-actions';
import type { CampaignSettingsPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { CampaignStateBadge } from './campaigns-screen';

/** Which campaign, and as of which version: what every change of one names. */
export function Seen({ campaign }: { campaign: { readonly id: string; readonly version: number } }) {
  return (
    <>
      <input type="hidden" name="id" value={campaign.id} />
      <input type="hidden" name="version" value={campaign.version} />
    </>
  );
}

/** The question before a campaign that has not opened is thrown away, in the dialog and on the page without JavaScript. */
export function DeleteCampaign({ campaign }: { campaign: { readonly id: string; readonly version: number } }) {
  return (
    <ActionForm action={deleteCampaign} label="Удалить кампанию">
      <Seen campaign={campaign} />
      <p className="max-w-measure">
        Кампания исчезнет вместе с составом и сроками, вернуть её будет нельзя. Ответов в ней ещё нет: школы не
        начинали. Запись об удалении останется в журнале.
      </p>
      <SubmitButton variant="danger" pendingText="Удаляем…">
        Да, удалить кампанию
      </SubmitButton>
    </ActionForm>
  );
}

/** Opening, prolonging and closing: what changes for every school at once, each with its consequence said. */
export function CampaignDatesScreen({ campaign, state, closesAt, timeZone }: CampaignSettingsPage) {
  return (
    <>
      <PageHeader
        title="Сроки кампании"
        crumbs={[
          { href: links.campaigns(), title: 'Кампании' },
          { href: links.campaign(campaign.id), title: campaign.title },
        ]}
        status={<CampaignStateBadge state={state} />}
        lead={`Открытие ${formatMoment(campaign.opensAt, timeZone)}, закрытие ${formatMoment(campaign.closesAt, timeZone)}.`}
      />
      <Stack>
        {state === 'PLANNED' ? (
          <Section id="open" title="Открыть сейчас">
            <Surface>
              <ActionForm action={openCampaign} label="Открыть кампанию сейчас">
                <Seen campaign={campaign} />
                <p className="max-w-measure">
                  Школы сразу смогут заполнять карты. Состав, методика, учебный год и процедуры замрут: изменить их
                  будет нельзя. Закрытие останется прежним.
                </p>
                <div className="flex flex-wrap gap-3">
                  <SubmitButton pendingText="Открываем…">Да, открыть сейчас</SubmitButton>
                  <ButtonLink href={links.editCampaign(campaign.id)} variant="secondary">
                    Изменить даты
                  </ButtonLink>
                </div>
              </ActionForm>
            </Surface>
          </Section>
        ) : (
          <Section id="extend" title={state === 'OPEN' ? 'Изменить срок закрытия' : 'Открыть снова до нового срока'}>
            <Surface>
              <ActionForm action={extendCampaign} label="Срок закрытия">
                <Seen campaign={campaign} />
                <TextInput
                  name="closesAt"
                  label="Новый срок"
                  type="datetime-local"
                  required
                  defaultValue={closesAt}
                  hint="Время – по часам вашего муниципалитета. Срок меняется для всех школ сразу."
                  width="half"
                />
                <TextArea name="reason" label="Причина" required rows={3} maxLength={1000} />
                <SubmitButton pendingText="Сохраняем…">Сохранить новый срок</SubmitButton>
              </ActionForm>
            </Surface>
          </Section>
        )}
        {state === 'PLANNED' && (
          <Section id="delete" title="Удалить кампанию">
            <Surface>
              <DeleteCampaign campaign={campaign} />
            </Surface>
          </Section>
        )}
        {state === 'OPEN' && (
          <Section id="close" title="Закрыть сейчас">
            <Surface>
              <ActionForm action={closeCampaign} label="Закрыть кампанию сейчас">
                <Seen campaign={campaign} />
                <p className="max-w-measure">
                  Школы больше не смогут отправить карты, кроме тех, кому срок продлён отдельно. Проверка уже
                  отправленных карт продолжится.
                </p>
                <TextArea name="closeReason" label="Причина" required rows={3} maxLength={1000} />
                <SubmitButton variant="danger" pendingText="Закрываем…">
                  Да, закрыть сейчас
                </SubmitButton>
              </ActionForm>
            </Surface>
          </Section>
        )}
      </Stack>
    </>
  );
}
