'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { isSchoolRole } from '@/lib/access/role';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import {
  changedMeanwhile,
  idOrNone,
  longText,
  neededShort,
  shortText,
  siteOrNone,
  version,
} from '@/lib/partnerships/action-input';
import { findOrganisation, insertOrganisation, updateOrganisation } from '@/lib/partnerships/organisation-store';
import { ORGANISATION_KINDS, RESOURCE_KINDS } from '@/lib/partnerships/partnership';
import { findResource, insertResource, updateResource } from '@/lib/partnerships/resource-store';
import { readSchool } from '@/lib/schools/queries';

const organisationFields = {
  organisationKind: z.enum(ORGANISATION_KINDS, 'Выберите вид организации'),
  ...{ name: neededShort('Напишите название'), phone: shortText, email: shortText, site: siteOrNone },
  ...{ address: shortText, offers: longText },
};

/** An outside partner: a university, extra-school education, a ПМС-centre. */
export const addOrganisation = defineAction({
  name: 'partnership.organisation-add',
  permission: 'partnership.change',
  input: z.strictObject(organisationFields),
  run: async ({ viewer, tx, input }) => {
    const { organisationKind: kind, ...fields } = input;
    const draft = { ...fields, kind, isRetired: false };
    const entityId = await insertOrganisation(tx, ownMunicipality(viewer), draft, viewer.userId);
    return {
      ...{ entity: 'partner_organisation', entityId, details: { name: input.name } },
      ...{ message: 'Организация добавлена.', to: links.partnerOrganisations() },
    };
  },
});

/** Its contacts, or that it is not offered any more; partnerships that have it keep it. */
export const editOrganisation = defineAction({
  name: 'partnership.organisation-edit',
  permission: 'partnership.change',
  input: z.strictObject({ organisationId: id, version, ...organisationFields, isRetired: z.literal('on').optional() }),
  run: async ({ viewer, tx, input }) => {
    const { organisationId, version: seen, organisationKind: kind, isRetired, ...fields } = input;
    const known = await findOrganisation(tx, ownMunicipality(viewer), organisationId);
    if (!known) throw notFound();
    const draft = { ...fields, kind, isRetired: isRetired === 'on' };
    if (!(await updateOrganisation(tx, { id: known.id, version: seen }, draft))) throw changedMeanwhile();
    return {
      ...{ entity: 'partner_organisation', entityId: known.id, details: { name: input.name } },
      ...{ message: 'Сохранено.', to: links.partnerOrganisations() },
    };
  },
});

const resourceFields = {
  resourceKind: z.enum(RESOURCE_KINDS, 'Выберите, что это'),
  title: neededShort('Напишите, что вы предлагаете'),
  terms: longText,
};

/** Whose it is: a school's own without a choice; of the centre either a school or an organisation. */
async function ownerOf(context: QueryContext, schoolId: string, organisationId: string) {
  const { viewer, tx } = context;
  const isSchool = isSchoolRole(viewer.role);
  if (isSchool && (organisationId !== '' || (schoolId !== '' && schoolId !== viewer.schoolId))) throw notFound();
  const asked = isSchool ? (viewer.schoolId ?? '') : schoolId;
  const school = asked === '' ? undefined : await readSchool(context, asked);
  const organisation =
    organisationId === '' ? undefined : await findOrganisation(tx, ownMunicipality(viewer), organisationId);
  if (organisationId !== '' && !organisation) throw notFound();
  if ((school === undefined) === (organisation === undefined))
    throw new Refusal('invalid', 'Выберите, чей это ресурс: школы или организации.', {
      schoolId: 'Либо школа, либо организация',
    });
  const ownerName = school?.shortName ?? organisation?.name ?? '';
  return { schoolId: school?.id ?? null, organisationId: organisation?.id ?? null, ownerName };
}

/** What a school offers to others; the centre writes for organisations and for schools. */
export const addResource = defineAction({
  name: 'partnership.resource-add',
  permission: 'partnership.work',
  input: z.strictObject({ schoolId: idOrNone, organisationId: idOrNone, ...resourceFields }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const owner = await ownerOf(context, input.schoolId, input.organisationId);
    const draft = { ...owner, kind: input.resourceKind, title: input.title, terms: input.terms };
    const entityId = await insertResource(tx, ownMunicipality(viewer), draft, viewer.userId);
    return {
      ...{ entity: 'partner_resource', entityId, details: { name: input.title } },
      ...{ message: 'Ресурс добавлен в реестр.', to: links.partnerResources() },
    };
  },
});

/** New words of an offer; or it goes from the register, which partnerships do not need any more. */
export const editResource = defineAction({
  name: 'partnership.resource-edit',
  permission: 'partnership.work',
  input: z.strictObject({ resourceId: id, version, ...resourceFields, isGone: z.literal('on').optional() }),
  run: async ({ viewer, tx, input }) => {
    const resource = await findResource(tx, ownMunicipality(viewer), input.resourceId);
    if (!resource || (isSchoolRole(viewer.role) && resource.schoolId !== viewer.schoolId)) throw notFound();
    const isGone = input.isGone === 'on';
    const change = { kind: input.resourceKind, title: input.title, terms: input.terms };
    const place = { id: resource.id, version: input.version };
    if (!(await updateResource(tx, place, { ...change, ...(isGone && { removedAt: new Date() }) })))
      throw changedMeanwhile();
    return {
      ...{ entity: 'partner_resource', entityId: resource.id, details: { name: input.title } },
      ...{ message: isGone ? 'Ресурс убран из реестра.' : 'Сохранено.', to: links.partnerResources() },
    };
  },
});
