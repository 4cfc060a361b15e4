import { type MarkScale, markOf, type Scales } from '@/lib/results/dictionaries/mark-scales';
import { egeMinimum } from '@/lib/results/dictionaries/minimum-scores';
import type { About } from '@/lib/results/reading/about';
import type { Part, Tally } from '@/lib/results/reading/reading';
import type { AgainstJournal, Exam, Marks, Result, Subject } from '@/lib/results/result';
import { momentsOf } from '@/lib/statistics/moments';
import { rankCorrelation } from '@/lib/statistics/rank-correlation';

/** What a table must be about before it is a result. */
export type Procedure = {
  readonly exam: Exam;
  readonly subject: Subject;
  readonly grade: number;
  readonly year: number;
};

/** The procedure of a table; null while the person has not said what the file leaves open. */
export function procedureOf({ exam, subject, grade, year }: About): Procedure | null {
  if (exam === null || subject === null || year === null) return null;
  const known = grade ?? (exam === 'OGE' ? 9 : exam === 'EGE' ? 11 : null);
  return known === null ? null : { exam, subject, grade: known, year };
}

/** The scale of marks of a procedure; only ВПР is marked by the primary score alone. */
export const scaleOf = ({ exam, subject, grade, year }: Procedure, scales: Scales) =>
  exam === 'VPR' ? scales(year, subject, grade) : null;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const marksOf = ([two = 0, three = 0, four = 0, five = 0]: readonly number[]): Marks => ({ two, three, four, five });

function marksByScale(scores: readonly number[], scale: MarkScale): Marks {
  const counts = [0, 0, 0, 0];
  for (const [score, n] of scores.entries()) {
    const at = markOf(scale, score) - 2;
    counts[at] = (counts[at] ?? 0) + n;
  }
  return marksOf(counts);
}

/** ВПР mark − journal mark, over participants who have both. */
function comparison(journal: readonly (readonly number[])[], scale: MarkScale): AgainstJournal {
  let [lowered, confirmed, raised, farApart] = [0, 0, 0, 0];
  for (const [at, scores] of journal.entries()) {
    for (const [score, n] of scores.entries()) {
      const difference = markOf(scale, score) - (at + 2);
      if (difference < 0) lowered += n;
      else if (difference > 0) raised += n;
      else confirmed += n;
      if (Math.abs(difference) >= 2) farApart += n;
    }
  }
  return { lowered, confirmed, raised, farApart };
}

/** Pairs (journal mark, primary score) laid out again from their counts, in a fixed order. */
function pairsOf(journal: readonly (readonly number[])[]): { marks: number[]; scores: number[] } {
  const marks: number[] = [];
  const scores: number[] = [];
  for (const [at, counts] of journal.entries()) {
    for (const [score, n] of counts.entries()) {
      for (let k = 0; k < n; k += 1) {
        marks.push(at + 2);
        scores.push(score);
      }
    }
  }
  return { marks, scores };
}

/** A histogram as long as the paper: shorter ones are filled up, and nothing beyond the largest score is allowed. */
function histogramOf(scores: readonly number[], maxScore: number | null): number[] {
  if (maxScore === null || scores.length > maxScore + 1) return [...scores];
  return [...scores, ...new Array<number>(maxScore + 1 - scores.length).fill(0)];
}

/** Largest primary score: the dictionary's, else what the tasks add up to when each of them says so. */
function maxScoreOf(
  procedure: Procedure,
  tally: Pick<Tally, 'tasks' | 'scores'>,
  scale: MarkScale | null,
): number | null {
  if (scale) return scale.maxScore;
  if (procedure.exam !== 'VPR' || !tally.tasks) return null;
  const most = sum(tally.tasks.map(({ max }) => max));
  return most + 1 >= (tally.scores?.length ?? 0) ? most : null;
}

/** The counts of one school in one work as the portal keeps them. The same counts give the same result to the bit. */
export function resultOf(tally: Tally, procedure: Procedure, scales: Scales): Result {
  const scale = scaleOf(procedure, scales)?.scale ?? null;
  const maxScore = tally.scores || tally.tasks ? maxScoreOf(procedure, tally, scale) : null;
  const histogram = tally.scores ? histogramOf(tally.scores, maxScore) : null;
  const marks = tally.marks ? marksOf(tally.marks) : scale && histogram ? marksByScale(histogram, scale) : null;
  const minimum = procedure.exam === 'EGE' ? egeMinimum(procedure.year, procedure.subject) : null;
  const below = marks?.two ?? (tally.tests && minimum !== null ? sum(tally.tests.slice(0, minimum)) : null);
  const moments = tally.tests ? momentsOf(tally.tests) : histogram ? momentsOf(histogram) : { mean: null, sd: null };
  const pairs = tally.journal ? pairsOf(tally.journal) : null;
  const compared = tally.compared
    ? { lowered: tally.compared[0], confirmed: tally.compared[1], raised: tally.compared[2], farApart: null }
    : null;
  return {
    ...procedure,
    participants: tally.participants,
    absent: tally.absent,
    marks,
    below,
    histogram,
    maxScore,
    mean: moments.mean,
    sd: moments.sd,
    rankCorrelation: pairs ? rankCorrelation(pairs.marks, pairs.scores) : null,
    rankPairs: pairs ? pairs.marks.length : null,
    againstJournal: tally.journal && scale ? comparison(tally.journal, scale) : compared,
    tasks: tally.tasks
      ? tally.tasks.map(({ code, max, gained, attempted }) => ({ code, maxScore: max, gained, attempted }))
      : null,
  };
}

/**
 * Parts of one work of one school → one result: rows of pupils say everything; without them marks, distribution and
 * comparison with the journal come from different files and complete each other.
 */
export function mergedResult(parts: ReadonlyMap<Part, Result>): Result | null {
  const whole = parts.get('PUPILS');
  if (whole) return whole;
  const [marks, scores, journal] = [parts.get('MARKS'), parts.get('SCORES'), parts.get('JOURNAL')];
  const base = scores ?? marks ?? journal;
  if (!base) return null;
  const counted = marks?.marks ?? scores?.marks ?? null;
  return {
    ...base,
    participants: (marks ?? scores ?? base).participants,
    marks: counted,
    below: counted?.two ?? base.below,
    againstJournal: journal?.againstJournal ?? null,
  };
}
