import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { supportSchool } from '@/lib/diagnostics/lists/list-actions';
import type { ListSupportPage } from '@/lib/diagnostics/lists/list-queries';
import { links } from '@/lib/kernel/links';

/** Support for any other school with a problem, without the label (C1.3). */
export function ListSupportScreen({ campaign, schools }: ListSupportPage) {
  return (
    <>
      <PageHeader
        title="Поддержать другую школу"
        crumbs={[
          { href: links.campaign(campaign.id), title: campaign.title },
          { href: links.campaignList(campaign.id), title: 'Список комиссии' },
        ]}
        lead="Помощь можно дать любой школе, в которой возникла проблема с показателями. В список она не входит и никак не называется."
      />
      {schools.length === 0 ? (
        <Notice title="Все школы реестра уже в таблице">Измените решение в строке нужной школы.</Notice>
      ) : (
        <ActionForm action={supportSchool} label="Поддержать школу">
          <input type="hidden" name="campaign" value={campaign.id} />
          <Select
            name="school"
            label="Школа"
            required
            empty="Выберите школу"
            options={schools.map((school) => ({ value: school.id, label: school.shortName }))}
          />
          <TextArea
            name="reason"
            label="Какая возникла проблема"
            hint="Что изменилось и какая помощь нужна."
            required
            rows={4}
            maxLength={1000}
          />
          <SubmitButton pendingText="Добавляем…">Добавить школу</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
