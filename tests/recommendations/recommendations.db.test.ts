import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionResult } from '@/lib/access/action-result';
import type { Viewer } from '@/lib/access/viewer';
import { dayAt } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import { inScope } from '@/lib/platform/prisma';
import { addProof } from '@/lib/recommendations/add-proof';
import {
  addRecommendationLink,
  answerRecommendation,
  dropRecommendationProof,
} from '@/lib/recommendations/answer-actions';
import {
  addRemedy,
  archiveRemedy,
  copyStarter,
  editRemedy,
  restoreRemedy,
} from '@/lib/recommendations/catalogue-actions';
import { cataloguePage, remedyPage } from '@/lib/recommendations/catalogue-queries';
import {
  decideRecommendation,
  dropRecommendation,
  editRecommendation,
  prepareRecommendations,
  sendRecommendations,
  writeRecommendation,
} from '@/lib/recommendations/recommendation-actions';
import { MOVES, RECOMMENDATION_STATES } from '@/lib/recommendations/recommendation-moves';
import {
  recommendationFile,
  recommendationPage,
  recommendationSchools,
  recommendationsDue,
  recommendationsPage,
  schoolRecommendations,
} from '@/lib/recommendations/recommendation-queries';
import { recommendationSearch } from '@/lib/recommendations/recommendation-search';
import { schoolSearch } from '@/lib/recommendations/school-search';
import { buildRecommendation, type RecommendationPlan } from '@/prisma/seed/builders/recommendation';
import { layStarterRemedies } from '@/prisma/seed/builders/starter-remedies';
import { acceptCard, buildTown, openCampaignOf, ownerClient, type Town } from '../diagnostics/list-world';

const owner = ownerClient();
const YEAR = 2026;
const LATER = '2031-01-31';

let town: Town;
let other: Town;
let centre: Viewer;
let colleague: Viewer;
let official: Viewer;
let curator: Viewer;
let head: Viewer;
let neighbour: Viewer;
let stranger: Viewer;
let starters: number;

const schoolOf = (index: number) => {
  const school = town.schools[index];
  if (!school) throw new Error(`no school ${index}`);
  return school;
};

beforeAll(async () => {
  town = await buildTown(owner, 'ADVICE', 4);
  other = await buildTown(owner, 'ELSEWHERE', 1);
  [centre, colleague, official] = [
    await town.viewer('CENTRE'),
    await town.viewer('CENTRE'),
    await town.viewer('OFFICIAL'),
  ];
  [head, neighbour] = [await town.viewer('SCHOOL_HEAD', schoolOf(0)), await town.viewer('SCHOOL_HEAD', schoolOf(1))];
  curator = await town.viewer('CURATOR');
  stranger = await other.viewer('CENTRE');
  const { membershipId } = curator;
  await owner.assignment.create({ data: { municipalityId: town.id, membershipId, schoolId: schoolOf(0).id } });
  const campaign = await openCampaignOf(owner, town, YEAR);
  // The first four items asked of a school with all grades: А1, А2, А3, А4.
  for (const index of [0, 2, 3]) {
    const card = campaign.cards[index];
    if (card) await acceptCard(owner, card, 4, centre.userId);
  }
  starters = await layStarterRemedies(owner);
  await copyStarter.as(centre, {});
});
afterAll(() => owner.$disconnect());

const ok = expect.objectContaining({ ok: true });
const refused = (message: RegExp) => expect.objectContaining({ ok: false, message: expect.stringMatching(message) });

const pageOf = (index: number, viewer = centre) => schoolRecommendations.as(viewer, schoolOf(index).id, YEAR);
const prepare = (index: number, boxes: readonly string[], next: 'draft' | 'send', viewer = centre, key?: string) =>
  prepareRecommendations.as(
    viewer,
    {
      ...{ schoolId: schoolOf(index).id, year: String(YEAR), remedies: boxes },
      ...{ addressee: 'HEAD', dueAt: LATER, next },
    },
    key,
  );
const boxOf = ({ id, version }: { id: string; version: number }) => `${id}:${version}`;

/** One laid past all rules, in the state asked for. */
async function laid(plan: Partial<RecommendationPlan> = {}): Promise<string> {
  const { id } = await buildRecommendation(owner, {
    ...{ municipalityId: town.id, schoolId: schoolOf(0).id, year: YEAR, measure: 'Провести анализ', due: LATER },
    ...{ authorId: centre.userId, steps: [{ to: 'SENT' as const, by: centre.userId, at: new Date() }], ...plan },
  });
  return id;
}
const seen = async (id: string, viewer: Viewer = centre) => (await recommendationPage.as(viewer, id)).recommendation;
async function answer(id: string, move: string, text = '', viewer = head): Promise<ActionResult> {
  const { version } = await seen(id);
  return answerRecommendation.as(viewer, { recommendationId: id, version: String(version), move, text });
}
async function decide(id: string, move: string, text = '', viewer = centre): Promise<ActionResult> {
  const { version } = await seen(id);
  return decideRecommendation.as(viewer, { recommendationId: id, version: String(version), move, text });
}
const link = (id: string, viewer = head) =>
  addRecommendationLink.as(viewer, { recommendationId: id, url: 'https://school.test/order', title: 'Приказ' });
const upload = (name: string) => {
  const body = new FormData();
  body.set('file', new File([`%PDF-1.4 ${name}`], `${name}.pdf`, { type: 'application/pdf' }));
  return new Request('https://portal.test/', { method: 'POST', body });
};
const listOf = async (viewer: Viewer, search = {}) =>
  (await recommendationsPage.as(viewer, recommendationSearch.parse(search))).rows;

const words = {
  ...{ item: 'А1', cause: 'Возможно, причина', measure: 'Новая мера', term: 'март', responsible: '', result: '' },
  ...{ indicator: '', proof: '', cost: '', evidence: 'EXPERT', provenance: '' },
};

describe('the catalogue', () => {
  it('takes over the starting set once and says how much was new', async () => {
    const { lines, newStarters } = await cataloguePage.as(centre, {});
    expect([lines.length, newStarters]).toEqual([starters, 0]);
    expect(await copyStarter.as(centre, {})).toEqual(refused(/уже скопирован/));
    expect(await copyStarter.as(stranger, {})).toEqual(ok);
    const both = await Promise.all([copyStarter.as(stranger, {}), copyStarter.as(stranger, {})]);
    expect(both.filter((one) => one.ok)).toEqual([]);
    expect(await owner.remedy.count({ where: { municipalityId: other.id } })).toBe(starters);
  });

  it('adds a version with each edit and keeps the old ones; of two editors the second is told', async () => {
    const added = await addRemedy.as(centre, words);
    const remedyId = added.ok ? (added.to?.split('/').at(-1) ?? '') : '';
    const edit = (version: string, measure: string) => editRemedy.as(centre, { remedyId, version, ...words, measure });
    const answers = await Promise.all([edit('1', 'Один'), edit('1', 'Другой')]);
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    expect(await edit('2', 'Третий')).toEqual(ok);
    const { remedy, versions } = await remedyPage.as(centre, remedyId);
    expect(remedy).toMatchObject({ version: 3, measure: 'Третий' });
    expect(versions.map(({ number, measure }) => [number, measure])).toEqual([
      [3, 'Третий'],
      [2, expect.stringMatching(/Один|Другой/)],
      [1, 'Новая мера'],
    ]);
    expect(await archiveRemedy.as(centre, { remedyId })).toEqual(ok);
    expect(await edit('3', 'Четвёртый')).toEqual(refused(/в архиве/));
    expect((await cataloguePage.as(centre, {})).lines.map(({ id }) => id)).not.toContain(remedyId);
    expect((await cataloguePage.as(centre, { state: 'archived' })).lines.map(({ id }) => id)).toEqual([remedyId]);
    expect(await restoreRemedy.as(centre, { remedyId })).toEqual(ok);
    expect(await archiveRemedy.as(centre, { remedyId })).toEqual(ok);
  });

  it('is found by criterion and by words', async () => {
    const found = async (search: object) => (await cataloguePage.as(centre, search)).lines;
    expect((await found({ item: 'А2' })).map(({ item }) => item)).toEqual(['А2']);
    expect((await found({ item: 'any' })).map(({ item }) => item)).toEqual(['']);
    expect((await found({ q: 'консилиум' })).map(({ item }) => item)).toEqual(['Е2']);
    expect(await found({ q: '100%_' })).toEqual([]);
  });

  it('never changes the words of a version, and is nobody else’s', async () => {
    const change = inScope(centre, (tx) => tx.remedyVersion.updateMany({ data: { measure: 'Другое' } }));
    await expect(change).rejects.toThrow(/permission denied|append-only|append/i);
    await expect(owner.remedyVersion.updateMany({ data: { measure: 'Другое' } })).rejects.toThrow();
    const [mine] = (await cataloguePage.as(centre, {})).lines;
    await expect(remedyPage.as(stranger, mine?.id ?? '')).rejects.toThrow(/не найдена/);
    for (const viewer of [head, curator]) {
      expect(await inScope(viewer, (tx) => tx.remedy.count())).toBe(0);
      expect(await inScope(viewer, (tx) => tx.starterRemedy.count())).toBe(0);
    }
    expect(await inScope(official, (tx) => tx.remedy.count())).toBeGreaterThan(0);
  });
});

describe('recommendations of a school', () => {
  it('are proposed for the points of the accepted card, and a gap is said', async () => {
    const { basis, proposals, gaps } = await pageOf(0);
    expect(basis?.points.map(({ code }) => code)).toEqual(['А1', 'А2', 'А3', 'А4']);
    expect(proposals.map(({ remedy, points }) => [remedy.item, points.map(({ code }) => code)])).toEqual([
      ['А', ['А1', 'А2', 'А3', 'А4']],
      ['А', ['А1', 'А2', 'А3', 'А4']],
      ['А2', ['А2']],
      ['', []],
    ]);
    expect(gaps).toEqual([]);
    expect((await pageOf(1)).basis).toBeNull();
    expect((await pageOf(1)).proposals).toEqual([]);
  });

  it('are sent once: what lives is not proposed, and two specialists at once send it once', async () => {
    const { proposals } = await pageOf(2);
    const box = boxOf(proposals[2]?.remedy ?? { id: '', version: 0 });
    const answers = await Promise.all([prepare(2, [box], 'send'), prepare(2, [box], 'send', colleague)]);
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused(/предложения изменились/));
    const page = await pageOf(2);
    expect(page.sent).toHaveLength(1);
    expect(page.proposals.map(({ remedy }) => boxOf(remedy))).not.toContain(box);
    const [sent] = page.sent;
    expect(sent).toMatchObject({ state: 'SENT', due: LATER, remedyVersion: 1, cardId: page.basis?.cardId });
    expect(sent?.grounds).toEqual([expect.objectContaining({ code: 'А2', reason: expect.stringMatching(/./) })]);
    await decide(sent?.id ?? '', 'withdraw', 'Отправлено по ошибке');
    expect((await pageOf(2)).proposals.map(({ remedy }) => boxOf(remedy))).toContain(box);
  });

  it('happen once for a double click', async () => {
    const { proposals } = await pageOf(3);
    const key = newId();
    const box = boxOf(proposals[0]?.remedy ?? { id: '', version: 0 });
    const answers = await Promise.all([prepare(3, [box], 'send', centre, key), prepare(3, [box], 'send', centre, key)]);
    expect(answers).toEqual([ok, ok]);
    expect((await pageOf(3)).sent).toHaveLength(1);
  });

  it('keep the words that were sent, whatever becomes of the catalogue', async () => {
    const { proposals } = await pageOf(3);
    const chosen = proposals.find(({ remedy }) => remedy.item === 'А2')?.remedy;
    if (!chosen) throw new Error('no measure for А2');
    await prepare(3, [boxOf(chosen)], 'send');
    const cells = { ...words, item: 'А2', measure: 'Совсем другая мера' };
    expect(await editRemedy.as(centre, { remedyId: chosen.id, version: String(chosen.version), ...cells })).toEqual(ok);
    const sent = (await pageOf(3)).sent.find(({ remedyId }) => remedyId === chosen.id);
    expect(sent).toMatchObject({ measure: chosen.measure, remedyVersion: chosen.version });
    // Whoever still has the old words on the screen sends nothing by them.
    expect(await prepare(0, [boxOf(chosen)], 'send')).toEqual(refused(/предложения изменились/));
  });

  it('are drafts first: edited, invisible to everybody else, sent together or removed', async () => {
    const { proposals } = await pageOf(0);
    await prepare(
      0,
      proposals.slice(0, 2).map(({ remedy }) => boxOf(remedy)),
      'draft',
    );
    const { drafts } = await pageOf(0);
    const [first, second] = drafts;
    if (!first || !second) throw new Error('no drafts');
    for (const viewer of [head, official, curator, neighbour, stranger]) {
      await expect(recommendationPage.as(viewer, first.id)).rejects.toThrow(/не найдена/);
      expect((await listOf(viewer)).map(({ id }) => id)).not.toContain(first.id);
    }
    const { cause, measure, term, responsible, result, indicator, proof, cost } = first;
    const cells = { cause, measure, term, responsible, result, indicator, proof, cost };
    const edit = (version: number, change: object) =>
      editRecommendation.as(centre, {
        ...{ recommendationId: first.id, version: String(version), addressee: 'DEPUTY', dueAt: LATER, ...cells },
        ...change,
      });
    expect(await edit(first.version, { measure: 'Свои слова' })).toEqual(ok);
    expect(await edit(first.version, { measure: 'Ещё одни' })).toEqual(refused(/изменил другой человек/));
    const form = { schoolId: schoolOf(0).id, year: String(YEAR) };
    expect(await sendRecommendations.as(centre, { ...form, drafts: [boxOf(first)] })).toEqual(
      refused(/изменил другой человек/),
    );
    const now = await seen(first.id);
    expect(now).toMatchObject({ measure: 'Свои слова', addressee: 'DEPUTY', version: 2 });
    expect(await sendRecommendations.as(centre, { ...form, drafts: [boxOf(now)] })).toEqual(ok);
    expect(await sendRecommendations.as(centre, { ...form, drafts: [boxOf(now)] })).toEqual(
      refused(/изменил другой человек/),
    );
    const drop = (one: { id: string; version: number }) =>
      dropRecommendation.as(centre, { recommendationId: one.id, version: String(one.version) });
    expect(await drop({ id: first.id, version: 3 })).toEqual(refused(/отзывают/));
    expect(await drop(second)).toEqual(ok);
    expect((await pageOf(0)).drafts).toEqual([]);
    expect((await seen(first.id, head)).measure).toBe('Свои слова');
    expect((await pageOf(0)).proposals.map(({ remedy }) => remedy.id)).toContain(second.remedyId);
  });

  it('ask for a day that is still to come, and may be written in one’s own words', async () => {
    const own = (change: object) =>
      writeRecommendation.as(centre, {
        ...{ schoolId: schoolOf(0).id, year: String(YEAR), points: ['А1', 'А3'], addressee: 'SCHOOL_TEAM' },
        ...{ dueAt: LATER, next: 'send', measure: 'Посмотреть уроки соседней школы', ...change },
      });
    expect(await own({ dueAt: '2020-01-01' })).toEqual(refused(/уже прошёл/));
    expect(await own({ dueAt: '' })).toEqual(refused(/Укажите срок/));
    expect(await own({ points: ['А1', 'Я9'] })).toEqual(refused(/изменились/));
    expect(await own({})).toEqual(ok);
    const sent = (await pageOf(0)).sent.find(({ measure }) => measure.startsWith('Посмотреть'));
    expect(sent?.grounds.map(({ code }) => code)).toEqual(['А1', 'А3']);
    expect((await listOf(head, { item: 'А3' })).map(({ id }) => id)).toContain(sent?.id);
  });
});

describe('who sees what was sent', () => {
  it('is its school, the centre, the department and the school’s curator; nobody else', async () => {
    const id = await laid();
    for (const viewer of [centre, colleague, official, head, curator])
      expect(await seen(id, viewer)).toMatchObject({ id });
    for (const viewer of [neighbour, stranger]) {
      await expect(seen(id, viewer)).rejects.toThrow(/не найдена/);
      const rows = await inScope(viewer, (tx) => tx.recommendation.findMany({ where: { id }, select: { id: true } }));
      const told = await inScope(viewer, (tx) => tx.recommendationEvent.count({ where: { recommendationId: id } }));
      expect([rows, told]).toEqual([[], 0]);
    }
    const foreign = await laid({ schoolId: schoolOf(1).id });
    await expect(seen(foreign, curator)).rejects.toThrow(/не найдена/);
    await expect(seen(foreign, head)).rejects.toThrow(/не найдена/);
  });

  it('is moved by its school and the centre alone', async () => {
    const id = await laid();
    const form = { recommendationId: id, version: '2', move: 'accept', text: '' };
    for (const viewer of [neighbour, centre, official, curator, stranger])
      expect(await answerRecommendation.as(viewer, form)).toEqual(refused(/не найдена/));
    for (const viewer of [head, official, curator, stranger])
      expect(await decideRecommendation.as(viewer, { ...form, move: 'withdraw', text: 'Нет' })).toEqual(
        refused(/не найдена/),
      );
    expect((await seen(id)).state).toBe('SENT');
  });
});

describe('the life of a recommendation', () => {
  it('goes from the sending through a report with a proof to the centre’s word, and every step is kept', async () => {
    const id = await laid();
    expect(await answer(id, 'accept')).toEqual(ok);
    expect(await answer(id, 'report', 'Сделано')).toEqual(refused(/приложите подтверждение/));
    await addProof(head, id, upload('приказ'));
    expect(await answer(id, 'report')).toEqual(refused(/Напишите/));
    expect(await answer(id, 'report', 'Сделано')).toEqual(ok);
    await expect(addProof(head, id, upload('поздно'))).rejects.toThrow(/не меняются/);
    expect(await decide(id, 'return')).toEqual(refused(/Напишите причину/));
    expect(await decide(id, 'return', 'Не видно подписи')).toEqual(ok);
    expect(await link(id)).toEqual(ok);
    expect(await answer(id, 'report', 'Приложили ссылку')).toEqual(ok);
    expect(await decide(id, 'confirm')).toEqual(ok);
    const { recommendation, events, proofs, moves } = await recommendationPage.as(head, id);
    expect([recommendation.state, moves]).toEqual(['DONE', []]);
    expect(events.map(({ to, text }) => [to, text])).toEqual([
      ['SENT', ''],
      ['ACCEPTED', ''],
      ['REPORTED', 'Сделано'],
      ['RETURNED', 'Не видно подписи'],
      ['REPORTED', 'Приложили ссылку'],
      ['DONE', ''],
    ]);
    expect(proofs.map(({ title, isFile }) => [title, isFile])).toEqual([
      ['приказ.pdf', true],
      ['Приказ', false],
    ]);
    const fileId = proofs[0]?.href.split('/').at(-1) ?? '';
    for (const viewer of [head, centre, official, curator])
      expect(await recommendationFile.as(viewer, fileId)).toMatchObject({ name: 'приказ.pdf' });
    for (const viewer of [neighbour, stranger])
      await expect(recommendationFile.as(viewer, fileId)).rejects.toThrow(/не найдена/);
    const erased = inScope(centre, (tx) => tx.recommendationEvent.deleteMany({ where: { recommendationId: id } }));
    await expect(erased).rejects.toThrow();
  });

  it('lets the school propose something else, and the centre agree, insist or send other words', async () => {
    const [agreed, insisted, resent] = [await laid(), await laid(), await laid()];
    for (const id of [agreed, insisted, resent]) {
      expect(await answer(id, 'counter')).toEqual(refused(/Напишите/));
      expect(await answer(id, 'counter', 'Лучше в марте')).toEqual(ok);
    }
    expect(await decide(agreed, 'agree')).toEqual(ok);
    expect(await decide(insisted, 'insist', 'Март поздно')).toEqual(ok);
    const { version } = await seen(resent);
    const form = { recommendationId: resent, version: String(version), addressee: 'HEAD', measure: 'Провести в марте' };
    expect(await editRecommendation.as(centre, { ...form, dueAt: '' })).toEqual(refused(/Укажите срок/));
    expect(await editRecommendation.as(centre, { ...form, dueAt: '2031-03-31', text: 'Согласны' })).toEqual(ok);
    const states = [await seen(agreed), await seen(insisted), await seen(resent, head)].map(({ state }) => state);
    expect(states).toEqual(['ACCEPTED', 'SENT', 'SENT']);
    const { recommendation, events } = await recommendationPage.as(head, resent);
    expect(recommendation).toMatchObject({ measure: 'Провести в марте', due: '2031-03-31' });
    expect(events.at(-1)?.text).toMatch(/Согласны\nМера: было «Провести анализ», стало «Провести в марте»/);
    expect(await editRecommendation.as(centre, { ...form, version: '4', dueAt: LATER })).toEqual(
      refused(/сохраняет свои слова/),
    );
  });

  it('loses nobody’s word: of two who saw the same recommendation the second is told', async () => {
    const id = await laid();
    const version = String((await seen(id)).version);
    const deputy = await town.viewer('SCHOOL_DEPUTY', schoolOf(0));
    const form = { recommendationId: id, version };
    const answers = await Promise.all([
      answerRecommendation.as(head, { ...form, move: 'accept', text: '' }),
      answerRecommendation.as(deputy, { ...form, move: 'counter', text: 'Иначе' }),
      decideRecommendation.as(centre, { ...form, move: 'withdraw', text: 'Ошибка' }),
    ]);
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    expect((await recommendationPage.as(centre, id)).events).toHaveLength(2);
  });

  it('holds in the database itself: each side moves as the table says and in no other way', async () => {
    const sides = { SCHOOL: head, CENTRE: centre } as const;
    const wrong: string[] = [];
    for (const from of RECOMMENDATION_STATES) {
      for (const side of ['SCHOOL', 'CENTRE'] as const) {
        for (const to of RECOMMENDATION_STATES.filter((state) => state !== from)) {
          const id = await laid(
            from === 'DRAFT' ? { steps: [] } : { steps: [{ to: from, by: centre.userId, at: new Date() }] },
          );
          const data = { state: to, sentAt: new Date() };
          const moved = await inScope(sides[side], (tx) => tx.recommendation.updateMany({ where: { id }, data })).then(
            ({ count }) => count === 1,
            () => false,
          );
          const may = MOVES.some((one) => one.side === side && one.to === to && one.from.includes(from));
          if (moved !== may) wrong.push(`${side} ${from} → ${to}: ${moved}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('keeps its words in the database: neither the school nor the centre rewrites what was sent', async () => {
    const id = await laid();
    for (const viewer of [head, centre]) {
      const change = (data: object) => inScope(viewer, (tx) => tx.recommendation.updateMany({ where: { id }, data }));
      await expect(change({ measure: 'Другое' })).rejects.toThrow(/keeps its words/);
      await expect(change({ due: new Date('2030-01-01') })).rejects.toThrow(/keeps its words/);
      await expect(change({ schoolId: schoolOf(1).id })).rejects.toThrow(/stays with its school/);
    }
    const forged = inScope(head, (tx) =>
      tx.recommendationProof.createMany({
        data: [
          {
            ...{ id: newId(), municipalityId: town.id, schoolId: schoolOf(1).id, recommendationId: id },
            ...{ title: 'Чужое', url: 'https://school.test/', addedById: head.userId },
          },
        ],
      }),
    );
    await expect(forged).rejects.toThrow();
  });

  it('lets a proof be taken back while the school is at work', async () => {
    const id = await laid();
    await link(id);
    const [proof] = (await recommendationPage.as(head, id)).proofs;
    const form = { proofId: proof?.id ?? '' };
    expect(await dropRecommendationProof.as(neighbour, form)).toEqual(refused(/не найдена/));
    expect(await dropRecommendationProof.as(head, form)).toEqual(ok);
    expect((await recommendationPage.as(head, id)).proofs).toEqual([]);
    expect(await answer(id, 'report', 'Сделано')).toEqual(refused(/приложите подтверждение/));
  });
});

describe('the lists', () => {
  it('of a school begin with the nearest day; pages follow each other and lose nothing', async () => {
    const school = schoolOf(1);
    for (let index = 0; index < 60; index += 1)
      await laid({ schoolId: school.id, due: `2030-01-${String(1 + (index % 20)).padStart(2, '0')}` });
    const found: string[] = [];
    let search: object = {};
    for (;;) {
      const page = await recommendationsPage.as(neighbour, recommendationSearch.parse(search));
      found.push(...page.rows.map(({ due, id }) => `${due} ${id}`));
      if (!page.after) break;
      search = { after: page.after };
    }
    expect(found.length).toBeGreaterThanOrEqual(60);
    expect(found).toEqual([...found].sort());
    expect(new Set(found).size).toBe(found.length);
    for (const sort of ['-due', 'school', '-school', 'updated', '-updated']) {
      const first = await recommendationsPage.as(centre, recommendationSearch.parse({ sort }));
      const second = await recommendationsPage.as(centre, recommendationSearch.parse({ sort, after: first.after }));
      const back = await recommendationsPage.as(centre, recommendationSearch.parse({ sort, before: second.before }));
      expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    }
  });

  it('say what is late, what waits for the centre, and the three nearest', async () => {
    const today = dayAt(new Date(), centre.timeZone);
    const late = await laid({ due: '2026-01-10' });
    const waiting = await laid();
    await answer(waiting, 'counter', 'Иначе');
    const ids = async (viewer: Viewer, state: string) => (await listOf(viewer, { state })).map(({ id }) => id);
    expect(await ids(head, 'late')).toEqual([late]);
    expect(await ids(centre, 'waiting')).toContain(waiting);
    const due = await recommendationsDue.as(head);
    expect(due).toMatchObject({ late: 1, today });
    expect(due.next.map(({ id }) => id)[0]).toBe(late);
    expect(due.next.length).toBeLessThanOrEqual(3);
    const forCentre = await recommendationsDue.as(centre);
    expect(forCentre.waiting).toBeGreaterThan(0);
    expect(forCentre.next.every(({ state }) => state === 'COUNTERED' || state === 'REPORTED')).toBe(true);
    const { rows } = await recommendationSchools.as(centre, schoolSearch.parse({}));
    expect(rows.map(({ name }) => name)).toEqual(town.schools.map(({ shortName }) => shortName));
  });
});
