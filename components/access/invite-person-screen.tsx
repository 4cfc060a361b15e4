import { TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/ui/page-header';
import { Surface } from '@/components/ui/surface';
import { invitePerson } from '@/lib/access/people-actions';
import type { SchoolChoice } from '@/lib/access/person';
import { links } from '@/lib/kernel/links';
import { OneTimeLinkForm } from './one-time-link-form';
import { RoleFields } from './role-fields';

export function InvitePersonScreen({ form }: { form: { schools: readonly SchoolChoice[] } }) {
  return (
    <>
      <PageHeader
        title="Пригласить"
        lead="Портал сделает одноразовую ссылку на семь дней. Передайте её человеку сами: письмом, в мессенджере или на бумаге."
        crumbs={[{ href: links.people(), title: 'Пользователи' }]}
      />
      <Surface>
        <OneTimeLinkForm action={invitePerson} submit="Сделать ссылку" label="Приглашение">
          <TextInput
            name="name"
            label="Фамилия, имя, отчество"
            hint="Человек сможет поправить."
            autoComplete="off"
            required
          />
          <TextInput name="email" type="email" label="Электронная почта" autoComplete="off" required />
          <RoleFields schools={form.schools} />
        </OneTimeLinkForm>
      </Surface>
    </>
  );
}
