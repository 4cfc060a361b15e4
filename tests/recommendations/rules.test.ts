import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '@/lib/methodology/items';
import { propose } from '@/lib/recommendations/propose';
import { isLate } from '@/lib/recommendations/recommendation';
import {
  findMove,
  isOpen,
  isWaiting,
  MOVES,
  type Move,
  movesFrom,
  RECOMMENDATION_STATES,
  type RecommendationState,
  usesRemedy,
} from '@/lib/recommendations/recommendation-moves';
import { readCursor, recommendationSearch, writeCursor } from '@/lib/recommendations/recommendation-search';
import { foldCode, isFor, type Point } from '@/lib/recommendations/remedy';
import { ADDRESSEE_WORDS, MOVE_LABELS, MOVE_WORDS, STATE_WORDS } from '@/lib/recommendations/words';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { starterRemedies } from '@/prisma/seed/reference/starter-remedies';

const point = (code: string, section = code.slice(0, 1), criterion = code): Point => ({
  ...{ code, section, criterion, wording: `Критерий ${code}`, reason: 'так ответила школа' },
});
const SIGN = point('Г05', 'Г', 'Г');
const remedy = (id: string, item: string, archivedAt: Date | null = null) => ({ id, item, archivedAt });

const points = fc
  .uniqueArray(fc.constantFrom('А1', 'А2', 'Б1', 'Д2', 'Д3', 'Г05', 'Г06'), { maxLength: 7 })
  .map((codes) => codes.map((code) => (code.startsWith('Г') ? point(code, 'Г', 'Г') : point(code))));
const catalogue = fc
  .array(
    fc.record({
      item: fc.constantFrom('', 'А', 'А1', 'а 2', 'Б', 'Г', 'Г05', 'Д3', 'Ж9'),
      archivedAt: fc.constantFrom(null, null, new Date(0)),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((one, index) => ({ ...one, id: `m${index}` })));
const worlds = fc
  .tuple(points, catalogue, fc.uniqueArray(fc.nat(11), { maxLength: 12 }))
  .map(([asked, list, chosen]) => ({
    points: asked,
    catalogue: list,
    used: new Set(chosen.map((index) => `m${index}`)),
  }));

describe('what is proposed to a school', () => {
  it('is a measure of the point’s own code, of its criterion or of its whole section', () => {
    expect([isFor({ item: 'Г05' }, SIGN), isFor({ item: 'Г' }, SIGN), isFor({ item: 'А' }, point('А3'))]).toEqual([
      ...[true, true, true],
    ]);
    expect([isFor({ item: 'Г06' }, SIGN), isFor({ item: '' }, SIGN), isFor({ item: 'А' }, point('Б1'))]).toEqual([
      ...[false, false, false],
    ]);
    expect(isFor({ item: 'а 1' }, point('А1'))).toBe(true);
    expect(foldCode(' г 05')).toBe('Г05');
  });

  it('comes in the order of the card, once a measure, those for any school last', () => {
    const list = [remedy('any', ''), remedy('d', 'Д3'), remedy('a', 'А'), remedy('a1', 'А1')];
    const { proposals, gaps } = propose([point('А1'), point('А3'), point('Д2'), point('Д3')], list, new Set());
    expect(proposals.map(({ remedy: { id }, points: of }) => [id, of.map(({ code }) => code)])).toEqual([
      ['a', ['А1', 'А3']],
      ['a1', ['А1']],
      ['d', ['Д3']],
      ['any', []],
    ]);
    expect(gaps.map(({ code }) => code)).toEqual(['Д2']);
  });

  it('never repeats what lives or is done this year, whatever the card and the catalogue', () => {
    fc.assert(
      fc.property(worlds, ({ points: asked, catalogue: list, used }) => {
        const { proposals } = propose(asked, list, used);
        const ids = proposals.map(({ remedy: { id } }) => id);
        expect(ids.filter((id) => used.has(id))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('names every point once: it has a proposal, or its measures are used, or the catalogue has a gap', () => {
    fc.assert(
      fc.property(worlds, ({ points: asked, catalogue: list, used }) => {
        const { proposals, gaps, covered } = propose(asked, list, used);
        const proposed = asked.filter((one) => proposals.some((proposal) => proposal.points.includes(one)));
        expect([...proposed, ...gaps, ...covered].map(({ code }) => code).sort()).toEqual(
          asked.map(({ code }) => code).sort(),
        );
        for (const gap of gaps) expect(list.some((one) => one.archivedAt === null && isFor(one, gap))).toBe(false);
        for (const one of covered)
          expect(list.some(({ id, archivedAt, ...of }) => archivedAt === null && used.has(id) && isFor(of, one))).toBe(
            true,
          );
      }),
    );
  });

  it('is nothing from the archive, and nothing at all to a school without points', () => {
    fc.assert(
      fc.property(worlds, ({ points: asked, catalogue: list, used }) => {
        const { proposals } = propose(asked, list, used);
        expect(proposals.every(({ remedy: { archivedAt } }) => archivedAt === null)).toBe(true);
        expect(propose([], list, used).proposals).toEqual([]);
      }),
    );
  });

  it('shrinks by exactly what is sent: sending all leaves nothing to propose, withdrawing brings it back', () => {
    fc.assert(
      fc.property(worlds, ({ points: asked, catalogue: list, used }) => {
        const { proposals, gaps } = propose(asked, list, used);
        const sent = new Set([...used, ...proposals.map(({ remedy: { id } }) => id)]);
        const after = propose(asked, list, sent);
        expect(after.proposals).toEqual([]);
        expect(after.gaps).toEqual(gaps);
        expect(propose(asked, list, used).proposals).toEqual(proposals);
      }),
    );
  });
});

describe('the life of a recommendation', () => {
  it('is this table', () => {
    const lines = MOVES.map(
      ({ side, code, from, to, needsWords, needsProof }) =>
        `${side} ${code}: ${from.join('|')} → ${to}${needsWords ? ' +слова' : ''}${needsProof ? ' +подтверждение' : ''}`,
    );
    expect(lines).toEqual([
      'CENTRE send: DRAFT → SENT',
      'SCHOOL accept: SENT → ACCEPTED',
      'SCHOOL counter: SENT|ACCEPTED → COUNTERED +слова',
      'CENTRE agree: COUNTERED → ACCEPTED',
      'CENTRE insist: COUNTERED → SENT +слова',
      'CENTRE resend: COUNTERED → SENT',
      'SCHOOL report: SENT|ACCEPTED|RETURNED → REPORTED +слова +подтверждение',
      'CENTRE confirm: REPORTED → DONE',
      'CENTRE return: REPORTED|DONE → RETURNED +слова',
      'CENTRE withdraw: SENT|ACCEPTED|COUNTERED|RETURNED → WITHDRAWN +слова',
    ]);
  });

  const walks = fc.array(fc.nat(), { maxLength: 25 }).map((choices) => {
    const path: { state: RecommendationState; by: string; to: RecommendationState }[] = [];
    let state: RecommendationState = 'DRAFT';
    for (const choice of choices) {
      const open: readonly Move[] = [...movesFrom(state, 'CENTRE'), ...movesFrom(state, 'SCHOOL')];
      const move: Move | undefined = open[choice % Math.max(1, open.length)];
      if (!move) break;
      path.push({ state, by: move.side, to: move.to });
      state = move.to;
    }
    return path;
  });

  it('never lets anybody confirm his own work, nor goes back to a draft', () => {
    fc.assert(
      fc.property(walks, (path) => {
        for (const [index, step] of path.entries()) {
          expect(step.to).not.toBe('DRAFT');
          if (step.to !== 'DONE') continue;
          expect(step.by).toBe('CENTRE');
          expect(path[index - 1]).toMatchObject({ by: 'SCHOOL', to: 'REPORTED' });
        }
      }),
    );
  });

  it('ends when it is withdrawn, and always has somebody who can go on until then', () => {
    for (const state of RECOMMENDATION_STATES) {
      const moves = [...movesFrom(state, 'CENTRE'), ...movesFrom(state, 'SCHOOL')];
      expect({ state, ends: moves.length === 0 }).toEqual({ state, ends: state === 'WITHDRAWN' });
    }
  });

  it('says of whom something is expected: never of both, and of nobody in the end', () => {
    expect(RECOMMENDATION_STATES.filter((state) => isOpen(state) && isWaiting(state))).toEqual([]);
    expect(RECOMMENDATION_STATES.filter((state) => !isOpen(state) && !isWaiting(state))).toEqual([
      ...['DRAFT', 'DONE', 'WITHDRAWN'],
    ]);
    for (const state of RECOMMENDATION_STATES)
      if (isOpen(state)) expect(findMove('report', state, 'SCHOOL')?.to).toBe('REPORTED');
  });

  it('frees its measure for another proposal only when it is withdrawn', () => {
    expect(RECOMMENDATION_STATES.filter((state) => !usesRemedy(state))).toEqual(['WITHDRAWN']);
  });

  it('is late on the day after its last one, and only while the school is asked for something', () => {
    const one = (state: RecommendationState, due: string | null) => isLate({ state, due }, '2026-11-23');
    expect([one('SENT', '2026-11-22'), one('RETURNED', '2026-11-22'), one('ACCEPTED', '2026-11-01')]).toEqual([
      ...[true, true, true],
    ]);
    expect([one('SENT', '2026-11-23'), one('REPORTED', '2026-11-01'), one('DRAFT', null)]).toEqual([
      ...[false, false, false],
    ]);
  });

  it('has words for every state, move and addressee', () => {
    const said = [STATE_WORDS, MOVE_WORDS, MOVE_LABELS, ADDRESSEE_WORDS].flatMap((words) =>
      Object.values<string>(words),
    );
    expect(said.every((word) => /^[\p{L}]/u.test(word))).toBe(true);
  });
});

describe('the address of the list', () => {
  it('is read leniently: what cannot be understood is no filter', () => {
    const search = recommendationSearch.parse({ state: 'nonsense', year: 'x', sort: '', school: '1', q: ' план ' });
    expect(search).toMatchObject({ q: 'план', sort: 'due', state: undefined, year: undefined, school: undefined });
  });

  it('keeps a cursor of its own order and drops any other', () => {
    const cursor = { key: '2026-11-23', id: '01a20670-8774-708e-aaa3-6393023daafe' };
    expect(readCursor(writeCursor(cursor), 'due')).toEqual(cursor);
    expect(readCursor(writeCursor(cursor), '-updated')).toBeUndefined();
    expect([readCursor('nonsense', 'due'), readCursor(undefined, 'due')]).toEqual([undefined, undefined]);
  });
});

describe('the starting catalogue', () => {
  const items = itemsOf(defaultMethod);
  const codes = new Set(items.flatMap(({ code, criterion, section }) => [code, criterion, section]));

  it('names only criteria, signs and sections of the default method, each measure under a key of its own', () => {
    expect(starterRemedies.filter(({ item }) => item !== '' && !codes.has(item))).toEqual([]);
    expect(new Set(starterRemedies.map(({ key }) => key)).size).toBe(starterRemedies.length);
  });

  it('has a measure for each section, words causes as hypotheses, and leaves no cell of the chain empty', () => {
    for (const section of defaultMethod.sections)
      expect(starterRemedies.some(({ item }) => item !== '' && foldCode(item).startsWith(section.code))).toBe(true);
    for (const one of starterRemedies) {
      expect(one.cause).toMatch(/^Возможно/);
      const cells = [one.measure, one.term, one.responsible, one.result, one.indicator, one.proof, one.cost];
      expect(cells.every((cell) => cell.trim() !== '')).toBe(true);
    }
  });
});
