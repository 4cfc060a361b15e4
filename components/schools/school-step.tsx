import type { ComponentProps, ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { SeenVersion } from '@/components/schools/seen-version';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import type { School } from '@/lib/schools/school';

type Props = {
  school: School;
  title: string;
  lead: string;
  submit: string;
  action: ComponentProps<typeof ActionForm>['action'];
  /** What will happen, before the form. */
  before?: ReactNode;
  children: ReactNode;
};

/** One step in the life of a school on a page of its own: what will happen, the form, the way back. */
export function SchoolStep({ school, title, lead, submit, action, before, children }: Props) {
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        crumbs={[
          { href: links.schools(), title: 'Школы' },
          { href: links.school(school.id), title: school.shortName },
        ]}
      />
      {before && <div className="mb-6">{before}</div>}
      <Surface>
        <ActionForm action={action} label={title}>
          <SeenVersion school={school} />
          {children}
          <ButtonRow>
            <SubmitButton pendingText="Сохраняем…">{submit}</SubmitButton>
            <ButtonLink href={links.school(school.id)} variant="quiet">
              Отмена
            </ButtonLink>
          </ButtonRow>
        </ActionForm>
      </Surface>
    </>
  );
}

/** The document a step is founded on. */
export function BasisField() {
  return <TextInput name="basis" label="Основание" hint="Например: постановление № 145 от 01.06.2026." required />;
}
