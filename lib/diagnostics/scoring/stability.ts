import { assessPoints } from '@/lib/diagnostics/scoring/assess-card';
import type { ProcedureResult } from '@/lib/diagnostics/scoring/card-facts';
import { countLow, procedureOutcomes } from '@/lib/diagnostics/scoring/low-procedures';
import { POINT, type PointCode } from '@/lib/diagnostics/scoring/point-code';
import { compileMethod } from '@/lib/methodology/compiled-method';
import type { Method } from '@/lib/methodology/method';
import { findVerdict, paramWords } from '@/lib/methodology/method-words';
import { withParams } from '@/lib/methodology/with-params';

/**
 * How firmly a verdict stands. It is tried against small changes that could as well have happened: one criterion left out,
 * one number of the method a step away, low results of fewer participants than the method trusts. None of this changes
 * the verdict; it tells people how much to lean on it.
 */
export type Stability = {
  /** STEADY: nothing tried changes the verdict. NEAR: something does. CHANCE: it hangs on a handful of participants. */
  readonly level: 'STEADY' | 'NEAR' | 'CHANCE';
  /** What would change it, as sentences; empty when STEADY. */
  readonly because: readonly string[];
};

type Assessed = {
  readonly kind: string;
  readonly points: readonly PointCode[];
  readonly procedures: readonly ProcedureResult[];
};

/** One step of a number: five per cent, or one of anything else. */
const STEP = { PERCENT: 5, POINT: 1, PROCEDURE: 1, PERSON: 1 } as const;

/** Longer lists tell nothing more. */
const SHOWN = 4;

export function stability(method: Method, assessed: Assessed): Stability {
  const verdict = verdictOf(method, assessed);
  const chance = smallProcedures(method, assessed).filter(
    ({ without }) => verdictOf(method, { ...assessed, procedures: without }) !== verdict,
  );
  const near = [...leftOut(method, assessed, verdict), ...stepped(method, assessed, verdict)];
  const because = [
    ...chance.map(
      ({ title, participants }) =>
        `Вывод держится на процедуре «${title}», в которой участников всего ${participants}.`,
    ),
    ...near,
  ];
  const shown =
    because.length > SHOWN ? [...because.slice(0, SHOWN), `И ещё ${because.length - SHOWN} подобных.`] : because;
  return { level: chance.length > 0 ? 'CHANCE' : near.length > 0 ? 'NEAR' : 'STEADY', because: shown };
}

function verdictOf(method: Method, { kind, points, procedures }: Assessed): string {
  const compiled = compileMethod(method);
  const low = procedures.length === 0 ? [] : countLow(procedureOutcomes(compiled, procedures));
  return assessPoints(compiled, kind, points, low).verdict;
}

/** Each criterion whose point is known, left out with all of its signs. */
function leftOut(method: Method, assessed: Assessed, verdict: string): string[] {
  const compiled = compileMethod(method);
  const criteria = [...new Set(compiled.items.map((item) => item.criterion))];
  return criteria.flatMap((criterion) => {
    const points = assessed.points.map((point, position) =>
      compiled.items[position]?.criterion === criterion && point !== POINT.OFF ? POINT.NOT_APPLICABLE : point,
    );
    if (points.every((point, position) => point === assessed.points[position])) return [];
    const other = verdictOf(method, { ...assessed, points });
    return other === verdict ? [] : [`Без критерия ${criterion} вывод был бы «${findVerdict(method, other).words}».`];
  });
}

/** Each number of the method that is set, a step up and a step down. */
function stepped(method: Method, assessed: Assessed, verdict: string): string[] {
  return method.params.flatMap((param) => {
    const { value } = param;
    if (value === null) return [];
    const step = STEP[param.unit];
    const others = [value - step, value + step].filter((tried) => tried >= 0);
    return others.flatMap((tried) => {
      const changed = withParams(method, new Map([[param.code, tried]]));
      const other = verdictOf(changed, assessed);
      if (other === verdict) return [];
      const words = paramWords({ ...param, value: tried });
      return [
        `Если «${param.title.toLowerCase()}» – ${words}, а не ${paramWords(param)}, вывод «${findVerdict(method, other).words}».`,
      ];
    });
  });
}

/** Low procedures of fewer participants than the version calls a small sample, each with the results without it. */
function smallProcedures(method: Method, { procedures }: Assessed) {
  if (procedures.length === 0) return [];
  return procedureOutcomes(compileMethod(method), procedures)
    .flat()
    .flatMap(({ procedure, result, isLow, isSmallSample }) =>
      result && isLow && isSmallSample
        ? [
            {
              title: procedure.title,
              participants: result.participants,
              without: procedures.filter(({ code }) => code !== procedure.code),
            },
          ]
        : [],
    );
}
