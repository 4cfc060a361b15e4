import { RadioGroup } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { INVITABLE_ROLES } from '@/lib/access/invitable-role';
import type { SchoolChoice } from '@/lib/access/person';
import type { Role } from '@/lib/access/role';
import { ROLE_HINTS, ROLE_WORDS } from '@/lib/access/words';

type Props = { schools: readonly SchoolChoice[]; role?: Role; schoolId?: string | null };

/** A role and the school it is for: the same two fields when a role is given and when it is changed. */
export function RoleFields({ schools, role, schoolId }: Props) {
  return (
    <>
      <RadioGroup
        name="role"
        label="Роль"
        options={INVITABLE_ROLES.map((value) => ({ value, label: ROLE_WORDS[value], hint: ROLE_HINTS[value] }))}
        defaultValue={role}
        required
      />
      <Select
        name="schoolId"
        label="Школа"
        hint="Только для директора и заместителя. Куратору школы закрепляют на его странице."
        empty="Без школы"
        options={schools.map((school) => ({ value: school.id, label: school.name }))}
        defaultValue={schoolId ?? ''}
      />
    </>
  );
}
