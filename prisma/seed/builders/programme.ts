import { newId } from '../../../lib/kernel/ids';
import type { ProgrammeContent, StageProgress } from '../../../lib/programmes/programme';
import { TEMPLATES } from '../../../lib/programmes/templates/templates';
import type { ProgrammeKind, ProgrammeState } from '../../../lib/programmes/words';
import type { Owner } from './owner-client';

export type ProgrammeDraft = {
  readonly municipalityId: string;
  readonly schoolId?: string;
  readonly kind: ProgrammeKind;
  readonly firstYear: number;
  /** Absent: as long as the template lasts. */
  readonly lastYear?: number;
  readonly state: ProgrammeState;
  readonly authorId: string;
  /** Absent: the template's. */
  readonly content?: ProgrammeContent;
  readonly progress?: StageProgress;
  readonly roadmapId?: string;
  readonly comment?: string;
  readonly order?: { readonly number: string; readonly date: Date };
  readonly facts?: readonly {
    readonly indicator: string;
    readonly year: number;
    readonly value: number;
    readonly source: string;
  }[];
};

/** A programme from its template, laid past the scope of any viewer, with its history and facts. */
export async function buildProgramme(owner: Owner, draft: ProgrammeDraft): Promise<string> {
  const { municipalityId, kind, firstYear, state, authorId, order, comment = '' } = draft;
  const id = newId();
  const template = TEMPLATES[kind];
  const approvedAt = state === 'APPROVED' ? (order?.date ?? new Date()) : null;
  await owner.programme.create({
    data: {
      ...{
        id,
        municipalityId,
        schoolId: draft.schoolId ?? null,
        rootId: id,
        kind,
        title: template.title,
        firstYear,
        state,
      },
      lastYear: draft.lastYear ?? firstYear + template.lasts - 1,
      content: draft.content ?? template.content(firstYear),
      progress: draft.progress ?? {},
      ...{ roadmapId: draft.roadmapId ?? null, createdById: authorId, approvedAt },
      ...(order ? { orderNumber: order.number, orderDate: order.date } : {}),
    },
  });
  await owner.programmeEvent.create({
    data: { id: newId(), municipalityId, programmeId: id, state, comment, authorId },
  });
  await owner.programmeFact.createMany({
    data: (draft.facts ?? []).map((fact) => ({
      ...fact,
      ...{ id: newId(), municipalityId, programmeId: id, datedOn: new Date(`${fact.year}-12-01T00:00:00Z`), authorId },
    })),
  });
  return id;
}
