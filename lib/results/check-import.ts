import 'server-only';
import { notFound } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import type { Tx } from '@/lib/platform/prisma';
import { type Scales, scalesWith } from '@/lib/results/dictionaries/mark-scales';
import { pupilsByYear, type ResultImport, registerSchools } from '@/lib/results/import-store';
import { answered } from '@/lib/results/import-view';
import {
  matchFileSchools,
  type RegisterSchool,
  type SchoolDecision,
  type SchoolVerdict,
} from '@/lib/results/match-file-schools';
import type { Reading } from '@/lib/results/reading/reading';
import { loadedParticipants } from '@/lib/results/result-store';
import { ownScales } from '@/lib/results/scale-store';
import { type Screened, screen } from '@/lib/results/screening';

export type Checked = {
  readonly reading: Reading;
  readonly verdicts: readonly SchoolVerdict[];
  readonly screened: Screened;
  readonly register: readonly RegisterSchool[];
  readonly scales: Scales;
};

/** A file as it stands against the register and the results of this moment, with the answers given so far. */
export async function checkImport(
  tx: Tx,
  municipalityId: string,
  timeZone: string,
  { reading: stored, answers, replacesId }: Pick<ResultImport, 'reading' | 'answers' | 'replacesId'>,
): Promise<Checked> {
  if (!stored) throw notFound();
  const reading = answered(stored, answers);
  const register = await registerSchools(tx, municipalityId);
  const known = new Set(register.map(({ id }) => id));
  const decisions = new Map(
    Object.entries(answers.schools).flatMap(([place, said]): [number, SchoolDecision][] => {
      if (said === 'skip') return [[Number(place), 'skip']];
      return known.has(said) ? [[Number(place), { schoolId: said }]] : [];
    }),
  );
  const found = matchFileSchools(reading.schools, register, decisions);
  const verdicts = found.map(
    (verdict): SchoolVerdict => (verdict.kind === 'unknown' && answers.skipUnknown ? { kind: 'skipped' } : verdict),
  );
  const scales = scalesWith(await ownScales(tx, municipalityId));
  const context = {
    scales,
    names: new Map(register.map(({ id, shortName }) => [id, shortName])),
    pupils: await pupilsByYear(tx, municipalityId),
    loaded: await loadedParticipants(tx, municipalityId, replacesId),
  };
  return {
    reading,
    verdicts,
    register,
    scales,
    screened: screen(reading, verdicts, context, schoolYearAt(new Date(), timeZone)),
  };
}
