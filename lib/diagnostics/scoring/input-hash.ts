import type { CardFacts } from '@/lib/diagnostics/scoring/card-facts';
import { contentHash } from '@/lib/methodology/method-hash';

/**
 * sha-256 over everything an assessment was made from: the method's hash and the facts. Two assessments with one hash
 * must have one outcome. Lists whose order means nothing (grades, procedures held, results) are sorted first.
 */
export function inputHash(methodHash: string, facts: CardFacts): string {
  return contentHash([methodHash, canonicalFacts(facts)]);
}

/** The facts in one written form; duplicates of grades and procedures held say nothing and go. */
export function canonicalFacts(facts: CardFacts): CardFacts {
  return {
    school: { kind: facts.school.kind, grades: [...new Set(facts.school.grades)].sort((a, b) => a - b) },
    held: [...new Set(facts.held)].sort(byCodeUnit),
    answers: facts.answers,
    procedures: facts.procedures
      .map(({ code, participants, low }) => ({ code, participants, low }))
      .sort((a, b) => byCodeUnit(a.code, b.code)),
  };
}

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
