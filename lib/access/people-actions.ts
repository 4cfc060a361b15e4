'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { invitableRole, placeProblem } from '@/lib/access/invitable-role';
import { INVITATION_DAYS, invitationTokenHash, newInvitationToken } from '@/lib/access/invitation-token';
import { ownMunicipality } from '@/lib/access/own-municipality';
import {
  colleagueState,
  insertInvitation,
  lockAdministrators,
  lockPerson,
  releaseSchools,
  removeColleagueTotp,
  revokeInvitation,
  schoolChoices,
  setBlocked,
  setRole,
} from '@/lib/access/people-store';
import { seenState } from '@/lib/access/person';
import { personName } from '@/lib/access/person-name';
import { isSchoolRole } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { ROLE_WORDS } from '@/lib/access/words';
import { id, newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { env } from '@/lib/platform/env';
import type { Tx } from '@/lib/platform/prisma';

const schoolField = z
  .union([z.literal(''), id], { error: 'Выберите школу из списка.' })
  .default('')
  .transform((value) => value || undefined);

const linkOf = (token: string) => env().PORTAL_ORIGIN + links.invite(token);

async function assertPlace(
  tx: Tx,
  municipalityId: string,
  role: Parameters<typeof placeProblem>[0],
  schoolId?: string,
) {
  const problem = placeProblem(role, schoolId);
  if (problem) throw new Refusal('invalid', 'Проверьте роль и школу.', { schoolId: problem });
  if (schoolId && !(await schoolChoices(tx, municipalityId)).some((school) => school.id === schoolId)) throw notFound();
}

/**
 * The person as the administrator saw him, locked; somebody else's change in between is a conflict. Administrators are
 * locked first, so that two who block each other wait in one order instead of embracing.
 */
async function seenPerson(tx: Tx, viewer: Viewer, input: { membershipId: string; seen: string }) {
  const administrators = await lockAdministrators(tx, ownMunicipality(viewer));
  const person = await lockPerson(tx, ownMunicipality(viewer), input.membershipId);
  if (!person) throw notFound();
  if (seenState(person) !== input.seen) {
    throw new Refusal('conflict', 'Пока вы смотрели, эту запись изменил другой администратор. Обновите страницу.');
  }
  return { person, administrators };
}

/** Nobody locks himself out, and a municipality never loses its last administrator. */
function assertStaysManaged(viewer: Viewer, { person, administrators }: Awaited<ReturnType<typeof seenPerson>>): void {
  if (person.userId === viewer.userId) {
    throw new Refusal('invalid', 'Свою роль и свой доступ изменить нельзя: попросите другого администратора.');
  }
  if (administrators.includes(person.membershipId) && administrators.length === 1) {
    throw new Refusal('invalid', 'Это последний администратор: сначала назначьте другого.');
  }
}

/** Makes a one-time link. Its message is the link itself: it is shown once and stored nowhere. */
export const invitePerson = defineAction({
  name: 'invitation.create',
  permission: 'people.change',
  input: z.strictObject({
    email: z.email({ error: 'Укажите адрес вида name@example.ru.' }).max(254).toLowerCase(),
    name: personName,
    role: invitableRole,
    schoolId: schoolField,
  }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    await assertPlace(tx, municipalityId, input.role, input.schoolId);
    const token = newInvitationToken();
    const invitationId = newId();
    await insertInvitation(tx, {
      id: invitationId,
      tokenHash: invitationTokenHash(token),
      email: input.email,
      name: input.name,
      role: input.role,
      municipalityId,
      schoolId: input.schoolId ?? null,
      userId: null,
      createdById: viewer.userId,
      days: INVITATION_DAYS,
    });
    return {
      entity: 'invitation',
      entityId: invitationId,
      details: { email: input.email, role: input.role },
      message: linkOf(token),
    };
  },
});

export const withdrawInvitation = defineAction({
  name: 'invitation.revoke',
  permission: 'people.change',
  input: z.strictObject({ invitationId: id }),
  run: async ({ viewer, input, tx }) => {
    if (!(await revokeInvitation(tx, ownMunicipality(viewer), input.invitationId))) {
      throw new Refusal('conflict', 'Этой ссылкой уже воспользовались, или она отозвана. Обновите страницу.');
    }
    return { entity: 'invitation', entityId: input.invitationId, message: 'Ссылка отозвана.' };
  },
});

/** A one-time link to choose a new password; its message is the link. Ends the person's sign-ins when it is used. */
export const makePasswordLink = defineAction({
  name: 'person.password-link',
  permission: 'people.change',
  input: z.strictObject({ membershipId: id }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const person = await lockPerson(tx, municipalityId, input.membershipId);
    const state = person && (await colleagueState(tx, person.userId));
    if (!person || !state) throw notFound();
    if (state.worksElsewhere) {
      throw new Refusal(
        'forbidden',
        'Этот человек работает и в другом муниципалитете: ссылку на новый пароль может дать только оператор портала.',
      );
    }
    const token = newInvitationToken();
    await insertInvitation(tx, {
      id: newId(),
      tokenHash: invitationTokenHash(token),
      email: person.email,
      name: person.name,
      role: person.role,
      municipalityId,
      schoolId: person.schoolId,
      userId: person.userId,
      createdById: viewer.userId,
      days: INVITATION_DAYS,
    });
    return { entity: 'person', entityId: person.userId, message: linkOf(token) };
  },
});

export const changeRole = defineAction({
  name: 'person.role',
  permission: 'people.change',
  input: z.strictObject({ membershipId: id, seen: z.string().max(200), role: invitableRole, schoolId: schoolField }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const seen = await seenPerson(tx, viewer, input);
    const { person } = seen;
    // The form comes back with the school of the role that is left; another one would be a mistake to ask about.
    const isLeft = !isSchoolRole(input.role) && input.schoolId === person.schoolId;
    const schoolId = isLeft ? null : (input.schoolId ?? null);
    await assertPlace(tx, municipalityId, input.role, schoolId ?? undefined);
    assertStaysManaged(viewer, seen);
    await setRole(tx, municipalityId, person.membershipId, { role: input.role, schoolId });
    if (person.role === 'CURATOR' && input.role !== 'CURATOR') {
      await releaseSchools(tx, municipalityId, person.membershipId);
    }
    return {
      entity: 'membership',
      entityId: person.membershipId,
      details: { from: person.role, to: input.role, schoolId },
      message: `Теперь это ${ROLE_WORDS[input.role].toLowerCase()}. Изменение уже действует.`,
    };
  },
});

export const blockPerson = defineAction({
  name: 'person.block',
  permission: 'people.change',
  input: z.strictObject({ membershipId: id, seen: z.string().max(200) }),
  run: async ({ viewer, input, tx }) => {
    const seen = await seenPerson(tx, viewer, input);
    assertStaysManaged(viewer, seen);
    const { person } = seen;
    await setBlocked(tx, ownMunicipality(viewer), person.membershipId, true);
    return {
      entity: 'membership',
      entityId: person.membershipId,
      message: 'Доступ закрыт, входы этого человека в этой роли завершены.',
    };
  },
});

export const unblockPerson = defineAction({
  name: 'person.unblock',
  permission: 'people.change',
  input: z.strictObject({ membershipId: id, seen: z.string().max(200) }),
  run: async ({ viewer, input, tx }) => {
    const { person } = await seenPerson(tx, viewer, input);
    await setBlocked(tx, ownMunicipality(viewer), person.membershipId, false);
    return { entity: 'membership', entityId: person.membershipId, message: 'Доступ открыт. Можно входить снова.' };
  },
});

/** For a lost telephone. */
export const dropSecondFactor = defineAction({
  name: 'person.totp-off',
  permission: 'people.change',
  input: z.strictObject({ membershipId: id }),
  run: async ({ viewer, input, tx }) => {
    const person = await lockPerson(tx, ownMunicipality(viewer), input.membershipId);
    if (!person) throw notFound();
    if (!(await removeColleagueTotp(tx, person.userId))) {
      throw new Refusal(
        'conflict',
        'Отключить код нельзя: он уже отключён, это вы сами или человек работает и в другом муниципалитете.',
      );
    }
    return { entity: 'person', entityId: person.userId, message: 'Код при входе отключён.' };
  },
});
