'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { Viewer } from '@/lib/access/viewer';
import {
  campaignDates,
  campaignForm,
  momentField,
  reasonText,
  seenVersion,
} from '@/lib/diagnostics/campaigns/campaign-form';
import { rosterCandidates } from '@/lib/diagnostics/campaigns/campaign-queries';
import {
  addToRoster,
  type Campaign,
  closeNow,
  databaseNow,
  findCampaign,
  insertCampaign,
  openNow,
  refreshRoster,
  removeCampaign,
  removeFromRoster,
  rosterSize,
  staleCampaign,
  updateCampaign,
} from '@/lib/diagnostics/campaigns/campaign-store';
import { SCHOOL_FORMS } from '@/lib/diagnostics/campaigns/campaign-words';
import { campaignState } from '@/lib/diagnostics/campaigns/coverage';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { methodOfVersion } from '@/lib/methodology/queries';
import { publishedVersions } from '@/lib/methodology/version-queries';
import type { Tx } from '@/lib/platform/prisma';

const placeOf = (viewer: Viewer): string => {
  if (!viewer.municipalityId) throw notFound();
  return viewer.municipalityId;
};

/** A published version that this place can use, and the procedures of it that were ticked. */
async function assertMethod(tx: Tx, versionId: string, held: readonly string[]): Promise<void> {
  const versions = await publishedVersions(tx);
  if (!versions.some((version) => version.id === versionId))
    throw new Refusal('invalid', 'Кампанию проводят по утверждённой версии методики: эта версия не опубликована.');
  const { method } = await methodOfVersion(tx, versionId);
  const known = new Set(method.procedures.map((procedure) => procedure.code));
  if (held.some((code) => !known.has(code)))
    throw new Refusal('invalid', 'Отмечена процедура, которой нет в этой версии методики. Обновите страницу.');
}

/** A campaign as the person saw it, locked, and still to be opened by the database's clock. */
async function plannedCampaign(tx: Tx, viewer: Viewer, seen: { id: string; version: number }): Promise<Campaign> {
  const campaign = await findCampaign(tx, placeOf(viewer), seen.id, true);
  if (campaignState(campaign, campaign.now) !== 'PLANNED')
    throw new Refusal('closed', 'Кампания уже открыта: её состав, методика и год больше не меняются.');
  if (campaign.version !== seen.version) throw staleCampaign();
  return campaign;
}

export const createCampaign = defineAction({
  name: 'campaign.create',
  permission: 'campaign.change',
  input: z.strictObject(campaignForm),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = placeOf(viewer);
    const dates = campaignDates(input, viewer.timeZone, await databaseNow(tx));
    await assertMethod(tx, input.versionId, input.held);
    const draft = { ...input, ...dates };
    const campaignId = await insertCampaign(tx, municipalityId, viewer.userId, draft);
    const candidates = await rosterCandidates(tx, { ...draft, municipalityId }, viewer.timeZone);
    const roster = candidates.filter((candidate) => candidate.works);
    if (roster.length === 0)
      throw new Refusal('invalid', 'В реестре нет ни одной работающей школы. Сначала загрузите список школ.');
    const added = await addToRoster(tx, { id: campaignId, municipalityId }, roster);
    return {
      entity: 'campaign',
      entityId: campaignId,
      details: { year: input.year, stage: input.stage, schools: added },
      message: `Кампания создана, в составе ${count(added, SCHOOL_FORMS)}. До открытия состав можно поправить.`,
      to: links.campaign(campaignId),
    };
  },
});

export const editCampaign = defineAction({
  name: 'campaign.edit',
  permission: 'campaign.change',
  input: z.strictObject({ id, version: seenVersion, ...campaignForm }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await plannedCampaign(tx, viewer, input);
    const { id: _id, version: _version, ...form } = input;
    const change = { ...form, ...campaignDates(input, viewer.timeZone, campaign.now) };
    await assertMethod(tx, input.versionId, input.held);
    await updateCampaign(tx, campaign, change);
    // What is asked of a school follows the method, the year and the procedures held.
    const candidates = await rosterCandidates(tx, { ...campaign, ...change }, viewer.timeZone);
    await refreshRoster(tx, campaign, candidates);
    return {
      entity: 'campaign',
      entityId: campaign.id,
      details: { year: input.year, stage: input.stage },
      message: 'Кампания изменена.',
      to: links.campaign(campaign.id),
    };
  },
});

export const setRoster = defineAction({
  name: 'campaign.set-roster',
  permission: 'campaign.change',
  input: z.strictObject({ id, version: seenVersion, schools: z.array(id).max(5000).default([]) }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await plannedCampaign(tx, viewer, input);
    const candidates = await rosterCandidates(tx, campaign, viewer.timeZone);
    const ticked = new Set(input.schools);
    const chosen = candidates.filter((candidate) => ticked.has(candidate.school.id));
    if (chosen.length !== ticked.size) throw notFound();
    if (chosen.length === 0)
      throw new Refusal('invalid', 'В составе должна остаться хотя бы одна школа.', {
        'schools[]': 'Отметьте хотя бы одну школу',
      });
    await updateCampaign(tx, campaign, {});
    const others = candidates.filter((candidate) => !ticked.has(candidate.school.id));
    const removed = await removeFromRoster(
      tx,
      campaign,
      others.map((candidate) => candidate.school.id),
    );
    const added = await addToRoster(tx, campaign, chosen);
    return {
      entity: 'campaign',
      entityId: campaign.id,
      details: { added, removed, schools: chosen.length },
      message: `Состав сохранён: ${count(chosen.length, SCHOOL_FORMS)}.`,
      to: links.campaign(campaign.id),
    };
  },
});

export const updateRoster = defineAction({
  name: 'campaign.update-roster',
  permission: 'campaign.change',
  input: z.strictObject({ id, version: seenVersion }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await plannedCampaign(tx, viewer, input);
    await updateCampaign(tx, campaign, {});
    const candidates = await rosterCandidates(tx, campaign, viewer.timeZone);
    const working = candidates.filter((candidate) => candidate.works);
    const gone = candidates.filter((candidate) => !candidate.works).map((candidate) => candidate.school.id);
    const removed = await removeFromRoster(tx, campaign, gone);
    const changed = await refreshRoster(tx, campaign, working);
    const added = await addToRoster(tx, campaign, working);
    return {
      entity: 'campaign',
      entityId: campaign.id,
      details: { added, removed, changed },
      message: `Состав обновлён из реестра: добавлено ${added}, убрано ${removed}, уточнено ${changed}.`,
    };
  },
});

export const openCampaign = defineAction({
  name: 'campaign.open',
  permission: 'campaign.change',
  input: z.strictObject({ id, version: seenVersion }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await plannedCampaign(tx, viewer, input);
    const roster = await rosterSize(tx, campaign.id);
    if (roster === 0) throw new Refusal('invalid', 'В составе кампании нет ни одной школы. Сначала добавьте школы.');
    await openNow(tx, campaign);
    return {
      entity: 'campaign',
      entityId: campaign.id,
      details: { schools: roster },
      message: 'Кампания открыта. Директора уже могут заполнять карты.',
      to: links.campaign(campaign.id),
    };
  },
});

export const deleteCampaign = defineAction({
  name: 'campaign.delete',
  permission: 'campaign.change',
  input: z.strictObject({ id, version: seenVersion }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await plannedCampaign(tx, viewer, input);
    const { schools } = await removeCampaign(tx, campaign);
    return {
      entity: 'campaign',
      entityId: campaign.id,
      details: { title: campaign.title, year: campaign.year, stage: campaign.stage, schools },
      message: `Кампания «${campaign.title}» удалена.`,
      to: links.campaigns(),
    };
  },
});

export const extendCampaign = defineAction({
  name: 'campaign.extend',
  permission: 'campaign.change',
  input: z.strictObject({
    id,
    version: seenVersion,
    closesAt: z.string().min(1, 'Укажите дату и время'),
    reason: reasonText,
  }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await findCampaign(tx, placeOf(viewer), input.id, true);
    if (campaign.version !== input.version) throw staleCampaign();
    const closesAt = momentField('closesAt', input.closesAt, viewer.timeZone);
    if (closesAt <= campaign.now || closesAt <= campaign.opensAt)
      throw new Refusal('invalid', 'Проверьте новый срок.', {
        closesAt: 'Новый срок должен быть в будущем и позже открытия',
      });
    await updateCampaign(tx, campaign, { closesAt });
    return {
      entity: 'campaign',
      entityId: campaign.id,
      details: {
        from: campaign.closesAt.toISOString(),
        to: closesAt.toISOString(),
        reason: input.reason,
      },
      message: `Новый срок кампании: ${formatMoment(closesAt, viewer.timeZone)}.`,
      to: links.campaign(campaign.id),
    };
  },
});

export const closeCampaign = defineAction({
  name: 'campaign.close',
  permission: 'campaign.change',
  input: z.strictObject({ id, version: seenVersion, closeReason: reasonText }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await findCampaign(tx, placeOf(viewer), input.id, true);
    if (campaignState(campaign, campaign.now) !== 'OPEN')
      throw new Refusal('closed', 'Кампания сейчас не идёт: закрывать нечего. Обновите страницу.');
    if (campaign.version !== input.version) throw staleCampaign();
    await closeNow(tx, campaign);
    return {
      entity: 'campaign',
      entityId: campaign.id,
      details: { planned: campaign.closesAt.toISOString(), reason: input.closeReason },
      message: 'Кампания закрыта. Школам с продлением доступ сохранён.',
      to: links.campaign(campaign.id),
    };
  },
});
