import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import {
  acceptCard,
  amendCard,
  extendCard,
  reopenCard,
  returnCard,
  submitCard,
} from '@/lib/diagnostics/cards/card-actions';
import type { AnswerInput } from '@/lib/diagnostics/cards/card-contract';
import { cardBlank, cardPage, myCards } from '@/lib/diagnostics/cards/card-queries';
import { addLink, removeEvidence } from '@/lib/diagnostics/cards/evidence-actions';
import { cardHistory, cardItemPage } from '@/lib/diagnostics/cards/history-queries';
import {
  addRemark,
  changeRemark,
  removeRemark,
  replyToRemark,
  sendQuestion,
  settleRemark,
} from '@/lib/diagnostics/cards/remark-actions';
import { saveAnswers } from '@/lib/diagnostics/cards/save-answers';
import { newId } from '@/lib/kernel/ids';
import { inScope } from '@/lib/platform/prisma';
import type { BuiltCampaign, BuiltCard } from '@/prisma/seed/builders/campaign';
import { moveCard } from '@/prisma/seed/builders/card';
import { buildTown, HOUR, openCampaignOf, ownerClient, type Town } from './list-world';

const owner = ownerClient();
let town: Town;
let other: Town;
let year = 2030;
let campaign: BuiltCampaign;
let card: BuiltCard;
let head: Viewer;
let deputy: Viewer;
let centre: Viewer;
let official: Viewer;

beforeAll(async () => {
  town = await buildTown(owner, 'ALPHA', 2);
  other = await buildTown(owner, 'BETA', 1);
  head = await town.viewer('SCHOOL_HEAD', town.schools[0]);
  deputy = await town.viewer('SCHOOL_DEPUTY', town.schools[0]);
  centre = await town.viewer('CENTRE');
  official = await town.viewer('OFFICIAL');
});
beforeEach(async () => {
  campaign = await openCampaignOf(owner, town, year++);
  const [one] = campaign.cards;
  if (!one) throw new Error('the campaign has no card');
  card = one;
});
afterAll(() => owner.$disconnect());

const item = (index: number): string => card.asked[index] ?? '';
/** Answers everything: «да» to the first `points` items. */
const fill = (points = 0, comment = '') =>
  saveAnswers(head, card.id, {
    key: newId(),
    answers: card.asked.map(
      (code, index): AnswerInput => ({
        item: code,
        value: index < points ? 'YES' : 'NO',
        number: '',
        comment,
        version: 0,
      }),
    ),
  });
const change = (code: string, version: number, comment: string) =>
  saveAnswers(head, card.id, { key: newId(), answers: [{ item: code, value: 'YES', number: '', comment, version }] });
const submit = () => submitCard.as(head, { cardId: card.id });
const accept = (revision = 1) => acceptCard.as(centre, { cardId: card.id, revision: String(revision) });
const giveBack = (reason = 'Проверьте раздел А', revision = 1) =>
  returnCard.as(centre, { cardId: card.id, revision: String(revision), reason });
const rowOf = () => owner.card.findUniqueOrThrow({ where: { id: card.id } });
const assessments = () => owner.assessment.findMany({ where: { cardId: card.id }, orderBy: { id: 'asc' } });
const ok = expect.objectContaining({ ok: true });
const refused = (message: RegExp) => ({ ok: false, message: expect.stringMatching(message) });
const noSuch = refused(/не найдена/);
const itemsOn = (page: Awaited<ReturnType<typeof cardPage.as>>) =>
  page.sections.flatMap((section) => section.criteria.flatMap((criterion) => criterion.items));

describe('submitting', () => {
  it('names what is missing and sends nothing until the card is whole', async () => {
    await fill();
    await saveAnswers(head, card.id, {
      key: newId(),
      answers: [{ item: item(3), value: 'NO_DATA', number: '', comment: ' ', version: 1 }],
    });
    const answer = await submit();
    expect(answer).toMatchObject(refused(new RegExp(`не готовы.*${item(3)}`)));
    expect(answer).toMatchObject({ fields: { [item(3)]: expect.stringContaining('почему') } });
    expect((await rowOf()).status).toBe('DRAFT');
    expect(await assessments()).toEqual([]);
  });

  it('stores the outcome with everything it was made from', async () => {
    await fill(5);
    expect(await submit()).toEqual(ok);
    expect(await rowOf()).toMatchObject({ status: 'SUBMITTED', submittedRevision: 1 });
    const [made] = await assessments();
    expect(made).toMatchObject({ sum: 5, max: card.asked.length, accepted: false, revision: 1, supersededAt: null });
    expect(made?.inputHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await owner.cardEvent.count({ where: { cardId: card.id, to: 'SUBMITTED' } })).toBe(1);
  });

  it('happens once, however often the button is pressed', async () => {
    await fill();
    const answers = await Promise.all([submit(), submit(), submit()]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const key = newId();
    await giveBack();
    const twice = await Promise.all([1, 2].map(() => submitCard.as(head, { cardId: card.id }, key)));
    expect(twice).toEqual([ok, ok]);
    expect(await owner.cardEvent.count({ where: { cardId: card.id, to: 'SUBMITTED' } })).toBe(2);
    expect(await assessments()).toHaveLength(2);
  });

  it('is the director’s alone, and within the term', async () => {
    await fill();
    expect(await submitCard.as(deputy, { cardId: card.id })).toMatchObject(noSuch);
    const raw = inScope(deputy, (tx) =>
      tx.card.update({ where: { id: card.id }, data: { status: 'SUBMITTED', submittedRevision: 1 } }),
    );
    await expect(raw).rejects.toThrow();
    await owner.campaign.update({ where: { id: campaign.id }, data: { closesAt: new Date(Date.now() - HOUR) } });
    expect(await submit()).toMatchObject(refused(/Срок вышел/));
  });

  it('freezes the answers of the round, also against raw SQL and the owner of the tables', async () => {
    await fill(1, 'как есть');
    await submit();
    await expect(change(item(0), 1, 'иначе')).rejects.toMatchObject({ code: 'closed' });
    for (const touch of [
      () => inScope(head, (tx) => tx.$executeRaw`UPDATE answer SET comment = 'иначе' WHERE card_id = ${card.id}::uuid`),
      () => owner.answer.updateMany({ where: { cardId: card.id }, data: { comment: 'иначе' } }),
      () => owner.answer.deleteMany({ where: { cardId: card.id } }),
      () => owner.assessment.updateMany({ where: { cardId: card.id }, data: { sum: 0 } }),
      () => owner.assessment.deleteMany({ where: { cardId: card.id } }),
    ]) {
      await expect(touch()).rejects.toThrow();
    }
    expect(await owner.answer.count({ where: { cardId: card.id, comment: 'как есть' } })).toBe(card.asked.length);
  });

  it('lets no school accept its own outcome past the centre', async () => {
    await fill();
    await submit();
    const forged = inScope(head, async (tx) => {
      await tx.$executeRaw`UPDATE assessment SET superseded_at = now() WHERE card_id = ${card.id}::uuid`;
      await tx.$executeRaw`
        INSERT INTO assessment (id, municipality_id, campaign_id, card_id, school_id, version_id, year, revision, generation, accepted,
          points, sum, max, extra, sum_results, max_results, missing, applicable, verdict, rule, borderline, facts, input_hash)
        SELECT ${newId()}::uuid, municipality_id, campaign_id, card_id, school_id, version_id, year, revision, generation, true,
          points, 0, max, extra, 0, max_results, missing, applicable, verdict, rule, borderline, facts, input_hash
        FROM assessment WHERE card_id = ${card.id}::uuid`;
    });
    await expect(forged).rejects.toThrow();
  });
});

describe('checking', () => {
  it('needs a reason or a remark to return a card, and then opens the next round as a copy', async () => {
    await fill(2, 'первая редакция');
    await submit();
    expect(await giveBack('')).toMatchObject(refused(/что исправить/));
    await addRemark.as(centre, { cardId: card.id, item: item(0), text: 'Нет подтверждения' });
    expect(itemsOn(await cardPage.as(head, card.id)).flatMap((one) => one.remarks)).toEqual([]);
    expect(await giveBack('')).toEqual(ok);
    expect(await rowOf()).toMatchObject({ status: 'RETURNED', revision: 2, submittedRevision: 1 });
    const page = await cardPage.as(head, card.id);
    expect(page).toMatchObject({ round: 2, canFill: true, live: { sum: 2, gaps: [] } });
    expect(itemsOn(page)[0]).toMatchObject({ remarks: [{ text: 'Нет подтверждения' }], answer: { version: 1 } });
  });

  it('shows the centre the round last submitted while the school corrects it', async () => {
    await fill(2, 'как отправили');
    await submit();
    await giveBack();
    await change(item(5), 1, 'ещё правим');
    const page = await cardPage.as(centre, card.id);
    expect(page).toMatchObject({ view: 'SUBMITTED', round: 1, live: null, outcome: { sum: 2, isLive: false } });
    expect(JSON.stringify(page)).not.toContain('ещё правим');
    const rows = await inScope(centre, (tx) => tx.answer.findMany({ where: { cardId: card.id } }));
    expect(new Set(rows.map((row) => row.revision))).toEqual(new Set([1]));
    expect((await cardPage.as(head, card.id)).outcome).toMatchObject({ sum: 3, isLive: true });
    await submit();
    expect(await cardPage.as(centre, card.id)).toMatchObject({ round: 2, outcome: { sum: 3 } });
    const made = await assessments();
    expect(made.map((one) => [one.revision, one.sum, one.supersededAt === null])).toEqual([
      [1, 2, false],
      [2, 3, true],
    ]);
  });

  it('refuses a decision about a round that the school has replaced meanwhile', async () => {
    await fill();
    await submit();
    await giveBack();
    await submit();
    expect(await accept(1)).toMatchObject(refused(/отправила её заново/));
    expect(await accept(2)).toEqual(ok);
  });

  it('opens sum, points and reasons to the department with acceptance, and comments with the order', async () => {
    await fill(4, 'пояснение школы');
    await submit();
    expect(await cardPage.as(official, card.id)).toMatchObject({ view: 'COVERAGE', sections: [], outcome: null });
    await accept();
    const outcome = await cardPage.as(official, card.id);
    expect(outcome).toMatchObject({ view: 'OUTCOME', outcome: { sum: 4, isLive: false } });
    expect(itemsOn(outcome)[0]).toMatchObject({
      point: 1,
      reason: expect.stringContaining('да'),
      answer: { value: 'YES', author: head.name },
    });
    expect(JSON.stringify(outcome)).not.toContain('пояснение школы');
    await moveCard(owner, card, { to: 'CLOSED', actorId: official.userId, at: new Date() });
    expect(JSON.stringify(await cardPage.as(official, card.id))).toContain('пояснение школы');
  });

  it('shows a curator the accepted cards of his schools and nobody else’s', async () => {
    const curator = await town.viewer('CURATOR');
    await expect(cardPage.as(curator, card.id)).rejects.toMatchObject({ code: 'not-found' });
    await owner.assignment.create({
      data: { membershipId: curator.membershipId, municipalityId: town.id, schoolId: card.school.id },
    });
    await fill(1);
    expect(await cardPage.as(curator, card.id)).toMatchObject({ view: 'COVERAGE', sections: [] });
    await submit();
    await accept();
    expect(await cardPage.as(curator, card.id)).toMatchObject({ view: 'ALL', outcome: { sum: 1 } });
    await expect(cardPage.as(curator, campaign.cards[1]?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('reopens an accepted card before the order and amends a closed one after it, each with a reason', async () => {
    await fill();
    await submit();
    await accept();
    const by = { cardId: card.id, revision: '1' };
    expect(await reopenCard.as(centre, { ...by, reason: '' })).toMatchObject({ ok: false });
    expect(await amendCard.as(centre, { ...by, reason: 'Ошибка в данных' })).toMatchObject(refused(/принята/));
    expect(await reopenCard.as(centre, { ...by, reason: 'Ошибка в данных' })).toEqual(ok);
    await submit();
    await accept(2);
    await moveCard(owner, card, { to: 'CLOSED', actorId: official.userId, at: new Date() });
    const second = { cardId: card.id, revision: '2', reason: 'Уточнены протоколы' };
    expect(await reopenCard.as(centre, second)).toMatchObject(refused(/закрыта/));
    expect(await amendCard.as(centre, second)).toEqual(ok);
    expect(await rowOf()).toMatchObject({ status: 'RETURNED', revision: 3 });
    const events = (await cardHistory.as(head, card.id)).events;
    expect(events.map((event) => event.reason).filter(Boolean)).toEqual(['Ошибка в данных', 'Уточнены протоколы']);
  });

  it('takes the outcome of a reopened card back from the department and the curator, whatever a query asks', async () => {
    const curator = await town.viewer('CURATOR');
    await owner.assignment.create({
      data: { membershipId: curator.membershipId, municipalityId: town.id, schoolId: card.school.id },
    });
    const sums = (viewer: Viewer) =>
      inScope(viewer, (tx) => tx.$queryRaw`SELECT sum FROM assessment WHERE card_id = ${card.id}::uuid AND accepted`);
    await fill(4);
    await submit();
    await accept();
    for (const viewer of [official, curator]) expect(await sums(viewer)).toEqual([{ sum: 4 }]);
    await reopenCard.as(centre, { cardId: card.id, revision: '1', reason: 'Ошибка в данных' });
    for (const viewer of [official, curator]) expect(await sums(viewer)).toEqual([]);
    for (const viewer of [head, centre]) expect(await sums(viewer)).toEqual([{ sum: 4 }]);
    await submit();
    for (const viewer of [official, curator]) expect(await sums(viewer)).toEqual([]);
    await accept(2);
    for (const viewer of [official, curator]) expect(await sums(viewer)).toHaveLength(2);
  });

  it('gives a school three days when its card comes back after the campaign, or the day the centre names', async () => {
    await fill();
    await submit();
    await owner.campaign.update({ where: { id: campaign.id }, data: { closesAt: new Date(Date.now() - HOUR) } });
    expect(
      await returnCard.as(centre, { cardId: card.id, revision: '1', reason: 'Уточните', dueAt: '2020-01-01' }),
    ).toMatchObject({
      ok: false,
      fields: { dueAt: expect.stringContaining('будущем') },
    });
    expect(await giveBack()).toEqual(ok);
    const { dueAt } = await rowOf();
    const days = ((dueAt?.getTime() ?? 0) - Date.now()) / (24 * HOUR);
    expect(days).toBeGreaterThan(2.9);
    expect(days).toBeLessThan(4.1);
    expect((await cardPage.as(head, card.id)).canFill).toBe(true);
  });

  it('extends the term of one school with a reason, and never shortens the campaign', async () => {
    const far = new Date(Date.now() + 400 * HOUR).toISOString().slice(0, 10);
    expect(await extendCard.as(centre, { cardId: card.id, dueAt: '', reason: 'Карантин' })).toMatchObject({
      ok: false,
    });
    const soon = new Date(Date.now() + 48 * HOUR).toISOString().slice(0, 10);
    expect(await extendCard.as(centre, { cardId: card.id, dueAt: soon, reason: 'Карантин' })).toMatchObject({
      fields: { dueAt: expect.stringContaining('позже') },
    });
    expect(await extendCard.as(centre, { cardId: card.id, dueAt: far, reason: 'Карантин' })).toEqual(ok);
    expect((await cardPage.as(head, card.id)).head).toMatchObject({ isExtended: true, dueReason: 'Карантин' });
    const own = inScope(head, (tx) =>
      tx.card.update({ where: { id: card.id }, data: { dueAt: new Date('2099-01-01') } }),
    );
    await expect(own).rejects.toThrow();
  });
});

describe('questions and remarks', () => {
  const question = () => owner.remark.findFirstOrThrow({ where: { cardId: card.id }, orderBy: { id: 'desc' } });

  it('a question goes out at once, is answered once, and starts no round', async () => {
    await fill();
    await submit();
    expect(await sendQuestion.as(centre, { cardId: card.id, item: item(1), text: 'Откуда число?' })).toEqual(ok);
    const { id } = await question();
    expect(await replyToRemark.as(deputy, { remarkId: id, reply: 'Из протокола' })).toEqual(ok);
    expect(await replyToRemark.as(head, { remarkId: id, reply: 'Иначе' })).toMatchObject(refused(/уже ответили/));
    expect((await question()).reply).toBe('Из протокола');
    expect(await settleRemark.as(centre, { remarkId: id })).toEqual(ok);
    expect((await rowOf()).revision).toBe(1);
  });

  it('a note that was not sent can be changed and removed, one that was cannot', async () => {
    await fill();
    await submit();
    await addRemark.as(centre, { cardId: card.id, text: 'О карте в целом' });
    const { id } = await question();
    expect(await changeRemark.as(centre, { remarkId: id, text: 'Иначе' })).toEqual(ok);
    expect(await replyToRemark.as(head, { remarkId: id, reply: 'Вижу?' })).toMatchObject(noSuch);
    await giveBack('');
    expect(await removeRemark.as(centre, { remarkId: id })).toMatchObject(refused(/уже отправлено/));
    expect((await cardPage.as(head, card.id)).remarks).toMatchObject([{ text: 'Иначе', item: null }]);
    const rewritten = inScope(head, (tx) => tx.remark.update({ where: { id }, data: { text: 'Всё хорошо' } }));
    await expect(rewritten).rejects.toThrow();
  });
});

describe('proofs', () => {
  it('a link is kept as it is, only over http, and stays with the round it was submitted with', async () => {
    for (const url of ['javascript:alert(1)', 'ftp://example.test/x', 'file:///etc/passwd', 'нет']) {
      expect(await addLink.as(head, { cardId: card.id, item: item(0), url }), url).toMatchObject({ ok: false });
    }
    expect(await addLink.as(head, { cardId: card.id, item: item(0), url: 'https://example.test/a' })).toEqual(ok);
    await fill();
    await submit();
    const [proof] = itemsOn(await cardPage.as(centre, card.id))[0]?.evidence ?? [];
    expect(proof).toMatchObject({ title: 'example.test', href: 'https://example.test/a', isFile: false });
    const remove = () => removeEvidence.as(head, { evidenceId: proof?.id ?? '' });
    expect(await remove()).toMatchObject(refused(/отправлена/));
    await giveBack();
    expect(await remove()).toEqual(ok);
    expect(itemsOn(await cardPage.as(head, card.id))[0]?.evidence).toEqual([]);
    expect(itemsOn(await cardPage.as(centre, card.id))[0]?.evidence).toHaveLength(1);
  });
});

describe('history', () => {
  it('tells the school each change and the centre each submitted round, with author and time', async () => {
    await fill(0, 'раз');
    await change(item(0), 1, 'два');
    await change(item(0), 2, 'три');
    await submit();
    await giveBack();
    await change(item(0), 3, 'четыре');
    const own = (await cardHistory.as(deputy, card.id)).items[0]?.entries ?? [];
    expect(own.map((entry) => [entry.comment, entry.author])).toEqual(
      ['раз', 'два', 'три', 'четыре'].map((text) => [text, head.name]),
    );
    const above = await cardHistory.as(centre, card.id);
    expect(above.items[0]?.entries.map((entry) => entry.comment)).toEqual(['три']);
    expect((await cardItemPage.as(head, card.id, item(0))).history).toHaveLength(4);
    const { events, items } = await cardHistory.as(official, card.id);
    expect([items, events.map((event) => event.reason).join('')]).toEqual([[], '']);
  });

  it('puts last year’s accepted answer beside each item', async () => {
    await fill(1, 'прошлый год');
    await submit();
    await accept();
    const next = await openCampaignOf(owner, town, year++);
    const page = await cardPage.as(head, next.cards[0]?.id ?? '');
    expect(page.lastYear).toMatchObject({ cardId: card.id });
    expect(itemsOn(page)[0]).toMatchObject({
      answer: null,
      lastYear: { value: 'YES', number: '', comment: 'прошлый год' },
    });
    const mine = await myCards.as(head);
    expect(mine.cards[0]).toMatchObject({ status: 'DRAFT', sum: null });
    expect(mine.cards[1]).toMatchObject({ status: 'ACCEPTED', sum: 1, verdictWords: 'вне зоны риска', decision: null });
    expect((await cardBlank.as(head, next.id)).schoolName).toBe(card.school.shortName);
  });
});

describe('whose card it is', () => {
  it('does not exist for a stranger in any action or query', async () => {
    await fill();
    await submit();
    await sendQuestion.as(centre, { cardId: card.id, text: 'Вопрос' });
    const { id: remarkId } = await owner.remark.findFirstOrThrow({ where: { cardId: card.id } });
    const strangers: Viewer[] = [await town.viewer('SCHOOL_HEAD', town.schools[1])];
    for (const role of ROLES) {
      strangers.push(await other.viewer(role, role.startsWith('SCHOOL') ? other.schools[0] : undefined));
    }
    const by = { cardId: card.id, revision: '1', reason: 'Есть причина' };
    for (const viewer of strangers) {
      const actions = [
        submitCard.as(viewer, { cardId: card.id }),
        acceptCard.as(viewer, { cardId: card.id, revision: '1' }),
        returnCard.as(viewer, by),
        reopenCard.as(viewer, by),
        amendCard.as(viewer, by),
        extendCard.as(viewer, { cardId: card.id, dueAt: '2099-01-01', reason: 'Есть причина' }),
        addRemark.as(viewer, { cardId: card.id, text: 'текст' }),
        sendQuestion.as(viewer, { cardId: card.id, text: 'текст' }),
        changeRemark.as(viewer, { remarkId, text: 'текст' }),
        removeRemark.as(viewer, { remarkId }),
        replyToRemark.as(viewer, { remarkId, reply: 'текст' }),
        settleRemark.as(viewer, { remarkId }),
        addLink.as(viewer, { cardId: card.id, item: item(0), url: 'https://example.test/' }),
        removeEvidence.as(viewer, { evidenceId: newId() }),
      ];
      for (const answer of await Promise.all(actions)) expect(answer, viewer.role).toMatchObject(noSuch);
      for (const read of [cardPage, cardHistory]) {
        await expect(read.as(viewer, card.id), viewer.role).rejects.toMatchObject({ code: 'not-found' });
      }
      await expect(cardItemPage.as(viewer, card.id, item(0))).rejects.toMatchObject({ code: 'not-found' });
    }
    expect((await rowOf()).status).toBe('SUBMITTED');
  });
});
