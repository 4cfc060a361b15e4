import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import { writeJournal } from '@/lib/audit/journal';
import { dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { compareEditions } from '@/lib/programmes/compare-editions';
import { type Counted, shareOf } from '@/lib/programmes/computation';
import { countedOf, factsOf, type TypedFact } from '@/lib/programmes/fact-store';
import {
  type Indicator,
  missingIndicators,
  type Programme,
  type ProgrammeSearch,
  yearsOf,
} from '@/lib/programmes/programme';
import { programmeDocument } from '@/lib/programmes/programme-document';
import { mayEdit, mayReport, movesFrom } from '@/lib/programmes/programme-moves';
import {
  editionsOf,
  eventsOf,
  findProgramme,
  listProgrammes,
  roadmapsFor,
  workingSchools,
} from '@/lib/programmes/programme-store';

const LIST_MAX = 500;

async function readProgrammes({ viewer, tx }: QueryContext, search: ProgrammeSearch) {
  return {
    lines: await listProgrammes(tx, ownMunicipality(viewer), search, LIST_MAX),
    canCreate: can(viewer.role, 'programme.create'),
    isSchool: isSchoolRole(viewer.role),
  };
}

export const programmesPage = defineQuery('programme.read', readProgrammes);
export type ProgrammesPage = Awaited<ReturnType<typeof readProgrammes>>;

/** The same as a spreadsheet; that it left the portal is in the journal. */
export const programmesTable = defineQuery('programme.read', async (context, search: ProgrammeSearch) => {
  const { lines } = await readProgrammes(context, search);
  await writeJournal(context.tx, {
    ...{ action: 'programme.export-list', entity: 'municipality', entityId: ownMunicipality(context.viewer) },
    details: { rows: lines.length },
  });
  return lines;
});

/** What the form of new programmes offers. */
export const newProgrammeForm = defineQuery('programme.create', async ({ viewer, tx }) => ({
  schools: await workingSchools(tx, ownMunicipality(viewer)),
  year: Number(dayAt(new Date(), viewer.timeZone).slice(0, 4)),
}));
export type NewProgrammeForm = Awaited<ReturnType<typeof newProgrammeForm>>;

async function seenProgramme({ viewer, tx }: QueryContext, programmeId: string): Promise<Programme> {
  const isId = id.safeParse(programmeId).success;
  const found = isId ? await findProgramme(tx, ownMunicipality(viewer), programmeId) : undefined;
  if (!found) throw notFound();
  return found;
}

/** The fact of one indicator in one year: counted by the portal, else typed, else nothing. */
export type YearFact = {
  readonly year: number;
  readonly plan: number | undefined;
  readonly value: number | null;
  readonly counted: Counted | null;
  readonly typed: TypedFact | null;
};
export type IndicatorLine = Indicator & { readonly years: readonly YearFact[] };

/** Only who sees all cards of the municipality may count them: a school would divide by itself. */
async function readIndicators({ viewer, tx }: QueryContext, programme: Programme): Promise<readonly IndicatorLine[]> {
  const years = yearsOf(programme);
  const mayCount = programme.schoolId === null && can(viewer.role, 'dashboard.municipality');
  const facts = await factsOf(tx, programme.rootId);
  const counted = mayCount ? await countedOf(tx, ownMunicipality(viewer), years) : undefined;
  return programme.content.indicators.map((one) => ({
    ...one,
    years: years.map((year) => {
      const share = one.computation === null ? undefined : counted?.get(year)?.[one.computation];
      const typed = facts.find((fact) => fact.indicator === one.key && fact.year === year) ?? null;
      const value = share ? shareOf(share) : null;
      return {
        ...{ year, plan: one.plan[`${year}`], typed, counted: value === null ? null : (share ?? null) },
        value: value ?? typed?.value ?? null,
      };
    }),
  }));
}

async function readProgramme(context: QueryContext, programmeId: string) {
  const programme = await seenProgramme(context, programmeId);
  const { viewer, tx } = context;
  const canReport = mayReport(viewer.role, programme);
  const canLink = viewer.role === 'CENTRE' && programme.state !== 'ARCHIVED';
  return {
    programme,
    indicators: await readIndicators(context, programme),
    editions: await editionsOf(tx, programme.rootId),
    events: await eventsOf(tx, programme.id),
    roadmaps: canLink ? await roadmapsFor(tx, ownMunicipality(viewer), programme.schoolId) : [],
    missing: missingIndicators(programme.content),
    moves: movesFrom(viewer.role, programme),
    canEdit: mayEdit(viewer.role, programme),
    canApprove: programme.schoolId === null && programme.state === 'DRAFT' && can(viewer.role, 'programme.approve'),
    canReport,
    canLink,
    officeName: viewer.officeName ?? '',
    timeZone: viewer.timeZone,
    today: dayAt(new Date(), viewer.timeZone),
  };
}

export const programmePage = defineQuery('programme.read', readProgramme);
export type ProgrammePage = Awaited<ReturnType<typeof readProgramme>>;

/** Indicators with plan and fact as a spreadsheet; that they left the portal is in the journal. */
export const programmeTable = defineQuery('programme.read', async (context, programmeId: string) => {
  const programme = await seenProgramme(context, programmeId);
  const indicators = await readIndicators(context, programme);
  const details = { name: programme.title, rows: indicators.length };
  await writeJournal(context.tx, { action: 'programme.export', entity: 'programme', entityId: programme.id, details });
  return { programme, indicators };
});

/** The programme as a document; that it left the portal is in the journal. */
export const programmeWord = defineQuery('programme.read', async (context, programmeId: string) => {
  const programme = await seenProgramme(context, programmeId);
  const details = { name: programme.title };
  await writeJournal(context.tx, {
    action: 'programme.document',
    entity: 'programme',
    entityId: programme.id,
    details,
  });
  return programmeDocument(programme, context.viewer.officeName ?? '');
});

/** The forms of its parts, for whoever may change its words now. */
export const programmeEditing = defineQuery('programme.change', async (context, programmeId: string) => {
  const programme = await seenProgramme(context, programmeId);
  if (!mayEdit(context.viewer.role, programme)) throw notFound();
  return { programme };
});
export type ProgrammeEditing = Awaited<ReturnType<typeof programmeEditing>>;

/** The form of a fact. */
export const programmeFactForm = defineQuery('programme.change', async (context, programmeId: string) => {
  const programme = await seenProgramme(context, programmeId);
  if (!mayReport(context.viewer.role, programme)) throw notFound();
  return { programme, today: dayAt(new Date(), context.viewer.timeZone) };
});
export type ProgrammeFactForm = Awaited<ReturnType<typeof programmeFactForm>>;

/** What the department approves. */
export const programmeApproval = defineQuery('programme.approve', async (context, programmeId: string) => {
  const programme = await seenProgramme(context, programmeId);
  if (programme.schoolId !== null || programme.state !== 'DRAFT') throw notFound();
  return { programme, today: dayAt(new Date(), context.viewer.timeZone) };
});
export type ProgrammeApproval = Awaited<ReturnType<typeof programmeApproval>>;

/** What this edition says otherwise than the one before it that the viewer may see. */
export const programmeComparison = defineQuery('programme.read', async (context, programmeId: string) => {
  const programme = await seenProgramme(context, programmeId);
  const editions = await editionsOf(context.tx, programme.rootId);
  const earlier = editions.findLast(({ edition }) => edition < programme.edition);
  const before = earlier && (await findProgramme(context.tx, ownMunicipality(context.viewer), earlier.id));
  return {
    programme,
    earlier: earlier ?? null,
    changes: before ? compareEditions(before.content, programme.content) : [],
  };
});
export type ProgrammeComparison = Awaited<ReturnType<typeof programmeComparison>>;
