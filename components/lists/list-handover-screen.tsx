import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { SCHOOL_FORMS } from '@/lib/diagnostics/campaigns/campaign-words';
import { approveList, giveBackList, proposeList } from '@/lib/diagnostics/lists/list-actions';
import type { CampaignListPage } from '@/lib/diagnostics/lists/list-queries';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { ListObstacles } from './list-steps';

/** The list changes hands: the centre hands it over, the department approves it by order or gives it back. */
export function ListHandoverScreen({ page }: { page: CampaignListPage }) {
  const { campaign, list, unreviewed } = page;
  if (!list) return null;
  const seen = (
    <>
      <input type="hidden" name="campaign" value={campaign.id} />
      <input type="hidden" name="version" value={list.version} />
    </>
  );
  const sums = `Включить – ${list.included}, поддержка без включения – ${list.supported}.`;
  return (
    <>
      <PageHeader
        title={page.mayApprove ? 'Утвердить список' : 'Передать список на утверждение'}
        overline={`Список № ${list.number}`}
        crumbs={[
          { href: links.campaign(campaign.id), title: campaign.title },
          { href: links.campaignList(campaign.id), title: 'Список комиссии' },
        ]}
        lead={sums}
      />
      <Stack>
        <ListObstacles page={page} />
        {page.mayPropose && (
          <Surface>
            <ActionForm action={proposeList} label="Передать на утверждение">
              {seen}
              <p className="max-w-measure">
                Список увидит управление. Пока он там, решения меняет только управление; оно утвердит список приказом
                или вернёт вам с причиной.
              </p>
              {unreviewed.length > 0 && (
                <Checkbox
                  name="unreviewed"
                  required
                  label={`Передать без школ, чьи карты не приняты (${count(unreviewed.length, SCHOOL_FORMS)})`}
                  hint="В списке о них ничего не сказано; позже их можно учесть изменением списка."
                />
              )}
              <SubmitButton pendingText="Передаём…">Передать на утверждение</SubmitButton>
            </ActionForm>
          </Surface>
        )}
        {page.mayApprove && (
          <>
            <Section
              title="Утвердить приказом"
              lead="После этого список не меняется, а принятые карты его школ закрываются. Исправление – новый список с новым приказом."
            >
              <Surface>
                <ActionForm action={approveList} label="Утвердить список приказом">
                  {seen}
                  <TextInput name="orderNumber" label="Номер приказа" required maxLength={50} width="short" />
                  <DateInput
                    name="orderDate"
                    label="Дата приказа"
                    required
                    defaultValue={page.today}
                    max={page.today}
                  />
                  <TextInput
                    name="orderTitle"
                    label="Название приказа"
                    required
                    maxLength={500}
                    hint="Как оно стоит в самом приказе: «Об утверждении списка…»."
                  />
                  <SubmitButton pendingText="Утверждаем…">Утвердить приказом</SubmitButton>
                </ActionForm>
              </Surface>
            </Section>
            <Section title="Вернуть центру">
              <Surface>
                <ActionForm action={giveBackList} label="Вернуть список центру">
                  {seen}
                  <TextArea name="returnReason" label="Что нужно исправить" required rows={3} maxLength={1000} />
                  <SubmitButton variant="danger" pendingText="Возвращаем…">
                    Вернуть центру
                  </SubmitButton>
                </ActionForm>
              </Surface>
            </Section>
          </>
        )}
        {!page.mayPropose && !page.mayApprove && (
          <Notice title="Сейчас список не у вас">
            {list.status === 'APPROVED'
              ? 'Он уже утверждён приказом.'
              : 'Действие появится, когда список вернётся к вам.'}
          </Notice>
        )}
      </Stack>
    </>
  );
}
