import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { Badge } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Stack, Surface } from '@/components/ui/surface';
import { archiveAssociation, editAssociation } from '@/lib/development/association-actions';
import type { AssociationPage } from '@/lib/development/association-queries';
import { ASSOCIATION_KIND_WORDS } from '@/lib/development/words';
import { links } from '@/lib/kernel/links';
import { AssociationContact } from './association-contact';
import { AssociationMembers } from './association-members';
import { AssociationMinutesList } from './association-minutes-list';
import { AssociationPlan } from './association-plan';
import { AssociationFields } from './associations-screen';
import { yearFilter } from './year-filter';

/** One association in a school year: who it is, members, plan, minutes. */
export function AssociationScreen({ page, address }: { page: AssociationPage; address: ListAddress }) {
  const { association, keeps } = page;
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.associations(), title: 'Методобъединения' }]}
        overline={association.schoolName ?? 'Муниципальное'}
        title={`${ASSOCIATION_KIND_WORDS[association.kind]}: ${association.subject}`}
        status={
          <>
            {association.isForProject && <Badge tone="accent">задачи проекта</Badge>}
            {association.archivedAt && <Badge>в архиве</Badge>}
          </>
        }
      />
      <FilterBar address={address} filters={[yearFilter(page.years)]} />
      <Surface>
        <DescriptionList
          items={[
            { term: 'Руководитель', value: association.headPosition || 'должность не указана' },
            {
              term: 'Контакт',
              value: page.contact?.name ?? 'имя не записано: для него нужно письменное согласие',
            },
            { term: 'В составе', value: `${association.people} чел.` },
          ]}
        />
      </Surface>
      <AssociationPlan page={page} />
      <AssociationMembers page={page} />
      <AssociationMinutesList page={page} />
      {keeps && <AssociationContact page={page} />}
      {keeps && (
        <Disclosure title="Исправить или убрать в архив">
          <Stack gap="medium">
            <Surface>
              <ActionForm key={association.version} action={editAssociation} label="Исправить методобъединение">
                <input type="hidden" name="associationId" value={association.id} />
                <input type="hidden" name="version" value={association.version} />
                <AssociationFields schools={page.schools} of={association} />
                <SubmitButton>Сохранить</SubmitButton>
              </ActionForm>
            </Surface>
            <ActionForm action={archiveAssociation} label="Архив">
              <input type="hidden" name="associationId" value={association.id} />
              <input type="hidden" name="version" value={association.version} />
              <input type="hidden" name="archived" value={association.archivedAt ? 'no' : 'yes'} />
              <SubmitButton variant="secondary">
                {association.archivedAt ? 'Вернуть из архива' : 'Убрать в архив'}
              </SubmitButton>
            </ActionForm>
          </Stack>
        </Disclosure>
      )}
    </Stack>
  );
}
