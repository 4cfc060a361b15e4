import 'server-only';
import type { Day } from '@/lib/kernel/day';
import type { Tx } from '@/lib/platform/prisma';
import type { Closure } from '@/lib/schools/history-store';
import type { School } from '@/lib/schools/school';
import type { CampaignStage, CardStatus, Role } from '@/prisma/generated/enums';

/** Closures of a school, the latest first. */
export const closuresOf = (tx: Tx, school: School): Promise<Closure[]> => tx.$queryRaw<Closure[]>`
  SELECT k.id::text AS id, k.closed_on::text AS "closedOn", k.basis, k.reopened_on::text AS "reopenedOn",
    k.reopen_reason AS "reopenReason",
    CASE WHEN k.successor_id IS NULL THEN NULL ELSE jsonb_build_object('id', k.successor_id, 'shortName',
      coalesce((SELECT t.short_name FROM school t WHERE t.id = k.successor_id), 'другая школа')) END AS successor
  FROM school_closure k
  WHERE k.municipality_id = ${school.municipalityId}::uuid AND k.school_id = ${school.id}::uuid
  ORDER BY k.closed_on DESC, k.id DESC`;

export type Predecessor = { readonly id: string; readonly shortName: string; readonly closedOn: Day };

/** Schools that went into this one and have not been opened again, the latest first. */
export const predecessorsOf = (tx: Tx, school: School): Promise<Predecessor[]> => tx.$queryRaw<Predecessor[]>`
  SELECT s.id::text AS id, s.short_name AS "shortName", s.closed_at::text AS "closedOn"
  FROM school s
  WHERE s.municipality_id = ${school.municipalityId}::uuid AND s.successor_id = ${school.id}::uuid
  ORDER BY s.closed_at DESC, s.short_name`;

export type PersonOfSchool = {
  readonly membershipId: string;
  readonly name: string;
  readonly role: Role;
  readonly isBlocked: boolean;
};

/** People with a role in this school: the director first, then alphabetically. */
export const peopleOf = (tx: Tx, school: School): Promise<PersonOfSchool[]> => tx.$queryRaw<PersonOfSchool[]>`
  SELECT m.id::text AS "membershipId", u.name, m.role::text AS role, m.blocked_at IS NOT NULL AS "isBlocked"
  FROM membership m JOIN app_user u ON u.id = m.user_id
  WHERE m.municipality_id = ${school.municipalityId}::uuid AND m.school_id = ${school.id}::uuid
  ORDER BY m.role, u.name, m.id`;

export type CardOfSchool = {
  readonly id: string;
  readonly campaignTitle: string;
  readonly year: number;
  readonly stage: CampaignStage;
  readonly status: CardStatus;
  readonly isStarted: boolean;
};

/** Cards of a school by campaign, the latest first; what is in them is the business of the card's own page. */
export const cardsOf = (tx: Tx, school: School): Promise<CardOfSchool[]> => tx.$queryRaw<CardOfSchool[]>`
  SELECT k.id::text AS id, c.title AS "campaignTitle", c.year::int AS year, c.stage::text AS stage,
    k.status::text AS status, k.started_at IS NOT NULL AS "isStarted"
  FROM card k JOIN campaign c ON c.id = k.campaign_id
  WHERE k.municipality_id = ${school.municipalityId}::uuid AND k.school_id = ${school.id}::uuid
  ORDER BY c.year DESC, c.stage DESC`;

export type Listing = {
  readonly listId: string;
  readonly year: number;
  readonly stage: CampaignStage;
  readonly decision: 'INCLUDE' | 'SUPPORT';
  readonly orderNumber: string;
  readonly orderDate: Day;
};

/** What approved lists in force say of a school: the last approved of each campaign, nothing that was only proposed. */
export const listingsOf = (tx: Tx, school: School): Promise<Listing[]> => tx.$queryRaw<Listing[]>`
  SELECT l.id::text AS "listId", c.year::int AS year, c.stage::text AS stage, e.decision::text AS decision,
    l.order_number AS "orderNumber", l.order_date::text AS "orderDate"
  FROM list_entry e JOIN approved_list l ON l.id = e.list_id JOIN campaign c ON c.id = l.campaign_id
  WHERE e.municipality_id = ${school.municipalityId}::uuid AND e.school_id = ${school.id}::uuid
    AND e.decision <> 'EXCLUDE' AND l.status = 'APPROVED'
    AND NOT EXISTS (SELECT FROM approved_list n
                    WHERE n.campaign_id = l.campaign_id AND n.status = 'APPROVED' AND n.number > l.number)
  ORDER BY c.year DESC, c.stage DESC`;
