import type { ProcedureResult } from '@/lib/diagnostics/scoring/card-facts';
import type { CompiledMethod } from '@/lib/methodology/compiled-method';
import type { MethodProcedure } from '@/lib/methodology/method';

/** What is known about one procedure of the federal test. */
export type ProcedureOutcome = {
  readonly procedure: MethodProcedure;
  readonly result: ProcedureResult | undefined;
  /** False without results, and below the least number of participants. */
  readonly isLow: boolean;
  readonly isSmallSample: boolean;
};

/** Low: at least `lowShare` of the participants, and no fewer participants than the version asks for («Method», 4). */
export function isLow(compiled: CompiledMethod, procedure: MethodProcedure, result: ProcedureResult): boolean {
  const { numerator, denominator } = compiled.method.lowShare;
  if (result.participants === 0 || result.participants < procedure.minParticipants) return false;
  return result.low * denominator >= numerator * result.participants;
}

/** The procedures of each federal group with the school's results. Refuses two results for one procedure. */
export function procedureOutcomes(
  compiled: CompiledMethod,
  results: readonly ProcedureResult[],
): readonly (readonly ProcedureOutcome[])[] {
  const byCode = new Map(results.map((result) => [result.code, result]));
  if (byCode.size !== results.length) throw new Error('Two results for one procedure of one year');
  return compiled.groups.map((group) =>
    group.procedures.map((procedure) => {
      const result = byCode.get(procedure.code);
      return {
        procedure,
        result,
        isLow: result !== undefined && isLow(compiled, procedure, result),
        isSmallSample: result !== undefined && result.participants < procedure.smallSample,
      };
    }),
  );
}

/** How many procedures of each group are low in the results: the second argument of the sum. */
export const countLow = (outcomes: readonly (readonly ProcedureOutcome[])[]): readonly number[] =>
  outcomes.map((group) => group.filter((outcome) => outcome.isLow).length);
