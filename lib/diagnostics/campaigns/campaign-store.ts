import 'server-only';
import type { CampaignStage } from '@/lib/diagnostics/campaigns/campaign-words';
import type { CoverageCard } from '@/lib/diagnostics/campaigns/coverage';
import type { RegisterSchool, RosterRow } from '@/lib/diagnostics/campaigns/roster';
import { newId } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';
import type { Prisma } from '@/prisma/generated/client';
import type { SchoolKind } from '@/prisma/generated/enums';

export type Campaign = {
  readonly id: string;
  readonly municipalityId: string;
  readonly versionId: string;
  readonly year: number;
  readonly stage: CampaignStage;
  readonly title: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly held: readonly string[];
  readonly generation: number;
  readonly version: number;
  /** The database's clock at the reading: every state is told by it. */
  readonly now: Date;
};

/** A campaign of the viewer's municipality; another's does not exist. `lock` keeps it until the transaction ends. */
export async function findCampaign(tx: Tx, municipalityId: string, id: string, lock = false): Promise<Campaign> {
  if (lock)
    await tx.$queryRaw`SELECT 1 AS locked FROM campaign WHERE id = ${id}::uuid AND municipality_id = ${municipalityId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<Campaign[]>`
    SELECT id::text, municipality_id::text AS "municipalityId", version_id::text AS "versionId", year, stage::text, title,
      opens_at AS "opensAt", closes_at AS "closesAt", held, generation, version, clock_timestamp() AS now
    FROM campaign WHERE id = ${id}::uuid AND municipality_id = ${municipalityId}::uuid`;
  if (!row) throw notFound();
  return row;
}

export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  if (!row) throw new Error('The database has no clock');
  return row.now;
}

/** A campaign in the list of campaigns, with its coverage counted in the database. */
export type CampaignSummary = Campaign & {
  readonly schools: number;
  readonly submitted: number;
  readonly accepted: number;
  readonly returned: number;
};

/** All campaigns of a municipality, newest first: there are one or two a year. */
export async function listCampaigns(tx: Tx, municipalityId: string): Promise<readonly CampaignSummary[]> {
  return tx.$queryRaw<CampaignSummary[]>`
    SELECT c.id::text, c.municipality_id::text AS "municipalityId", c.version_id::text AS "versionId", c.year, c.stage::text,
      c.title, c.opens_at AS "opensAt", c.closes_at AS "closesAt", c.held, c.generation, c.version, clock_timestamp() AS now,
      count(k.id)::int AS schools, count(k.id) FILTER (WHERE k.submitted_revision > 0)::int AS submitted,
      count(k.id) FILTER (WHERE k.status IN ('ACCEPTED', 'CLOSED'))::int AS accepted,
      count(k.id) FILTER (WHERE k.status = 'RETURNED')::int AS returned
    FROM campaign c LEFT JOIN card k ON k.campaign_id = c.id
    WHERE c.municipality_id = ${municipalityId}::uuid
    GROUP BY c.id ORDER BY c.year DESC, c.opens_at DESC`;
}

export type CampaignDraft = Pick<Campaign, 'versionId' | 'year' | 'stage' | 'title' | 'opensAt' | 'closesAt' | 'held'>;

export async function insertCampaign(
  tx: Tx,
  municipalityId: string,
  createdById: string,
  draft: CampaignDraft,
): Promise<string> {
  const taken = await tx.campaign.findUnique({
    where: { municipalityId_year_stage: { municipalityId, year: draft.year, stage: draft.stage } },
    select: { title: true },
  });
  if (taken)
    throw new Refusal('conflict', `Кампания этого учебного года и этапа уже есть: «${taken.title}».`, {
      stage: 'Выберите другой этап или другой учебный год',
    });
  const id = newId();
  await tx.campaign.create({ data: { id, municipalityId, createdById, ...draft, held: [...draft.held] } });
  return id;
}

/** Changes a campaign that is still as it was seen; somebody else's change in between is a conflict. */
export async function updateCampaign(
  tx: Tx,
  seen: Pick<Campaign, 'id' | 'municipalityId' | 'version'>,
  change: Partial<CampaignDraft>,
): Promise<void> {
  const { held, ...rest } = change;
  const { count } = await tx.campaign.updateMany({
    where: { id: seen.id, municipalityId: seen.municipalityId, version: seen.version },
    data: { ...rest, ...(held ? { held: [...held] } : {}), version: { increment: 1 } },
  });
  if (count !== 1) throw staleCampaign();
}

export const staleCampaign = () =>
  new Refusal(
    'conflict',
    'Пока страница была открыта, кампанию изменил кто-то другой. Обновите страницу и повторите: введённое осталось на экране.',
  );

/** How many schools the roster has. */
export const rosterSize = (tx: Tx, campaignId: string): Promise<number> => tx.card.count({ where: { campaignId } });

/** Opens a campaign at the database's own moment, so that no clock of ours stands between. */
export async function openNow(tx: Tx, seen: Pick<Campaign, 'id' | 'municipalityId' | 'version'>): Promise<void> {
  const opened = await tx.$executeRaw`
    UPDATE campaign SET opens_at = now(), version = version + 1
    WHERE id = ${seen.id}::uuid AND municipality_id = ${seen.municipalityId}::uuid AND version = ${seen.version}
      AND opens_at > now() AND closes_at > now()`;
  if (opened !== 1) throw staleCampaign();
}

export async function closeNow(tx: Tx, seen: Pick<Campaign, 'id' | 'municipalityId' | 'version'>): Promise<void> {
  const closed = await tx.$executeRaw`
    UPDATE campaign SET closes_at = now(), version = version + 1
    WHERE id = ${seen.id}::uuid AND municipality_id = ${seen.municipalityId}::uuid AND version = ${seen.version}
      AND opens_at <= now() AND closes_at > now()`;
  if (closed !== 1) throw staleCampaign();
}

/** Takes a campaign that has not opened away, with its roster and its draft of a list; the database refuses an opened one. */
export async function removeCampaign(
  tx: Tx,
  seen: Pick<Campaign, 'id' | 'municipalityId' | 'version'>,
): Promise<{ readonly schools: number }> {
  const of = { campaignId: seen.id, municipalityId: seen.municipalityId };
  const { count: schools } = await tx.card.deleteMany({ where: of });
  await tx.approvedList.deleteMany({ where: { ...of, status: 'DRAFT' } });
  const { count } = await tx.campaign.deleteMany({
    where: { id: seen.id, municipalityId: seen.municipalityId, version: seen.version },
  });
  if (count !== 1) throw staleCampaign();
  return { schools };
}

export type CandidateSchool = RegisterSchool & { readonly kind: SchoolKind; readonly code: string };

/** The register of a municipality with what is recorded for one school year. */
export async function registerOf(tx: Tx, municipalityId: string, year: number): Promise<readonly CandidateSchool[]> {
  const rows = await tx.school.findMany({
    where: { municipalityId },
    select: {
      id: true,
      code: true,
      shortName: true,
      kind: true,
      grades: true,
      closedAt: true,
      years: { where: { year }, select: { kind: true, grades: true } },
    },
    orderBy: [{ shortName: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ closedAt, years, ...school }) => ({
    ...school,
    closedOn: closedAt?.toISOString().slice(0, 10) ?? null,
    year: years[0] ?? null,
  }));
}

type RosterInsert = Pick<Campaign, 'id' | 'municipalityId'>;

/** Adds cards for schools that the campaign does not have yet; gives how many were added. */
export async function addToRoster(
  tx: Tx,
  campaign: RosterInsert,
  rows: readonly RosterRow<CandidateSchool>[],
): Promise<number> {
  const { count } = await tx.card.createMany({
    data: rows.map(({ school, kind, grades, applicable }) => ({
      id: newId(),
      municipalityId: campaign.municipalityId,
      campaignId: campaign.id,
      schoolId: school.id,
      schoolName: school.shortName,
      schoolKind: kindOf(kind),
      grades: [...grades],
      applicable,
    })),
    skipDuplicates: true,
  });
  return count;
}

const KINDS: readonly SchoolKind[] = ['PRIMARY', 'BASIC', 'SECONDARY', 'GYMNASIUM', 'LYCEUM'];
function kindOf(kind: string): SchoolKind {
  const found = KINDS.find((known) => known === kind);
  if (!found) throw new Error(`${kind} is not a kind of school`);
  return found;
}

/** Puts the roster's rows as the register has them now; gives how many rows changed. */
export async function refreshRoster(
  tx: Tx,
  campaign: RosterInsert,
  rows: readonly RosterRow<CandidateSchool>[],
): Promise<number> {
  if (rows.length === 0) return 0;
  return tx.$executeRaw`
    UPDATE card k SET school_name = r.name, school_kind = r.kind::school_kind, grades = r.grades::smallint[],
      applicable = r.applicable, updated_at = now()
    FROM unnest(${rows.map((row) => row.school.id)}::text[], ${rows.map((row) => row.school.shortName)}::text[],
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => `{${row.grades.join(',')}}`)}::text[],
      ${rows.map((row) => row.applicable)}::int[]) AS r (school_id, name, kind, grades, applicable)
    WHERE k.campaign_id = ${campaign.id}::uuid AND k.municipality_id = ${campaign.municipalityId}::uuid
      AND k.school_id = r.school_id::uuid
      AND (k.school_name, k.school_kind, k.grades, k.applicable)
        IS DISTINCT FROM (r.name, r.kind::school_kind, r.grades::smallint[], r.applicable)`;
}

export async function removeFromRoster(tx: Tx, campaign: RosterInsert, schoolIds: readonly string[]): Promise<number> {
  const { count } = await tx.card.deleteMany({
    where: { campaignId: campaign.id, municipalityId: campaign.municipalityId, schoolId: { in: [...schoolIds] } },
  });
  return count;
}

/** A card as coverage sees it: no answers, no sums. */
export type CampaignCard = CoverageCard & {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly submittedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly dueReason: string;
};

const COVERAGE = {
  id: true,
  schoolId: true,
  schoolName: true,
  status: true,
  submittedRevision: true,
  startedAt: true,
  answered: true,
  applicable: true,
  dueAt: true,
  dueReason: true,
  submittedAt: true,
  acceptedAt: true,
} as const satisfies Prisma.CardSelect;

/** The roster of a campaign, alphabetical. */
export async function campaignCards(tx: Tx, campaign: RosterInsert): Promise<readonly CampaignCard[]> {
  return tx.card.findMany({
    where: { campaignId: campaign.id, municipalityId: campaign.municipalityId },
    select: COVERAGE,
    orderBy: [{ schoolName: 'asc' }, { id: 'asc' }],
  });
}
