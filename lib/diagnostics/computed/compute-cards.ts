import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { toRefusal } from '@/lib/access/fault';
import { findCampaign } from '@/lib/diagnostics/campaigns/campaign-store';
import { campaignState } from '@/lib/diagnostics/campaigns/coverage';
import {
  beatRun,
  claimRun,
  computationRow,
  failRun,
  finishRun,
  regionOf,
} from '@/lib/diagnostics/computed/computation-store';
import {
  answersByCard,
  type ComputedFrom,
  type ComputedRow,
  type ComputedUnit,
  computesAnswers,
} from '@/lib/diagnostics/computed/computed-answers';
import { rosterUnits, writeComputed } from '@/lib/diagnostics/computed/computed-store';
import { factsOfResults, yearsRead } from '@/lib/diagnostics/computed/facts-of-results';
import { newId } from '@/lib/kernel/ids';
import { yearOfResults } from '@/lib/kernel/school-year';
import { methodOfVersion } from '@/lib/methodology/queries';
import { signDecisions } from '@/lib/objectivity/objectivity-queries';
import { log } from '@/lib/platform/log';
import { inScope, type Scope, type Tx } from '@/lib/platform/prisma';
import type { FactsNow } from '@/lib/results/fact-change';
import { factChangesOf, factsOfYears } from '@/lib/results/queries';

/** Cards written in one transaction, and the longest piece of computing between two looks at other requests. */
const BATCH = 20;
const SLICE_MS = 12;

export type ComputationPlace = { readonly municipalityId: string; readonly campaignId: string };

/** Years of facts that the cards of a campaign are computed from, the year of results first. */
export const yearsOfFacts = (campaignYear: number): readonly number[] => yearsRead(yearOfResults(campaignYear));

/** Nobody's id: methods are read by whoever has one. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A job looks as the centre of its municipality and as nobody in person: row-level security stays in force. */
async function scopeOf(municipalityId: string): Promise<Scope> {
  const scope = {
    userId: NOBODY,
    role: 'CENTRE',
    membershipId: NOBODY,
    regionId: null,
    municipalityId,
    schoolId: null,
  };
  return { ...scope, regionId: await inScope(scope, (tx) => regionOf(tx, municipalityId)) };
}

const running = new Map<string, Promise<void>>();

/**
 * Computes the cards of a campaign that are filled and behind the facts, until none is. Safe to call at any time, from any
 * process, any number of times: what is up to date is left alone, one run at a time has a campaign, and a run that died is
 * continued where it stopped, because every card says by itself how far it is. What goes wrong while cards are computed
 * stands in the row of the computation.
 */
export async function computeCards(place: ComputationPlace): Promise<void> {
  const before = running.get(place.campaignId);
  if (before) return before.then(() => computeCards(place));
  const run = untilFresh(place).finally(() => running.delete(place.campaignId));
  running.set(place.campaignId, run);
  return run;
}

/** Starts it without waiting, unless this process is at it. */
export function startComputing(place: ComputationPlace): void {
  if (running.has(place.campaignId)) return;
  computeCards(place).catch((error: unknown) =>
    log.error({ campaign: place.campaignId, err: error }, 'a computation of cards broke'),
  );
}

type Run = {
  readonly id: string;
  readonly from: ComputedFrom;
  readonly due: readonly ComputedUnit[];
  readonly facts: FactsNow;
};

async function untilFresh(place: ComputationPlace): Promise<void> {
  const scope = await scopeOf(place.municipalityId);
  for (;;) {
    const run = await inScope(scope, (tx) => taken(tx, place));
    if (!run) return;
    try {
      if (!(await carriedOut(scope, place, run))) return;
    } catch (error) {
      const { message } = toRefusal(error, 'card.compute');
      const failed = { failure: message, facts: run.facts.number };
      await inScope(scope, (tx) => failRun(tx, place.campaignId, run.id, failed));
      return;
    }
  }
}

/** Everything a run needs, where there is anything to do and nobody else is at it. */
async function taken(tx: Tx, { municipalityId, campaignId }: ComputationPlace): Promise<Run | undefined> {
  const campaign = await findCampaign(tx, municipalityId, campaignId);
  if (campaignState(campaign, campaign.now) === 'PLANNED') return undefined;
  const { method } = await methodOfVersion(tx, campaign.versionId);
  if (!computesAnswers(method)) return undefined;
  const years = yearsOfFacts(campaign.year);
  // First the number, then the facts: a change in between is computed once more and never lost.
  const facts = await factChangesOf(tx, municipalityId, years);
  const state = await computationRow(tx, campaignId, facts.number);
  if (state.due === 0 || (state.failure !== '' && state.failedFacts === facts.number)) return undefined;
  const id = newId();
  if (!(await claimRun(tx, { municipalityId, campaignId }, id))) return undefined;
  const units = await rosterUnits(tx, campaignId);
  const year = yearOfResults(campaign.year);
  return {
    id,
    facts,
    due: units.filter((unit) => unit.isFilled && (unit.facts === null || unit.facts < facts.number)),
    from: {
      ...{ method, units, year },
      decisions: await signDecisions(tx, municipalityId, year),
      ...factsOfResults(await factsOfYears(tx, municipalityId, years), new Set(units.map(({ school }) => school))),
    },
  };
}

/** False when another run has taken this one over. */
async function carriedOut(scope: Scope, { municipalityId, campaignId }: ComputationPlace, run: Run): Promise<boolean> {
  const { facts, due } = run;
  const answersOf = answersByCard(run.from);
  let changed = 0;
  for (let at = 0; at < due.length; at += BATCH) {
    const batch = due.slice(at, at + BATCH);
    const rows = await computedInSlices(batch, answersOf);
    const written = await inScope(scope, async (tx) =>
      (await beatRun(tx, campaignId, run.id))
        ? writeComputed(tx, { municipalityId, cardIds: batch.map(({ cardId }) => cardId), rows, facts })
        : null,
    );
    if (written === null) return false;
    changed += written;
  }
  const done = { cards: due.length, changed, after: facts.after };
  return inScope(scope, (tx) => finishRun(tx, campaignId, run.id, done));
}

/** Others' requests are answered between two slices. */
async function computedInSlices(
  units: readonly ComputedUnit[],
  answersOf: (unit: ComputedUnit) => readonly ComputedRow[],
): Promise<readonly ComputedRow[]> {
  const rows: ComputedRow[] = [];
  let since = performance.now();
  for (const unit of units) {
    rows.push(...answersOf(unit));
    if (performance.now() - since < SLICE_MS) continue;
    await nextTurn();
    since = performance.now();
  }
  return rows;
}
