import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { SchoolFields } from '@/components/schools/school-fields';
import { SeenVersion } from '@/components/schools/seen-version';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { createSchool, editSchool } from '@/lib/schools/actions';
import type { School } from '@/lib/schools/school';

/** A school to be added, or one to be changed. */
export function SchoolFormScreen({ school }: { school?: School }) {
  const back = school ? links.school(school.id) : links.schools();
  return (
    <>
      <PageHeader
        title={school ? 'Изменить сведения о школе' : 'Новая школа'}
        lead={
          school
            ? 'Карты идущих кампаний не изменятся: состав школ закреплён при их открытии.'
            : 'Школа сразу появится в реестре и войдёт в следующие кампании.'
        }
        crumbs={[
          { href: links.schools(), title: 'Школы' },
          ...(school ? [{ href: back, title: school.shortName }] : []),
        ]}
      />
      <Surface>
        <ActionForm action={school ? editSchool : createSchool} label={school ? 'Сведения о школе' : 'Новая школа'}>
          {school && <SeenVersion school={school} />}
          <SchoolFields school={school} />
          <ButtonRow>
            <SubmitButton pendingText="Сохраняем…">{school ? 'Сохранить' : 'Добавить школу'}</SubmitButton>
            <ButtonLink href={back} variant="quiet">
              Отмена
            </ButtonLink>
          </ButtonRow>
        </ActionForm>
      </Surface>
    </>
  );
}
