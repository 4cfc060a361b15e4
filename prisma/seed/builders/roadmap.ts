import { newId } from '../../../lib/kernel/ids';
import type { RowWords } from '../../../lib/roadmaps/plan';
import { calendarOf } from '../../../lib/roadmaps/roadmap';
import { dueOfRow } from '../../../lib/roadmaps/row-due';
import type { RowState } from '../../../lib/roadmaps/row-moves';
import type { RoadmapSpan } from '../../../lib/roadmaps/words';
import type { Owner } from './owner-client';

export type RoadmapDraft = {
  readonly municipalityId: string;
  readonly schoolId?: string;
  readonly title: string;
  readonly year: number;
  readonly span: RoadmapSpan;
  readonly authorId: string;
  readonly rows: readonly (Omit<RowWords, 'kind'> & {
    readonly kind?: RowWords['kind'];
    readonly item?: string;
    readonly state?: RowState;
    readonly note?: string;
  })[];
  /** Absent: a draft. */
  readonly order?: { readonly number: string; readonly date: Date; readonly approvedById: string };
};

export type BuiltRoadmap = {
  readonly id: string;
  readonly rows: readonly { readonly id: string; readonly number: string }[];
};

/** A roadmap with its rows, laid past the scope of any viewer; an approved one with its baseline. */
export async function buildRoadmap(owner: Owner, draft: RoadmapDraft): Promise<BuiltRoadmap> {
  const id = newId();
  const { municipalityId, schoolId = null, title, year, span, authorId, order } = draft;
  const rows = draft.rows.map(({ kind = 'ROW', item, ...row }, position) => {
    const { months, due } = dueOfRow({ kind, term: row.term }, calendarOf({ span, year }));
    const day = due === null ? null : new Date(`${due}T00:00:00Z`);
    return { ...row, id: newId(), kind, item: item ?? null, position, months: [...months], due: day };
  });
  await owner.roadmap.create({
    data: {
      ...{ id, municipalityId, schoolId, title, year, span, createdById: authorId },
      ...(order
        ? {
            status: 'APPROVED' as const,
            orderNumber: order.number,
            orderDate: order.date,
            approvedById: order.approvedById,
            approvedAt: order.date,
          }
        : {}),
    },
  });
  await owner.roadmapRow.createMany({
    data: rows.map((row) => ({ ...row, municipalityId, schoolId, roadmapId: id, updatedById: authorId })),
  });
  if (order)
    await owner.roadmapBaseline.create({
      data: {
        ...{ id: newId(), municipalityId, schoolId, roadmapId: id, orderNumber: order.number, orderDate: order.date },
        ...{ authorId: order.approvedById, at: order.date },
        rows: rows.map(({ id: rowId, number, measure, term, responsible, result, form }) => ({
          ...{ id: rowId, number, measure, term, responsible, result, form },
        })),
      },
    });
  return { id, rows: rows.map(({ id: rowId, number }) => ({ id: rowId, number })) };
}
