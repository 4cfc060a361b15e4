import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { type AnswerInput, COMMENT_MAX } from '@/lib/diagnostics/cards/card-contract';
import { cardPage, pollCard } from '@/lib/diagnostics/cards/card-queries';
import { roundAtWork } from '@/lib/diagnostics/cards/live-card';
import { saveAnswers } from '@/lib/diagnostics/cards/save-answers';
import { saveFromForm, saveFromJson } from '@/lib/diagnostics/cards/save-doors';
import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import { newId } from '@/lib/kernel/ids';
import { inScope } from '@/lib/platform/prisma';
import { type BuiltCampaign, type BuiltCard, buildCampaign } from '@/prisma/seed/builders/campaign';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { buildTown, HOUR, openCampaignOf, ownerClient, type Town } from './list-world';

const owner = ownerClient();
let town: Town;
let other: Town;
let year = 2030;
let campaign: BuiltCampaign;
let card: BuiltCard;
let head: Viewer;
let deputy: Viewer;
const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('the world is empty');
  return one;
};

beforeAll(async () => {
  town = await buildTown(owner, 'ALPHA', 2);
  other = await buildTown(owner, 'BETA', 1);
  head = await town.viewer('SCHOOL_HEAD', first(town.schools));
  deputy = await town.viewer('SCHOOL_DEPUTY', first(town.schools));
});
beforeEach(async () => {
  campaign = await openCampaignOf(owner, town, year++);
  card = first(campaign.cards);
});
afterAll(() => owner.$disconnect());

const answer = (item: string, value: AnswerValue, version = 0, comment = ''): AnswerInput => ({
  item,
  value,
  number: '',
  comment,
  version,
});
const save = (viewer: Viewer, ...answers: AnswerInput[]) => saveAnswers(viewer, card.id, { key: newId(), answers });
const stored = () =>
  owner.answer.findMany({
    where: { cardId: card.id },
    select: { item: true, value: true, comment: true, version: true },
  });
const item = (index: number): string => card.asked[index] ?? '';
const moveDates = (opens: number, closes: number) =>
  owner.campaign.update({
    where: { id: campaign.id },
    data: { opensAt: new Date(Date.now() + opens * HOUR), closesAt: new Date(Date.now() + closes * HOUR) },
  });

/** The live sum as it follows from the stored answers alone. */
async function recomputed() {
  const rows = await stored();
  const answers = new Map(rows.map((row) => [row.item, row]));
  return roundAtWork(defaultMethod, { school: card.school, held: card.held }, answers);
}

/** Every counter that a save keeps equals what the answers say. */
async function expectSumsToHold() {
  const { live, assessment } = await recomputed();
  const kept = await owner.cardLive.findUniqueOrThrow({ where: { cardId: card.id } });
  expect({ sum: kept.sum, max: kept.max, extra: kept.extra, points: kept.points }).toEqual({
    sum: live.sum,
    max: live.max,
    extra: live.extra,
    points: [...assessment.points],
  });
  const counted = await owner.card.findUniqueOrThrow({ where: { id: card.id } });
  expect({ answered: counted.answered, applicable: counted.applicable }).toEqual({
    answered: live.answered,
    applicable: live.applicable,
  });
}

describe('saving an answer', () => {
  it('stores value, comment, history, live sum and one line of the journal together', async () => {
    const before = await owner.journalEntry.count({ where: { entityId: card.id } });
    const response = await save(head, answer(item(0), 'YES', 0, 'протокол 01'));
    expect(response).toMatchObject({ saved: [{ item: item(0), version: 1 }], conflicts: [], refused: [] });
    expect(response.live).toMatchObject({ sum: 1, max: 1, answered: 1, applicable: card.asked.length });
    expect(await stored()).toEqual([{ item: item(0), value: 'YES', comment: 'протокол 01', version: 1 }]);
    expect(await owner.answerChange.count({ where: { cardId: card.id } })).toBe(1);
    await expectSumsToHold();
    const lines = await owner.journalEntry.findMany({ where: { entityId: card.id, action: 'answer.save' } });
    expect(lines.length - before).toBe(1);
    expect(JSON.stringify(first(lines).details)).not.toMatch(/YES|протокол/);
  });

  it('keeps both texts of two people on one answer and writes neither over the other', async () => {
    await save(head, answer(item(0), 'YES', 0, 'первый'));
    const late = await save(deputy, answer(item(0), 'NO', 0, 'второй'));
    expect(late).toMatchObject({
      saved: [],
      conflicts: [
        { item: item(0), theirs: { value: 'YES', number: '', comment: 'первый', version: 1, author: head.name } },
      ],
    });
    expect(await stored()).toMatchObject([{ value: 'YES', comment: 'первый' }]);
    const again = await save(deputy, answer(item(0), 'NO', 1, 'второй'));
    expect(again).toMatchObject({ saved: [{ item: item(0), version: 2 }], conflicts: [] });
  });

  it('saves the other answers of a request in which one is in conflict', async () => {
    await save(head, answer(item(0), 'YES'));
    const mixed = await save(deputy, answer(item(0), 'NO'), answer(item(1), 'YES'));
    expect(mixed).toMatchObject({ saved: [{ item: item(1) }], conflicts: [{ item: item(0) }] });
    await expectSumsToHold();
  });

  it('takes the same answer given by two people for agreement, not for a conflict', async () => {
    await save(head, answer(item(0), 'NO', 0, 'так'));
    const same = await save(deputy, answer(item(0), 'NO', 0, 'так'));
    expect(same).toMatchObject({ saved: [{ item: item(0), version: 1 }], conflicts: [] });
    expect(await owner.answerChange.count({ where: { cardId: card.id } })).toBe(1);
  });

  it('carries out a request once however often it comes, and answers it the same', async () => {
    const request = { key: newId(), answers: [answer(item(0), 'YES')] };
    const answers = await Promise.all([1, 2, 3].map(() => saveAnswers(head, card.id, request)));
    expect(new Set(answers.map((one) => JSON.stringify(one.saved))).size).toBe(1);
    await save(head, answer(item(0), 'NO', 1));
    expect((await saveAnswers(head, card.id, request)).saved).toEqual(first(answers).saved);
    expect(await stored()).toMatchObject([{ value: 'NO', version: 2 }]);
  });

  it.each([
    ['a text that is too long', answer('', 'YES', 0, 'я'.repeat(COMMENT_MAX + 1)), /длиннее/],
    ['a text with NUL', answer('', 'YES', 0, 'а\u0000б'), /недопустимый/],
    ['half a sign', answer('', 'YES', 0, 'а\ud83d'), /недопустимый/],
    ['a criterion that the method does not have', answer('Ы99', 'YES'), /нет такого критерия/],
  ])('refuses %s aloud and saves the rest', async (_, wrong, message) => {
    const bad = wrong.item === '' ? { ...wrong, item: item(0) } : wrong;
    const response = await save(head, bad, answer(item(1), 'NO'));
    expect(response.refused).toEqual([{ item: bad.item, message: expect.stringMatching(message) }]);
    expect(response.saved).toMatchObject([{ item: item(1) }]);
    expect(await stored()).toHaveLength(1);
  });

  it('refuses an answer to what the school cannot have: it is неприменимо by itself', async () => {
    const basic = await buildCampaign(owner, {
      municipalityId: town.id,
      versionId: town.versionId,
      method: defaultMethod,
      year: year++,
      opensAt: new Date(Date.now() - HOUR),
      closesAt: new Date(Date.now() + HOUR),
      schools: [{ ...first(town.schools), kind: 'BASIC', grades: [1, 2, 3, 4, 5, 6, 7, 8, 9] }],
    });
    const school = first(basic.cards);
    const cannot = card.asked.filter((code) => !school.asked.includes(code));
    expect(cannot.length).toBeGreaterThan(0);
    const request = { key: newId(), answers: [answer(first(cannot), 'YES')] };
    const response = await saveAnswers(head, school.id, request);
    expect(response.refused).toMatchObject([{ item: first(cannot), message: expect.stringContaining('неприменим') }]);
    const page = await cardPage.as(head, school.id);
    const items = page.sections.flatMap((section) => section.criteria.flatMap((criterion) => criterion.items));
    expect(items.find((one) => one.code === first(cannot))).toMatchObject({ isApplicable: false, point: null });
  });
});

describe('many hands on one card', () => {
  it('loses none of 40 saves at once, and the live sum equals its recomputation', async () => {
    const editors = [head, deputy];
    const saves = Array.from({ length: 40 }, (_, index) => ({
      code: item(index % card.asked.length),
      viewer: editors[index % 2] ?? head,
      value: index % 3 === 0 ? ('YES' as const) : ('NO' as const),
      comment: `правка ${index}`,
    }));
    const results = await Promise.all(
      saves.map(async ({ code, viewer, value, comment }) => {
        // Whoever meets a conflict looks at it and saves again by the version he was shown.
        let version = 0;
        for (let attempt = 0; attempt < 60; attempt += 1) {
          const { saved, conflicts } = await saveAnswers(viewer, card.id, {
            key: newId(),
            answers: [answer(code, value, version, comment)],
          });
          if (saved[0]) return { code, comment, version: saved[0].version };
          version = conflicts[0]?.theirs.version ?? 0;
        }
        throw new Error('never saved');
      }),
    );
    const history = await owner.answerChange.findMany({ where: { cardId: card.id } });
    for (const { code, comment, version } of results) {
      expect(history).toContainEqual(expect.objectContaining({ item: code, comment, version }));
    }
    expect(history).toHaveLength(40);
    await expectSumsToHold();
  });

  it('keeps the sum right in any order of saves by two people', { timeout: 120_000 }, async () => {
    const step = fc.record({
      who: fc.boolean(),
      index: fc.nat(card.asked.length - 1),
      value: fc.constantFrom<AnswerValue>('YES', 'NO', 'NOT_APPLICABLE', 'NO_DATA'),
      stale: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const versions = new Map((await stored()).map((row) => [row.item, row.version]));
        const before = new Map(versions);
        await Promise.all(
          steps.map(({ who, index, value, stale }) =>
            save(who ? head : deputy, answer(item(index), value, stale ? 0 : (versions.get(item(index)) ?? 0))),
          ),
        );
        for (const row of await stored()) expect(row.version).toBeGreaterThanOrEqual(before.get(row.item) ?? 0);
        await expectSumsToHold();
      }),
      { numRuns: 15 },
    );
  });
});

describe('the term', () => {
  it('counts by the clock of the database: nothing is saved before the opening or after the closing', async () => {
    await moveDates(1, 2);
    await expect(save(head, answer(item(0), 'YES'))).rejects.toMatchObject({ code: 'closed', message: /начнётся/ });
    await moveDates(-2, -1);
    await expect(save(head, answer(item(0), 'YES'))).rejects.toMatchObject({
      code: 'closed',
      message: /можно было заполнять до .* центр/,
    });
    expect(await stored()).toEqual([]);
  });

  it('lasts longer for a school with an extension, for it alone', async () => {
    await moveDates(-2, -1);
    await owner.card.update({
      where: { id: card.id },
      data: { dueAt: new Date(Date.now() + HOUR), dueReason: 'карантин' },
    });
    expect((await save(head, answer(item(0), 'YES'))).saved).toHaveLength(1);
    const neighbour = await town.viewer('SCHOOL_HEAD', town.schools[1]);
    const theirs = campaign.cards[1]?.id ?? '';
    await expect(
      saveAnswers(neighbour, theirs, { key: newId(), answers: [answer(item(0), 'YES')] }),
    ).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('whose card it is', () => {
  it('does not exist for another school, another municipality or any other role', async () => {
    const strangers: Viewer[] = [await town.viewer('SCHOOL_HEAD', town.schools[1])];
    for (const role of ROLES) {
      const place = role.startsWith('SCHOOL') ? first(other.schools) : undefined;
      strangers.push(await other.viewer(role, place));
      if (!place) strangers.push(await town.viewer(role));
    }
    for (const viewer of strangers) {
      await expect(save(viewer, answer(item(0), 'YES')), viewer.role).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await stored()).toEqual([]);
  });

  it('shows a draft to nobody above the school, neither in the query nor in the tables', async () => {
    await save(head, answer(item(0), 'YES', 0, 'ещё думаем'));
    for (const role of ['CENTRE', 'OFFICIAL', 'CURATOR', 'REGION', 'ADMIN'] as const) {
      const viewer = await town.viewer(role);
      const seen = await inScope(viewer, async (tx) => ({
        answers: await tx.answer.count({ where: { cardId: card.id } }),
        changes: await tx.answerChange.count({ where: { cardId: card.id } }),
        live: await tx.cardLive.count({ where: { cardId: card.id } }),
      }));
      expect(seen, role).toEqual({ answers: 0, changes: 0, live: 0 });
    }
    const centre = await town.viewer('CENTRE');
    const page = await cardPage.as(centre, card.id);
    expect(page).toMatchObject({ view: 'PROGRESS', sections: [], outcome: null, live: null, head: { answered: 1 } });
    expect(JSON.stringify(page)).not.toContain('ещё думаем');
    expect(await pollCard.as(centre, card.id, null)).toMatchObject({ answers: [], live: null });
  });
});

describe('what others have changed', () => {
  it('reaches a poll once, with the sum, and then there is silence', async () => {
    const page = await cardPage.as(deputy, card.id);
    await save(head, answer(item(0), 'YES', 0, 'готово'));
    const news = await pollCard.as(deputy, card.id, page.cursor);
    expect(news).toMatchObject({
      refresh: false,
      live: { sum: 1 },
      answers: [{ item: item(0), comment: 'готово', author: head.name }],
    });
    expect(await pollCard.as(deputy, card.id, news.cursor)).toMatchObject({ refresh: false, live: null, answers: [] });
    expect(await pollCard.as(deputy, card.id, 'чужое_нечто')).toMatchObject({
      refresh: false,
      answers: [{ item: item(0) }],
    });
  });
});

const url = 'http://portal.test/api/cards/x/answers';
const post = (body: string, type = 'application/x-www-form-urlencoded') =>
  new Request(url, { method: 'POST', body, headers: { 'Content-Type': type } });
const form = (fields: Record<string, string>) => post(new URLSearchParams(fields).toString());

describe('the two doors', () => {
  it('answers a script in JSON and refuses what it cannot read', async () => {
    const body = JSON.stringify({ key: newId(), answers: [answer(item(0), 'YES')] });
    const response = await saveFromJson(head, card.id, post(body, 'application/json'));
    expect([response.status, await response.json()]).toMatchObject([200, { saved: [{ item: item(0) }] }]);
    for (const wrong of [
      '',
      '{}',
      '[]',
      body.replace('"answers"', '"more":1,"answers"'),
      body.replace('"YES"', '{"not":"NO"}'),
    ]) {
      await expect(saveFromJson(head, card.id, post(wrong, 'application/json'))).rejects.toMatchObject({
        code: 'invalid',
      });
    }
    const long = 'я'.repeat(600_000);
    await expect(saveFromJson(head, card.id, post(long, 'application/json'))).rejects.toMatchObject({ status: 413 });
  });

  it('saves only what a form has changed and leads back to the section', async () => {
    await save(head, answer(item(0), 'YES', 0, 'было'), answer(item(1), 'NO'));
    // The page was opened at version 1; meanwhile a colleague changes the second answer.
    await save(deputy, answer(item(1), 'NO_DATA', 1, 'нет протокола'));
    const response = await saveFromForm(
      head,
      card.id,
      form({
        _key: newId(),
        _section: 'А',
        [`value.${item(0)}`]: 'NO',
        [`comment.${item(0)}`]: 'стало\r\nв две строки',
        [`version.${item(0)}`]: '1',
        [`value.${item(1)}`]: 'NO',
        [`comment.${item(1)}`]: '',
        [`version.${item(1)}`]: '1',
      }),
    );
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe(`/cards/${card.id}?saved=1#${encodeURIComponent('А')}`);
    expect((await stored()).sort((a, b) => (a.item < b.item ? -1 : 1))).toEqual([
      { item: item(0), value: 'NO', comment: 'стало\nв две строки', version: 2 },
      { item: item(1), value: 'NO_DATA', comment: 'нет протокола', version: 2 },
    ]);
  });

  it('gives back on the page every text that a form could not save, to its author alone', async () => {
    await save(deputy, answer(item(0), 'NO', 0, 'их слова'));
    const key = newId();
    const response = await saveFromForm(
      head,
      card.id,
      form({
        _key: key,
        [`value.${item(0)}`]: 'YES',
        [`comment.${item(0)}`]: 'мои слова',
        [`comment.${item(1)}`]: 'без ответа',
        [`value.${item(2)}`]: 'NO',
      }),
    );
    expect(response.headers.get('Location')).toBe(`/cards/${card.id}?saved=1&unsaved=${key}`);
    const shown = async (viewer: Viewer) => {
      const page = await cardPage.as(viewer, card.id, key);
      return page.sections
        .flatMap((section) => section.criteria.flatMap((criterion) => criterion.items))
        .filter((one) => one.unsaved !== null);
    };
    expect(await shown(head)).toMatchObject([
      {
        code: item(0),
        answer: { comment: 'их слова' },
        unsaved: { value: 'YES', comment: 'мои слова', why: /изменил/ },
      },
      { code: item(1), answer: null, unsaved: { value: null, comment: 'без ответа', why: /не выбран/ } },
    ]);
    expect(await shown(deputy)).toEqual([]);
  });
});
