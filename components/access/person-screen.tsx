import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Badge } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import {
  blockPerson,
  changeRole,
  dropSecondFactor,
  makePasswordLink,
  unblockPerson,
} from '@/lib/access/people-actions';
import type { PersonPage } from '@/lib/access/people-queries';
import { seenState } from '@/lib/access/person';
import { ROLE_WORDS } from '@/lib/access/words';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { OneTimeLinkForm } from './one-time-link-form';
import { RoleFields } from './role-fields';

/** One person in one role: what he may, which schools a curator has, access, password. */
export function PersonScreen({ page }: { page: PersonPage }) {
  const { person, state, timeZone } = page;
  return (
    <>
      <PageHeader
        title={person.name}
        lead={person.email}
        crumbs={[{ href: links.people(), title: 'Пользователи' }]}
        status={
          person.blockedAt && (
            <Badge tone="danger" icon="lock">
              доступ закрыт
            </Badge>
          )
        }
      />
      <Stack>
        <Surface>
          <DescriptionList
            items={[
              { term: 'Роль', value: ROLE_WORDS[person.role] },
              { term: 'Школа', value: person.schoolName ?? '–' },
              { term: 'Роль дана', value: formatMoment(person.createdAt, timeZone) },
              {
                term: 'Был на портале',
                value: state.lastSeenAt ? formatMoment(state.lastSeenAt, timeZone) : 'ещё нет',
              },
              { term: 'Код при входе', value: state.hasTotp ? 'включён' : 'не включён' },
            ]}
          />
        </Surface>
        {page.isSelf ? (
          <Notice title="Это вы">Свою роль и свой доступ меняет только другой администратор.</Notice>
        ) : (
          <>
            {person.role === 'CURATOR' && <CuratorSchools page={page} />}
            <RoleChange page={page} />
            <PasswordLink page={page} />
            {state.hasTotp && !state.worksElsewhere && <LostTelephone page={page} />}
            <Access page={page} />
          </>
        )}
      </Stack>
    </>
  );
}

/** Schools are given where their load and conflicts are seen: on the pages of support, by the centre. */
function CuratorSchools({ page: { assigned } }: { page: PersonPage }) {
  return (
    <Section
      title="Закреплённые школы"
      lead="Куратор видит принятые карты только этих школ. Школы закрепляет центр на странице сопровождения школы."
    >
      <Surface>
        <p>{assigned.length === 0 ? 'Школ пока нет.' : assigned.join(', ')}</p>
      </Surface>
    </Section>
  );
}

function RoleChange({ page: { person, schools } }: { page: PersonPage }) {
  return (
    <Section title="Сменить роль" lead="Новая роль действует сразу, даже если человек сейчас на портале.">
      <Surface>
        <ActionForm action={changeRole} label="Сменить роль">
          <input type="hidden" name="membershipId" value={person.membershipId} />
          <input type="hidden" name="seen" value={seenState(person)} />
          <RoleFields schools={schools} role={person.role} schoolId={person.schoolId} />
          <SubmitButton variant="secondary" pendingText="Сохраняем…">
            Сменить роль
          </SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}

function PasswordLink({ page: { person, state } }: { page: PersonPage }) {
  return (
    <Section
      title="Новый пароль"
      lead="Если человек забыл пароль, дайте ему одноразовую ссылку. Когда он задаст новый, все его прежние входы завершатся."
    >
      {state.worksElsewhere ? (
        <Notice title="Ссылку даёт оператор портала">
          Этот человек работает и в другом муниципалитете, поэтому сменить ему пароль отсюда нельзя.
        </Notice>
      ) : (
        <Surface>
          <OneTimeLinkForm action={makePasswordLink} submit="Сделать ссылку" label="Ссылка для нового пароля">
            <input type="hidden" name="membershipId" value={person.membershipId} />
          </OneTimeLinkForm>
        </Surface>
      )}
    </Section>
  );
}

function LostTelephone({ page: { person } }: { page: PersonPage }) {
  return (
    <Section
      title="Потерян телефон"
      lead="Отключите код при входе, если убедились, что просит сам человек. Потом он включит код заново."
    >
      <ActionForm action={dropSecondFactor} label="Отключить код при входе">
        <input type="hidden" name="membershipId" value={person.membershipId} />
        <SubmitButton variant="secondary" pendingText="Отключаем…">
          Отключить код при входе
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}

function Access({ page: { person } }: { page: PersonPage }) {
  return (
    <Section
      title={person.blockedAt ? 'Открыть доступ' : 'Закрыть доступ'}
      lead={
        person.blockedAt
          ? 'Человек снова сможет войти в этой роли.'
          : 'Входы человека в этой роли завершатся сразу. Всё, что он сделал, останется.'
      }
    >
      <ActionForm action={person.blockedAt ? unblockPerson : blockPerson} label="Доступ">
        <input type="hidden" name="membershipId" value={person.membershipId} />
        <input type="hidden" name="seen" value={seenState(person)} />
        <SubmitButton variant={person.blockedAt ? 'primary' : 'danger'} pendingText="Сохраняем…">
          {person.blockedAt ? 'Открыть доступ' : 'Закрыть доступ'}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
