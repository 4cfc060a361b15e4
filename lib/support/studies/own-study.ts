import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { assertSchoolWritable } from '@/lib/support/cases/own-case';
import type { Study } from '@/lib/support/studies/study';
import { findStudy } from '@/lib/support/studies/study-store';

/** More than this many files of one study are a mistake. */
export const FILES_MAX = 20;

/** A study that the viewer changes, locked; refused while the support of its school is paused or closed, and once cancelled. */
export async function writableStudy(context: QueryContext, studyId: string): Promise<Study> {
  const study = await findStudy(context.tx, ownMunicipality(context.viewer), studyId, true);
  if (!study) throw notFound();
  await assertSchoolWritable(context, study);
  if (study.state === 'CANCELLED') throw new Refusal('closed', 'Исследование отменено: заведите новое.');
  return study;
}
