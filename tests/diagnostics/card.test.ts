import { describe, expect, test } from 'vitest';
import {
  CARD_MOVES,
  CARD_STATUSES,
  type CardRole,
  canFill,
  findMove,
  movesFor,
  viewOf,
} from '@/lib/diagnostics/cards/card';

const ROLES: readonly CardRole[] = ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'REGION'];

describe('the life cycle of a card', () => {
  test('is this table and nothing else', () => {
    const table = CARD_MOVES.map((move) =>
      [
        `${move.from} → ${move.to}`,
        move.code,
        ...move.roles,
        ...(move.needsReason ? ['reason'] : []),
        ...(move.needsNoGaps ? ['no gaps'] : []),
        ...(move.startsRound ? ['new round'] : []),
        ...(move.byOrder ? ['by order'] : []),
      ].join(', '),
    );
    expect(table).toEqual([
      'DRAFT → SUBMITTED, submit, SCHOOL_HEAD, no gaps',
      'RETURNED → SUBMITTED, resubmit, SCHOOL_HEAD, no gaps',
      'SUBMITTED → ACCEPTED, accept, CENTRE',
      'SUBMITTED → RETURNED, return, CENTRE, reason, new round',
      'ACCEPTED → RETURNED, reopen, CENTRE, reason, new round',
      'ACCEPTED → CLOSED, close, OFFICIAL, by order',
      'CLOSED → RETURNED, amend, CENTRE, reason, new round',
    ]);
  });

  test('lets only the director submit, though a deputy fills', () => {
    expect(findMove('submit', 'DRAFT', 'SCHOOL_HEAD')).toBeDefined();
    expect(findMove('submit', 'DRAFT', 'SCHOOL_DEPUTY')).toBeUndefined();
    expect(canFill('DRAFT', 'SCHOOL_DEPUTY')).toBe(true);
  });

  test('closes a card by an order only, never by a button', () => {
    expect(movesFor('ACCEPTED', 'OFFICIAL')).toEqual([]);
    expect(findMove('close', 'ACCEPTED', 'OFFICIAL')?.byOrder).toBe(true);
  });

  test('offers each role its own moves', () => {
    expect(movesFor('SUBMITTED', 'CENTRE').map((move) => move.code)).toEqual(['accept', 'return']);
    expect(movesFor('ACCEPTED', 'CENTRE').map((move) => move.code)).toEqual(['reopen']);
    for (const status of CARD_STATUSES) {
      expect(movesFor(status, 'REGION')).toEqual([]);
      expect(movesFor(status, 'SCHOOL_DEPUTY')).toEqual([]);
    }
  });

  test('lets answers change only in the hands of the school, as a draft or when returned', () => {
    const fills = CARD_STATUSES.flatMap((status) =>
      ROLES.flatMap((role) => (canFill(status, role) ? [`${status} ${role}`] : [])),
    );
    expect(fills).toEqual([
      'DRAFT SCHOOL_HEAD',
      'DRAFT SCHOOL_DEPUTY',
      'RETURNED SCHOOL_HEAD',
      'RETURNED SCHOOL_DEPUTY',
    ]);
  });
});

describe('who sees what of a card', () => {
  test.each([
    ['DRAFT', 'ALL', 'PROGRESS', 'COVERAGE', 'COVERAGE'],
    ['SUBMITTED', 'ALL', 'ALL', 'COVERAGE', 'COVERAGE'],
    ['RETURNED', 'ALL', 'SUBMITTED', 'COVERAGE', 'COVERAGE'],
    ['ACCEPTED', 'ALL', 'ALL', 'OUTCOME', 'AGGREGATES'],
    ['CLOSED', 'ALL', 'ALL', 'ALL', 'AGGREGATES'],
  ] as const)('%s: school %s, centre %s, official %s, region %s', (status, school, centre, official, region) => {
    expect(viewOf(status, 'SCHOOL_HEAD')).toBe(school);
    expect(viewOf(status, 'SCHOOL_DEPUTY')).toBe(school);
    expect(viewOf(status, 'CENTRE')).toBe(centre);
    expect(viewOf(status, 'OFFICIAL')).toBe(official);
    expect(viewOf(status, 'REGION')).toBe(region);
  });
});
