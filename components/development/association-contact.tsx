import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { DateInput, TextInput } from '@/components/form/text-input';
import { Disclosure } from '@/components/ui/disclosure';
import { nameAssociationHead } from '@/lib/development/association-actions';
import type { AssociationPage } from '@/lib/development/association-queries';
import { withdrawConsent } from '@/lib/development/deficit-actions';
import { formatDay } from '@/lib/kernel/day';

/** The name of the head as an official contact: by consent, and gone with it. */
export function AssociationContact({ page }: { page: AssociationPage }) {
  const { association, contact, schools } = page;
  if (contact)
    return (
      <Disclosure title="Согласие руководителя">
        <p className="pb-3">
          Согласие от {formatDay(contact.consentOn)}, записал(а) {contact.recordedBy}.
        </p>
        <ActionForm action={withdrawConsent} label="Согласие руководителя отозвано">
          <input type="hidden" name="personId" value={contact.id} />
          <SubmitButton variant="secondary">Согласие отозвано: стереть имя</SubmitButton>
        </ActionForm>
      </Disclosure>
    );
  return (
    <Disclosure title="Записать имя руководителя с согласия">
      <ActionForm action={nameAssociationHead} label="Контакт руководителя">
        <input type="hidden" name="associationId" value={association.id} />
        {schools.length > 0 && (
          <Select
            name="workplace"
            label="Где работает"
            empty="В школе-базе"
            options={schools.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          />
        )}
        <TextInput name="personName" label="Фамилия, имя, отчество" required maxLength={150} autoComplete="off" />
        <DateInput name="consentOn" label="Дата согласия" required max={page.today} />
        <Checkbox
          name="hasConsent"
          label="Письменное согласие есть"
          hint="Имя увидят школы, центр и управление: это служебный контакт"
        />
        <SubmitButton variant="secondary">Записать контакт</SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
