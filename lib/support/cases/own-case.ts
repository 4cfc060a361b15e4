import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { notFound } from '@/lib/kernel/refusal';
import { caseOf, findCase } from '@/lib/support/cases/case-store';
import { assertWritable, type SupportCase } from '@/lib/support/cases/support-case';

/** A case that the viewer changes, locked: the centre any of its municipality, a curator one of his schools. */
export async function ownCase({ viewer, tx }: QueryContext, caseId: string): Promise<SupportCase> {
  const found = await findCase(tx, ownMunicipality(viewer), caseId, true);
  if (!found) throw notFound();
  return found;
}

/** The same, refused while it is paused or closed. */
export async function writableCase(context: QueryContext, caseId: string): Promise<SupportCase> {
  const found = await ownCase(context, caseId);
  assertWritable(found);
  return found;
}

/** Refuses what would be written about a school and year whose case is paused or closed; a school without a case is free. */
export async function assertSchoolWritable(
  { viewer, tx }: QueryContext,
  { schoolId, year }: { readonly schoolId: string; readonly year: number },
): Promise<void> {
  assertWritable(await caseOf(tx, ownMunicipality(viewer), schoolId, year));
}
