import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { editCampaign } from '@/lib/diagnostics/campaigns/campaign-actions';
import type { CampaignSettingsPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { links } from '@/lib/kernel/links';
import { CampaignFields } from './campaign-fields';

/** A campaign that is not open yet. */
export function EditCampaignScreen({ campaign, state, procedures, opensAt, closesAt }: CampaignSettingsPage) {
  return (
    <>
      <PageHeader
        title="Изменить кампанию"
        crumbs={[
          { href: links.campaigns(), title: 'Кампании' },
          { href: links.campaign(campaign.id), title: campaign.title },
        ]}
      />
      {state === 'PLANNED' ? (
        <ActionForm action={editCampaign} label="Кампания">
          <input type="hidden" name="id" value={campaign.id} />
          <input type="hidden" name="version" value={campaign.version} />
          <CampaignFields values={{ ...campaign, opensAt, closesAt }} procedures={procedures} />
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
        </ActionForm>
      ) : (
        <Notice
          title="Кампания уже открыта"
          actions={
            <ButtonLink href={links.campaignDates(campaign.id)} variant="secondary">
              Изменить срок
            </ButtonLink>
          }
        >
          Методика, учебный год, процедуры и состав больше не меняются: иначе у школ изменились бы вопросы. Изменить
          можно только срок закрытия.
        </Notice>
      )}
    </>
  );
}
