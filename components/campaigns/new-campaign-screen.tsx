import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { FilterBar } from '@/components/table/filter-bar';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { createCampaign } from '@/lib/diagnostics/campaigns/campaign-actions';
import type { NewCampaignPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { versionTitle } from '@/lib/methodology/version-words';
import { CampaignFields } from './campaign-fields';

/** A new campaign: everything has a sensible beginning, so that most of it is left as it is. */
export function NewCampaignScreen({ versions, chosen, procedures, year, stage, opensAt, closesAt }: NewCampaignPage) {
  return (
    <>
      <PageHeader
        title="Новая кампания"
        crumbs={[{ href: links.campaigns(), title: 'Кампании' }]}
        lead="Состав школ портал возьмёт из реестра. До открытия кампанию и состав можно менять."
      />
      {chosen ? (
        <>
          {versions.length > 1 && (
            <FilterBar
              label="Версия методики"
              address={{ path: links.newCampaign(), params: { version: chosen.id } }}
              filters={[
                {
                  kind: 'select',
                  name: 'version',
                  label: 'Версия методики',
                  all: 'Самая новая',
                  options: versions.map((one) => ({ value: one.id, label: versionTitle(one) })),
                },
              ]}
            />
          )}
          <p className="mb-6">
            Методика:{' '}
            <SiteLink href={links.methodVersion(chosen.id)} className="link">
              {versionTitle(chosen)}
            </SiteLink>
          </p>
          <ActionForm action={createCampaign} label="Новая кампания" key={chosen.id}>
            <CampaignFields
              values={{
                versionId: chosen.id,
                year,
                stage,
                title: `Диагностика ${formatSchoolYear(year)}`,
                opensAt,
                closesAt,
                held: procedures.map((one) => one.code),
              }}
              procedures={procedures}
            />
            <SubmitButton pendingText="Создаём…">Создать кампанию</SubmitButton>
          </ActionForm>
        </>
      ) : (
        <EmptyState title="Нет утверждённой методики" icon="method">
          Кампанию проводят по утверждённой версии методики. Обратитесь к администратору портала.
        </EmptyState>
      )}
    </>
  );
}
