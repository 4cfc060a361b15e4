/** How well a measure is known to help; the words are in words.ts. */
export const EVIDENCE_LEVELS = ['UNSTATED', 'EXPERT', 'PRACTICE', 'RESEARCH'] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** What a measure of the catalogue and a recommendation say alike; terms and costs stay as people write them. */
export type AdviceWords = {
  /** A hypothesis about what is behind the point, never a finding about people. */
  readonly cause: string;
  readonly measure: string;
  readonly term: string;
  readonly responsible: string;
  readonly result: string;
  /** By what number one sees that it has helped. */
  readonly indicator: string;
  /** What proves that it was done. */
  readonly proof: string;
  readonly cost: string;
};

export const ADVICE_CELLS = [
  'cause',
  'measure',
  'term',
  'responsible',
  'result',
  'indicator',
  'proof',
  'cost',
] as const satisfies readonly (keyof AdviceWords)[];

/** The shared words alone, of anything that has them. */
export const adviceOf = (of: AdviceWords): AdviceWords => {
  const { cause, measure, term, responsible, result, indicator, proof, cost } = of;
  return { cause, measure, term, responsible, result, indicator, proof, cost };
};

/** One measure of the catalogue in one of its versions. */
export type RemedyWords = AdviceWords & {
  /** Code of a criterion, a sign or a whole section; empty: for any school with points. */
  readonly item: string;
  readonly evidence: EvidenceLevel;
  readonly provenance: string;
};

/** A measure as the catalogue has it now. */
export type Remedy = RemedyWords & {
  readonly id: string;
  /** Number of the version in force; a save names the one it saw. */
  readonly version: number;
  readonly archivedAt: Date | null;
};

/** An active point with what the card says of it. */
export type Point = {
  readonly code: string;
  /** The criterion it counts in: itself, or the composite it is a sign of. */
  readonly criterion: string;
  readonly section: string;
  readonly wording: string;
  readonly reason: string;
};

/** Codes are compared without case and spaces: «а 1» is «А1». */
export const foldCode = (code: string): string => code.replace(/\s/g, '').toLocaleUpperCase('ru');

/** Whether the measure is meant for this point: for its own code, its criterion, or its whole section. */
export function isFor({ item }: Pick<RemedyWords, 'item'>, { code, criterion, section }: Point): boolean {
  const asked = foldCode(item);
  return asked !== '' && [code, criterion, section].some((one) => foldCode(one) === asked);
}
