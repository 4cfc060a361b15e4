import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Section, Surface } from '@/components/ui/surface';
import { SCHOOL_FORMS } from '@/lib/diagnostics/campaigns/campaign-words';
import { prepareList, refreshList } from '@/lib/diagnostics/lists/list-actions';
import type { CampaignListPage } from '@/lib/diagnostics/lists/list-queries';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';

/** The centre's beginning: the first list, or one that amends an approved one. */
export function BeginList({ page }: { page: CampaignListPage }) {
  const { campaign, list, accepted } = page;
  if (!page.mayPrepare) return null;
  if (accepted === 0)
    return (
      <Notice title="Список пока не из чего составить">
        Список составляется по принятым картам, а принятых карт ещё нет. Проверьте отправленные карты.
      </Notice>
    );
  return (
    <Section
      title={list ? 'Изменить утверждённый список' : 'Составить список'}
      lead={
        list
          ? `Утверждённый список № ${list.number} останется как есть; изменение – новый список со своим приказом. Решения по школам перейдут в него.`
          : `Портал предложит решения по принятым картам: ${count(accepted, SCHOOL_FORMS)}. Решает комиссия.`
      }
    >
      <Surface>
        <ActionForm action={prepareList} label="Составить список">
          <input type="hidden" name="campaign" value={campaign.id} />
          {list && <TextArea name="reason" label="Почему список меняется" required rows={3} maxLength={1000} />}
          <SubmitButton variant={list ? 'secondary' : 'primary'} pendingText="Составляем…">
            {list ? `Составить список № ${list.number + 1}` : 'Составить список'}
          </SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}

/** What keeps a list from going on: cards changed since, cards not considered, a return by the department. */
export function ListObstacles({ page }: { page: CampaignListPage }) {
  const { campaign, list, changed, unreviewed, role } = page;
  if (!list || list.status === 'APPROVED') return null;
  return (
    <div className="space-y-4">
      {list.returnReason !== '' && (
        <Notice tone="warning" title="Управление вернуло список">
          <p>{list.returnReason}</p>
        </Notice>
      )}
      {changed > 0 && (
        <Notice tone="warning" title={`После составления списка изменились карты: ${changed}`}>
          {role === 'CENTRE' && list.status === 'DRAFT' ? (
            <ActionForm action={refreshList} label="Обновить список">
              <p>Решения, которые комиссия уже приняла, сохранятся, если вывод по школе не изменился.</p>
              <input type="hidden" name="campaign" value={campaign.id} />
              <input type="hidden" name="version" value={list.version} />
              <SubmitButton variant="secondary" pendingText="Обновляем…">
                Обновить по принятым картам
              </SubmitButton>
            </ActionForm>
          ) : (
            <p>Чтобы учесть их, верните список центру.</p>
          )}
        </Notice>
      )}
      {unreviewed.length > 0 && (
        <Notice title={`Не рассмотрены: ${count(unreviewed.length, SCHOOL_FORMS)}`}>
          <p>Карты этих школ ещё не приняты: {unreviewed.map((card) => card.schoolName).join(', ')}.</p>
        </Notice>
      )}
    </div>
  );
}

/** The next step of whoever holds the list. */
export function ListNextStep({ page }: { page: CampaignListPage }) {
  const { campaign } = page;
  if (page.mayPropose)
    return (
      <>
        <ButtonLink href={links.listHandover(campaign.id)} icon="send">
          Передать на утверждение
        </ButtonLink>
        <ButtonLink href={links.listSupport(campaign.id)} variant="secondary" icon="plus">
          Поддержать другую школу
        </ButtonLink>
      </>
    );
  if (page.mayApprove)
    return (
      <ButtonLink href={links.listHandover(campaign.id)} icon="order">
        Утвердить приказом или вернуть
      </ButtonLink>
    );
  return null;
}
