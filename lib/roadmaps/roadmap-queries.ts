import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import { writeJournal } from '@/lib/audit/journal';
import { type Day, dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { chooseRows } from '@/lib/roadmaps/choose-rows';
import { comparePlans } from '@/lib/roadmaps/compare-plans';
import {
  counting,
  isHeading,
  isLate,
  organisationsOf,
  type PlanRow,
  progressOf,
  sectionsOf,
} from '@/lib/roadmaps/plan';
import { planDocument } from '@/lib/roadmaps/plan-document';
import { eventsOfRow, findProofFile, proofsOf } from '@/lib/roadmaps/proof-store';
import { readTerm } from '@/lib/roadmaps/read-term';
import {
  calendarOf,
  type DueSearch,
  type Roadmap,
  type RoadmapSearch,
  type RowSearch,
  rowSearch,
} from '@/lib/roadmaps/roadmap';
import {
  baselineOf,
  dueRows,
  findRoadmap,
  findRow,
  listRoadmaps,
  rowsOf,
  workingSchools,
} from '@/lib/roadmaps/roadmap-store';
import { movesFrom } from '@/lib/roadmaps/row-moves';
import { spanOf } from '@/lib/roadmaps/term';

const LIST_MAX = 500;

const todayOf = ({ viewer }: Pick<QueryContext, 'viewer'>): Day => dayAt(new Date(), viewer.timeZone);

/** Roadmaps that the viewer may see, with their progress. */
async function readRoadmaps({ viewer, tx }: QueryContext, search: RoadmapSearch) {
  const lines = await listRoadmaps(tx, ownMunicipality(viewer), search, todayOf({ viewer }), LIST_MAX);
  return { lines, canChange: can(viewer.role, 'roadmap.change'), isSchool: isSchoolRole(viewer.role) };
}

export const roadmapsPage = defineQuery('roadmap.read', readRoadmaps);
export type RoadmapsPage = Awaited<ReturnType<typeof readRoadmaps>>;

/** The same as a spreadsheet; that it left the portal is in the journal. */
export const roadmapsTable = defineQuery('roadmap.read', async (context, search: RoadmapSearch) => {
  const page = await readRoadmaps(context, search);
  await writeJournal(context.tx, {
    action: 'roadmap.export-list',
    entity: 'municipality',
    entityId: ownMunicipality(context.viewer),
    details: { rows: page.lines.length },
  });
  return page.lines;
});

/** Rows of all approved roadmaps by their last day: of a school its own and the municipality's. */
async function readDueRows({ viewer, tx }: QueryContext, search: DueSearch) {
  const today = todayOf({ viewer });
  const rows = await dueRows(tx, ownMunicipality(viewer), search, today, LIST_MAX + 1);
  return {
    rows: rows.slice(0, LIST_MAX),
    isCut: rows.length > LIST_MAX,
    months: spanOf({ kind: 'school', year: schoolYearAt(new Date(), viewer.timeZone) }),
    today,
    isSchool: isSchoolRole(viewer.role),
  };
}

export const dueRowsPage = defineQuery('roadmap.read', readDueRows);
export type DueRowsPage = Awaited<ReturnType<typeof readDueRows>>;

/** The same as a spreadsheet; that it left the portal is in the journal. */
export const dueRowsTable = defineQuery('roadmap.read', async (context, search: DueSearch) => {
  const page = await readDueRows(context, search);
  await writeJournal(context.tx, {
    action: 'roadmap.export-rows',
    entity: 'municipality',
    entityId: ownMunicipality(context.viewer),
    details: { rows: page.rows.length },
  });
  return page;
});

const HOME_ROWS = 12;

/**
 * What the plans expect now. Of a school: its own rows of this month, those that are late and those that were returned. Of
 * the centre: rows that schools have reported and rows that are late, counted.
 */
export const expectedNow = defineQuery('roadmap.read', async ({ viewer, tx }) => {
  const today = todayOf({ viewer });
  const municipalityId = ownMunicipality(viewer);
  const find = (search: DueSearch, limit: number) =>
    dueRows(tx, municipalityId, viewer.schoolId ? { ...search, schoolId: viewer.schoolId } : search, today, limit);
  if (!viewer.schoolId) {
    const [reported, late] = [await find({ state: 'REPORTED' }, LIST_MAX), await find({ state: 'late' }, LIST_MAX)];
    return { rows: [], reported: reported.length, late: late.length, today };
  }
  const open = await find({ state: 'open' }, LIST_MAX);
  const thisMonth = new Set(
    (await find({ state: 'open', month: today.slice(0, 7) }, LIST_MAX)).map(({ id: rowId }) => rowId),
  );
  const rows = open.filter(
    (row) => thisMonth.has(row.id) || row.state === 'RETURNED' || (row.due !== null && row.due < today),
  );
  return { rows: rows.slice(0, HOME_ROWS), reported: 0, late: rows.filter((row) => isLate(row, today)).length, today };
});
export type ExpectedNow = Awaited<ReturnType<typeof expectedNow>>;

/** What the form of a new roadmap offers. */
export const newRoadmapForm = defineQuery('roadmap.change', async ({ viewer, tx }) => ({
  schools: await workingSchools(tx, ownMunicipality(viewer)),
  year: schoolYearAt(new Date(), viewer.timeZone),
}));

async function seenRoadmap({ viewer, tx }: QueryContext, roadmapId: string): Promise<Roadmap> {
  const found = id.safeParse(roadmapId).success ? await findRoadmap(tx, ownMunicipality(viewer), roadmapId) : undefined;
  if (!found) throw notFound();
  return found;
}

/** Who may do what with a roadmap now. */
function rightsOn({ viewer }: Pick<QueryContext, 'viewer'>, { status, schoolId }: Roadmap) {
  const isOpen = status !== 'ARCHIVED';
  return {
    canChange: isOpen && can(viewer.role, 'roadmap.change'),
    canApprove: isOpen && can(viewer.role, 'roadmap.approve'),
    canReport:
      status === 'APPROVED' &&
      can(viewer.role, 'roadmap.move') &&
      (!isSchoolRole(viewer.role) || schoolId === viewer.schoolId),
  };
}

async function readRoadmap(context: QueryContext, roadmapId: string, search: RowSearch) {
  const roadmap = await seenRoadmap(context, roadmapId);
  const all = await rowsOf(context.tx, roadmap.id);
  const today = todayOf(context);
  const rows = chooseRows(all, search, today);
  const calendar = calendarOf(roadmap);
  return {
    roadmap,
    rows,
    total: all.filter((row) => !isHeading(row)).length,
    shown: rows.filter((row) => !isHeading(row)).length,
    progress: progressOf(all, today),
    sections: sectionsOf(all).flatMap(({ heading, rows: own }) =>
      heading
        ? [{ id: heading.id, title: heading.measure, number: heading.number, progress: progressOf(own, today) }]
        : [],
    ),
    organisations: [...new Set(counting(all).flatMap(({ responsible }) => organisationsOf(responsible)))].sort((a, b) =>
      a.localeCompare(b, 'ru'),
    ),
    months: spanOf(calendar),
    /** Rows whose term was not understood whole: nobody is reminded of them by a date. */
    doubtful: all.filter((row) => !isHeading(row) && row.term !== '' && isDoubtful(row, roadmap)).map((row) => row.id),
    proofs: countBy((await proofsOf(context.tx, { roadmapId: roadmap.id })).map(({ rowId }) => rowId)),
    today,
    isSchool: isSchoolRole(context.viewer.role),
    timeZone: context.viewer.timeZone,
    ...rightsOn(context, roadmap),
  };
}

const isDoubtful = (row: PlanRow, roadmap: Roadmap): boolean => {
  const { doubt } = readTerm(row.term, calendarOf(roadmap));
  return doubt !== null;
};

const countBy = (keys: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

export const roadmapPage = defineQuery('roadmap.read', readRoadmap);
export type RoadmapPage = Awaited<ReturnType<typeof readRoadmap>>;

/** Rows on one sheet of the plan that is edited as a table. */
const SHEET_ROWS = 100;

/** The plan to be edited cell by cell, a sheet at a time. */
export const roadmapSheet = defineQuery('roadmap.change', async (context, roadmapId: string, asked: number) => {
  const page = await readRoadmap(context, roadmapId, rowSearch.parse({}));
  if (!page.canChange) throw notFound();
  const sheets = Math.max(1, Math.ceil(page.rows.length / SHEET_ROWS));
  const sheet = Math.min(asked, sheets);
  return { ...page, sheet, sheets, rows: page.rows.slice((sheet - 1) * SHEET_ROWS, sheet * SHEET_ROWS) };
});
export type RoadmapSheet = Awaited<ReturnType<typeof roadmapSheet>>;

/** The rows as a file; that they left the portal is in the journal. */
export const roadmapTable = defineQuery('roadmap.read', async (context, roadmapId: string, search: RowSearch) => {
  const page = await readRoadmap(context, roadmapId, search);
  const details = { rows: page.rows.length };
  await writeJournal(context.tx, { action: 'roadmap.export', entity: 'roadmap', entityId: page.roadmap.id, details });
  return page;
});

/** The whole plan as a document; that it left the portal is in the journal. */
export const roadmapDocument = defineQuery('roadmap.read', async (context, roadmapId: string) => {
  const roadmap = await seenRoadmap(context, roadmapId);
  const rows = await rowsOf(context.tx, roadmap.id);
  const details = { name: roadmap.title, rows: rows.length };
  await writeJournal(context.tx, { action: 'roadmap.document', entity: 'roadmap', entityId: roadmap.id, details });
  return planDocument({ ...roadmap, officeName: context.viewer.officeName ?? '' }, rows);
});

/** One row with everything about it: proofs, history, and what the viewer may do. */
export const roadmapRowPage = defineQuery('roadmap.read', async (context, roadmapId: string, rowId: string) => {
  const roadmap = await seenRoadmap(context, roadmapId);
  const { viewer, tx } = context;
  const row = id.safeParse(rowId).success ? await findRow(tx, ownMunicipality(viewer), rowId) : undefined;
  if (!row || row.roadmapId !== roadmap.id) throw notFound();
  const rights = rightsOn(context, roadmap);
  return {
    roadmap,
    row,
    proofs: await proofsOf(tx, { roadmapId: roadmap.id, rowId: row.id }),
    events: await eventsOfRow(tx, row.id),
    term: readTerm(row.term, calendarOf(roadmap)),
    moves:
      rights.canReport && !isHeading(row) ? movesFrom(row.state, isSchoolRole(viewer.role) ? 'SCHOOL' : 'CENTRE') : [],
    today: todayOf(context),
    timeZone: viewer.timeZone,
    ...rights,
  };
});
export type RoadmapRowPage = Awaited<ReturnType<typeof roadmapRowPage>>;

/** What the form of a row needs; `rowId` of the row to edit, or of the one to stand after. */
export const roadmapRowForm = defineQuery('roadmap.change', async (context, roadmapId: string, rowId?: string) => {
  const roadmap = await seenRoadmap(context, roadmapId);
  const rows = await rowsOf(context.tx, roadmap.id);
  const row = rowId === undefined ? undefined : rows.find((one) => one.id === rowId);
  if (rowId !== undefined && !row) throw notFound();
  return { roadmap, rows, row };
});
export type RoadmapRowForm = Awaited<ReturnType<typeof roadmapRowForm>>;

/** Settings, copies and the end of a roadmap. */
export const roadmapSettings = defineQuery('roadmap.change', async (context, roadmapId: string) => ({
  roadmap: await seenRoadmap(context, roadmapId),
  schools: await workingSchools(context.tx, ownMunicipality(context.viewer)),
}));
export type RoadmapSettings = Awaited<ReturnType<typeof roadmapSettings>>;

/** The plan as the one who signs reads it. */
export const roadmapApproval = defineQuery('roadmap.approve', async (context, roadmapId: string) => {
  const roadmap = await seenRoadmap(context, roadmapId);
  const rows = await rowsOf(context.tx, roadmap.id);
  return { roadmap, rows: rows.filter((row) => !isHeading(row)).length, today: todayOf(context) };
});

/** The plan as it was approved beside the plan as it stands. */
export const roadmapComparison = defineQuery('roadmap.read', async (context, roadmapId: string) => {
  const roadmap = await seenRoadmap(context, roadmapId);
  const baseline = await baselineOf(context.tx, roadmap.id);
  const rows = await rowsOf(context.tx, roadmap.id);
  return {
    roadmap,
    baseline: baseline && { orderNumber: baseline.orderNumber, orderDate: baseline.orderDate },
    changes: baseline ? comparePlans(baseline.rows, rows) : [],
    ...rightsOn(context, roadmap),
  };
});
export type RoadmapComparison = Awaited<ReturnType<typeof roadmapComparison>>;

/** A file that proves a row of a roadmap the viewer may see. */
export const roadmapFile = defineQuery('roadmap.read', async ({ tx }, fileId: string) => {
  const file = await findProofFile(tx, fileId);
  if (!file) throw notFound();
  return file;
});
