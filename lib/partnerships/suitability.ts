import type { SchoolContext, SchoolKind, SchoolPlace } from '@/lib/schools/codes';

/** Whether a school has said that it helps others. */
export const STANCES = ['UNASKED', 'AGREED', 'DECLINED'] as const;
export type Stance = (typeof STANCES)[number];

/** A school as the choice of partners sees it: what it is, what its accepted card says, how it stands to helping. */
export type KnownSchool = {
  readonly id: string;
  readonly name: string;
  readonly kind: SchoolKind;
  readonly place: SchoolPlace;
  readonly grades: readonly number[];
  readonly pupils: number | null;
  readonly contexts: readonly SchoolContext[];
  /** School year of the latest accepted card; null: there is none. */
  readonly cardYear: number | null;
  /** Codes of items with a point. */
  readonly points: readonly string[];
  /** Codes of items that are known to have none. */
  readonly strong: readonly string[];
  /** On the approved list or with support by it, or proposed to it by the latest card. */
  readonly needsHelp: boolean;
  readonly capacity: number;
  /** Partnerships of this school as a helper that take its places now. */
  readonly taken: number;
  readonly stance: Stance;
};

export const PARTS = ['strength', 'conditions', 'reach', 'stance'] as const;
export type PartCode = (typeof PARTS)[number];

/**
 * What a part weighs, of a thousand. Strength first: issue 4, §5 («who is strong exactly where this school is weak»). Then
 * similar conditions: domain handbook §3 (a leading school is first of all one that holds good results with a similar
 * size, kind and context). Reach and readiness order what is left. The sizes of the weights are the centre's choice, not a
 * measurement; they stand here and nowhere else.
 */
export const WEIGHTS: Record<PartCode, number> = { strength: 500, conditions: 250, reach: 150, stance: 100 };

/** A partner that is strong in fewer than half of the points is no answer to them (our choice; see WEIGHTS). */
export const STRONG_SHARE_MIN = 0.5;

/**
 * How many school years back a card still says something of the school of today; an older one is neither a need nor a
 * strength (our choice; see WEIGHTS).
 */
export const CARD_YEARS_BACK = 2;

/** How many schools one partner helps at a time where nothing else is said. */
export const CAPACITY_DEFAULT = 2;

/** Why a school cannot be the partner of this one, whatever its other merits. */
export const EXCLUSIONS = ['self', 'needs-help', 'no-card', 'declined', 'full', 'grades', 'weak-too'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** One part of a suitability: its share from 0 to 1 as whole points of its weight, and what was seen. */
export type Part = {
  readonly code: PartCode;
  readonly score: number;
  readonly of: number;
  /** Codes of the points where the partner is strong (strength), or of what is alike (conditions). */
  readonly facts: readonly string[];
};

export type Suitability =
  | { readonly excluded: Exclusion }
  | { readonly excluded: null; readonly score: number; readonly parts: readonly Part[] };

const round = (share: number, weight: number) => Math.round(share * weight);
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/**
 * How well `partner` suits `weak`, in whole points of a thousand with every part named; or the one reason why not. `weak`
 * must have points: without them there is nothing to be strong in, and every school is excluded as «weak-too».
 */
export function suitability(weak: KnownSchool, partner: KnownSchool): Suitability {
  const excluded = exclusionOf(weak, partner);
  if (excluded) return { excluded };
  const strong = weak.points.filter((code) => partner.strong.includes(code));
  const alike = alikeIn(weak, partner);
  const parts: readonly Part[] = [
    part('strength', strong.length / weak.points.length, strong),
    part('conditions', sum(alike.map(({ share }) => share)) / alike.length, factsOf(alike)),
    part('reach', reachOf(weak, partner), [sameSettlement(weak, partner) ? 'same' : 'apart']),
    part('stance', partner.stance === 'AGREED' ? 1 : 0.5, [partner.stance]),
  ];
  return { excluded: null, score: sum(parts.map(({ score }) => score)), parts };
}

const part = (code: PartCode, share: number, facts: readonly string[]): Part => ({
  ...{ code, facts, of: WEIGHTS[code] },
  score: round(share, WEIGHTS[code]),
});

function exclusionOf(weak: KnownSchool, partner: KnownSchool): Exclusion | undefined {
  if (partner.id === weak.id) return 'self';
  if (partner.needsHelp) return 'needs-help';
  if (partner.cardYear === null) return 'no-card';
  if (partner.stance === 'DECLINED') return 'declined';
  // Teachers of the senior grades find nobody to talk to in a school that has none.
  if (levelsMissed(weak.grades, partner.grades)) return 'grades';
  const strong = weak.points.filter((code) => partner.strong.includes(code));
  if (strong.length === 0 || strong.length < STRONG_SHARE_MIN * weak.points.length) return 'weak-too';
  if (partner.taken >= partner.capacity) return 'full';
  return undefined;
}

const levelsMissed = (weak: readonly number[], partner: readonly number[]): boolean =>
  [
    [5, 9],
    [10, 11],
  ].some(([first = 0, last = 0]) => {
    const has = (grades: readonly number[]) => grades.some((grade) => grade >= first && grade <= last);
    return has(weak) && !has(partner);
  });

type Alike = { readonly code: 'kind' | 'place' | 'size' | 'contexts'; readonly share: number };

/** The same kind, the same sort of place, sizes as the smaller to the larger, and the share of common types (C2.8). */
function alikeIn(weak: KnownSchool, partner: KnownSchool): readonly Alike[] {
  const [a, b] = [weak.pupils, partner.pupils];
  const known = a !== null && b !== null && a > 0 && b > 0;
  return [
    { code: 'kind', share: weak.kind === partner.kind ? 1 : 0 },
    { code: 'place', share: weak.place === partner.place ? 1 : 0 },
    // A size that nobody has entered is neither alike nor unlike.
    { code: 'size', share: known ? Math.min(a, b) / Math.max(a, b) : 0.5 },
    { code: 'contexts', share: commonShare(weak.contexts, partner.contexts) },
  ];
}

const ALIKE_MIN = 0.6;
const factsOf = (alike: readonly Alike[]) => alike.filter(({ share }) => share >= ALIKE_MIN).map(({ code }) => code);

function commonShare(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b]);
  return all.size === 0 ? 1 : a.filter((one) => b.includes(one)).length / all.size;
}

/** The register knows the sort of place, not kilometres: two schools of the city are in one settlement, villages are not. */
const sameSettlement = (weak: KnownSchool, partner: KnownSchool) => weak.place === 'CITY' && partner.place === 'CITY';

function reachOf(weak: KnownSchool, partner: KnownSchool): number {
  const near = sameSettlement(weak, partner) ? 1 : 0.5;
  const isRemote = [weak, partner].some(({ contexts }) => contexts.includes('REMOTE'));
  return isRemote ? near / 2 : near;
}
