'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { Viewer } from '@/lib/access/viewer';
import { reasonText, seenVersion } from '@/lib/diagnostics/campaigns/campaign-form';
import { type Campaign, findCampaign } from '@/lib/diagnostics/campaigns/campaign-store';
import { DECISION_WORDS, SCHOOL_FORMS } from '@/lib/diagnostics/campaigns/campaign-words';
import { acceptedAssessments, unreviewedCards } from '@/lib/diagnostics/lists/accepted-card-store';
import { addSupport, decideEntry, entriesOf, putEntries, removeSupport } from '@/lib/diagnostics/lists/entry-store';
import {
  canDecide,
  canMoveList,
  differsNeedsReason,
  LIST_DECISIONS,
  type ListMove,
  proposeEntries,
} from '@/lib/diagnostics/lists/list';
import {
  closeListedCards,
  insertList,
  lockLatestList,
  moveList,
  type SchoolList,
  staleList,
} from '@/lib/diagnostics/lists/list-store';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { localOfMoment } from '@/lib/kernel/local-time';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { methodOfVersion } from '@/lib/methodology/queries';
import type { Tx } from '@/lib/platform/prisma';

async function campaignOf(tx: Tx, viewer: Viewer, campaignId: string): Promise<Campaign> {
  if (!viewer.municipalityId) throw notFound();
  return findCampaign(tx, viewer.municipalityId, campaignId);
}

/** The list in work, locked. Without one, or with an approved one only, there is nothing to change. */
async function listInWork(tx: Tx, campaign: Campaign): Promise<SchoolList> {
  const list = await lockLatestList(tx, campaign);
  if (!list) throw notFound();
  if (list.status === 'APPROVED')
    throw new Refusal('closed', 'Список утверждён приказом и больше не меняется. Исправление – новый список.');
  return list;
}

function assertMove(move: ListMove, list: SchoolList, viewer: Viewer, version: number): void {
  if (!canMoveList(move, list.status, viewer.role))
    throw new Refusal('conflict', 'Список уже в другом состоянии. Обновите страницу.');
  if (list.version !== version) throw staleList();
}

function assertDecides(list: SchoolList, viewer: Viewer): void {
  if (!canDecide(list.status, viewer.role))
    throw new Refusal(
      'conflict',
      'Список сейчас не у вас: решения меняет тот, у кого он находится. Обновите страницу.',
    );
}

/** Every row must still stand on the accepted outcome of its card: a reopened card would be decided about blindly. */
async function assertFresh(tx: Tx, campaign: Campaign, list: SchoolList, advice: string): Promise<void> {
  const current = new Set((await acceptedAssessments(tx, campaign)).map((accepted) => accepted.assessmentId));
  const entries = await entriesOf(tx, list.id);
  const stale = entries.filter((entry) => entry.assessmentId !== null && !current.has(entry.assessmentId));
  if (stale.length > 0)
    throw new Refusal(
      'conflict',
      `После составления списка изменились карты: ${stale.map((entry) => entry.schoolName).join(', ')}. ${advice}`,
    );
}

export const prepareList = defineAction({
  name: 'list.prepare',
  permission: 'list.prepare',
  input: z.strictObject({ campaign: id, reason: z.string().trim().max(1000, 'Не длиннее 1000 знаков').default('') }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await campaignOf(tx, viewer, input.campaign);
    // Two people begin one list: the second waits for the first here.
    await findCampaign(tx, campaign.municipalityId, campaign.id, true);
    const latest = await lockLatestList(tx, campaign);
    if (latest && latest.status !== 'APPROVED')
      throw new Refusal('conflict', 'Список этой кампании уже готовится. Обновите страницу.');
    const accepted = await acceptedAssessments(tx, campaign);
    if (accepted.length === 0)
      throw new Refusal('invalid', 'Нет ни одной принятой карты. Сначала проверьте и примите карты школ.');
    if (latest && input.reason.length < 5)
      throw new Refusal('invalid', 'Изменение утверждённого списка нужно объяснить.', {
        reason: 'Объясните, почему список меняется',
      });
    const { method } = await methodOfVersion(tx, campaign.versionId);
    const decided = latest ? await entriesOf(tx, latest.id) : [];
    const number = (latest?.number ?? 0) + 1;
    const listId = await insertList(
      tx,
      campaign,
      { number, reason: input.reason },
      proposeEntries(method, accepted, decided),
    );
    return {
      entity: 'list',
      entityId: listId,
      details: { campaign: campaign.id, number, schools: accepted.length, reason: input.reason },
      message: `Список составлен по принятым картам: ${count(accepted.length, SCHOOL_FORMS)}.`,
      to: links.campaignList(campaign.id),
    };
  },
});

export const refreshList = defineAction({
  name: 'list.refresh',
  permission: 'list.prepare',
  input: z.strictObject({ campaign: id, version: seenVersion }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await campaignOf(tx, viewer, input.campaign);
    const list = await listInWork(tx, campaign);
    assertDecides(list, viewer);
    if (list.version !== input.version) throw staleList();
    const { method } = await methodOfVersion(tx, campaign.versionId);
    const entries = proposeEntries(method, await acceptedAssessments(tx, campaign), await entriesOf(tx, list.id));
    const changed = await putEntries(tx, list, entries);
    return {
      entity: 'list',
      entityId: list.id,
      details: { changed, schools: entries.length },
      message:
        changed === 0 ? 'Список уже соответствует принятым картам.' : `Список обновлён, изменено строк: ${changed}.`,
      to: links.campaignList(campaign.id),
    };
  },
});

export const decideSchool = defineAction({
  name: 'list.decide',
  permission: 'list.decide',
  input: z.strictObject({
    campaign: id,
    school: id,
    version: seenVersion,
    decision: z.enum(LIST_DECISIONS, 'Выберите решение'),
    reason: z.string().trim().max(1000, 'Не длиннее 1000 знаков').default(''),
  }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await campaignOf(tx, viewer, input.campaign);
    const list = await listInWork(tx, campaign);
    assertDecides(list, viewer);
    const entry = (await entriesOf(tx, list.id)).find((one) => one.schoolId === input.school);
    if (!entry) throw notFound();
    const { method } = await methodOfVersion(tx, campaign.versionId);
    const overrules = viewer.role === 'OFFICIAL' && input.decision !== entry.decision;
    if ((overrules || differsNeedsReason(method, entry.verdict, input.decision)) && input.reason.length < 5)
      throw new Refusal('invalid', 'Решение отличается от вычисленного, поэтому его нужно объяснить.', {
        reason: overrules
          ? 'Вы меняете решение центра: объясните почему'
          : 'Объясните решение: его читает школа и проверяющие',
      });
    if (entry.assessmentId === null && input.decision === 'INCLUDE')
      throw new Refusal('invalid', 'Включить в список можно только школу с принятой картой.', {
        decision: 'У школы нет принятой карты',
      });
    const { decision, reason } = input;
    await decideEntry(tx, list, { schoolId: input.school, version: input.version }, { decision, reason });
    return {
      entity: 'list',
      entityId: list.id,
      details: { school: input.school, from: entry.decision, to: input.decision, reason: input.reason },
      message: `${entry.schoolName}: ${DECISION_WORDS[input.decision]}.`,
      to: `${links.campaignList(campaign.id)}#school-${input.school}`,
    };
  },
});

export const supportSchool = defineAction({
  name: 'list.support',
  permission: 'list.prepare',
  input: z.strictObject({ campaign: id, school: id, reason: reasonText }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await campaignOf(tx, viewer, input.campaign);
    const list = await listInWork(tx, campaign);
    assertDecides(list, viewer);
    const name = await addSupport(tx, list, input.school, input.reason);
    return {
      entity: 'list',
      entityId: list.id,
      details: { school: input.school, reason: input.reason },
      message: `${name}: поддержка без включения в список.`,
      to: links.campaignList(campaign.id),
    };
  },
});

export const withdrawSupport = defineAction({
  name: 'list.withdraw-support',
  permission: 'list.prepare',
  input: z.strictObject({ campaign: id, school: id, version: seenVersion }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await campaignOf(tx, viewer, input.campaign);
    const list = await listInWork(tx, campaign);
    assertDecides(list, viewer);
    await removeSupport(tx, list, { schoolId: input.school, version: input.version });
    return {
      entity: 'list',
      entityId: list.id,
      details: { school: input.school },
      message: 'Школа убрана из списка.',
      to: links.campaignList(campaign.id),
    };
  },
});

export const proposeList = defineAction({
  name: 'list.propose',
  permission: 'list.prepare',
  input: z.strictObject({ campaign: id, version: seenVersion, unreviewed: z.literal('on').optional() }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await campaignOf(tx, viewer, input.campaign);
    const list = await listInWork(tx, campaign);
    assertMove('propose', list, viewer, input.version);
    await assertFresh(tx, campaign, list, 'Нажмите «Обновить по принятым картам» и проверьте решения.');
    const { method } = await methodOfVersion(tx, campaign.versionId);
    const silent = (await entriesOf(tx, list.id)).filter(
      (entry) => differsNeedsReason(method, entry.verdict, entry.decision) && entry.reason.length < 5,
    );
    if (silent.length > 0)
      throw new Refusal('invalid', `Объясните решения: ${silent.map((entry) => entry.schoolName).join(', ')}.`);
    const unreviewed = await unreviewedCards(tx, campaign);
    if (unreviewed.length > 0 && input.unreviewed !== 'on')
      throw new Refusal('invalid', `Не рассмотрены карты: ${count(unreviewed.length, SCHOOL_FORMS)}.`, {
        unreviewed: 'Подтвердите, что список передаётся без этих школ, или дождитесь их карт',
      });
    await moveList(tx, { ...list, now: campaign.now }, { status: 'PROPOSED', proposedById: viewer.userId });
    return {
      entity: 'list',
      entityId: list.id,
      details: {
        number: list.number,
        included: list.included,
        supported: list.supported,
        unreviewed: unreviewed.length,
      },
      message: 'Список передан на утверждение.',
      to: links.campaignList(campaign.id),
    };
  },
});

export const giveBackList = defineAction({
  name: 'list.give-back',
  permission: 'list.approve',
  input: z.strictObject({ campaign: id, version: seenVersion, returnReason: reasonText }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await campaignOf(tx, viewer, input.campaign);
    const list = await listInWork(tx, campaign);
    assertMove('giveBack', list, viewer, input.version);
    await moveList(tx, { ...list, now: campaign.now }, { status: 'DRAFT', returnReason: input.returnReason });
    return {
      entity: 'list',
      entityId: list.id,
      details: { number: list.number, reason: input.returnReason },
      message: 'Список возвращён центру.',
      to: links.campaignList(campaign.id),
    };
  },
});

export const approveList = defineAction({
  name: 'list.approve',
  permission: 'list.approve',
  input: z.strictObject({
    campaign: id,
    version: seenVersion,
    orderNumber: z.string().trim().min(1, 'Укажите номер приказа').max(50, 'Не длиннее 50 знаков'),
    orderDate: z.iso.date('Укажите дату приказа'),
    orderTitle: z.string().trim().min(5, 'Укажите название приказа').max(500, 'Не длиннее 500 знаков'),
  }),
  run: async ({ viewer, input, tx }) => {
    const campaign = await campaignOf(tx, viewer, input.campaign);
    const list = await listInWork(tx, campaign);
    assertMove('approve', list, viewer, input.version);
    if (input.orderDate > localOfMoment(campaign.now, viewer.timeZone).slice(0, 10))
      throw new Refusal('invalid', 'Проверьте дату приказа.', { orderDate: 'Дата приказа не может быть в будущем' });
    await assertFresh(tx, campaign, list, 'Верните список центру, чтобы он обновил решения.');
    const { orderNumber, orderTitle } = input;
    const closed = await closeListedCards(tx, list, {
      actorId: viewer.userId,
      reason: `Приказ № ${orderNumber} от ${input.orderDate.split('-').reverse().join('.')}`,
      now: campaign.now,
    });
    await moveList(
      tx,
      { ...list, now: campaign.now },
      {
        status: 'APPROVED',
        approvedById: viewer.userId,
        orderNumber,
        orderTitle,
        orderDate: new Date(input.orderDate),
      },
    );
    return {
      entity: 'list',
      entityId: list.id,
      details: { number: list.number, order: orderNumber, date: input.orderDate, included: list.included, closed },
      tell: [
        {
          ...{
            to: { roles: ['CENTRE', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY'] },
            kind: 'LIST',
            key: `list-approved:${list.id}`,
          },
          // Which school is on it is nobody’s to read in a letter.
          ...{ title: 'Итоги диагностики утверждены приказом', text: `Приказ № ${orderNumber}.`, link: links.home() },
        },
      ],
      message: `Список утверждён приказом № ${orderNumber}. Закрыто карт: ${closed}.`,
      to: links.campaignList(campaign.id),
    };
  },
});
