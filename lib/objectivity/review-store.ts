import 'server-only';
import { newId } from '@/lib/kernel/ids';
import {
  type FindingSeen,
  findingSeen,
  type SignDecision,
  type SignPlace,
  type SignReview,
  type Step,
} from '@/lib/objectivity/sign-review';
import type { Tx } from '@/lib/platform/prisma';

type Row = Omit<SignReview, 'replies' | 'finding'> & { readonly finding: unknown };
type ReplyRow = SignReview['replies'][number] & { readonly reviewId: string };

/** Steps and answers in the order they were written: of one school, and of one year where it is named. */
export async function reviewsOf(
  tx: Tx,
  municipalityId: string,
  schoolId: string,
  year?: number,
): Promise<SignReview[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id::text, r.school_id::text AS "schoolId", r.year, r.code, r.work, r.step::text, r.reason, r.finding,
      coalesce(u.name, 'сотрудник центра') AS author, r.at
    FROM sign_review r LEFT JOIN app_user u ON u.id = r.author_id
    WHERE r.municipality_id = ${municipalityId}::uuid AND r.school_id = ${schoolId}::uuid
      AND (${year ?? null}::int IS NULL OR r.year = ${year ?? null}::int)
    ORDER BY r.at, r.id`;
  const replies = await tx.$queryRaw<ReplyRow[]>`
    SELECT p.id::text, p.review_id::text AS "reviewId", p.text, coalesce(u.name, 'сотрудник школы') AS author, p.at
    FROM sign_reply p LEFT JOIN app_user u ON u.id = p.author_id
    WHERE p.municipality_id = ${municipalityId}::uuid AND p.school_id = ${schoolId}::uuid ORDER BY p.at, p.id`;
  return rows.map((row) => ({
    ...row,
    finding: findingSeen.parse(row.finding),
    replies: replies.filter((reply) => reply.reviewId === row.id),
  }));
}

/** Decisions in force of a year: the last one of each sign, where it was not taken back. */
export async function decisionsOfYear(tx: Tx, municipalityId: string, year: number): Promise<SignDecision[]> {
  return tx.$queryRaw<SignDecision[]>`
    SELECT "schoolId", code, work, step, reason, sentence FROM (
      SELECT DISTINCT ON (school_id, code, work) school_id::text AS "schoolId", code, work, step::text, reason,
        finding->>'sentence' AS sentence
      FROM sign_review
      WHERE municipality_id = ${municipalityId}::uuid AND year = ${year}::int AND step <> 'ASKED'
      ORDER BY school_id, code, work, at DESC, id DESC) last
    WHERE step <> 'WITHDRAWN' ORDER BY "schoolId", code, work`;
}

type NewReview = {
  readonly step: Step;
  readonly reason: string;
  readonly finding: FindingSeen;
  readonly authorId: string;
};

export async function addReview(tx: Tx, municipalityId: string, place: SignPlace, review: NewReview): Promise<string> {
  const { schoolId, year, sign, work } = place;
  const { id } = await tx.signReview.create({
    data: { id: newId(), municipalityId, schoolId, year, code: sign, work, ...review },
    select: { id: true },
  });
  return id;
}

/** The review as the viewer's scope shows it: a school sees its own alone. */
export function findReview(tx: Tx, reviewId: string) {
  return tx.signReview.findUnique({
    where: { id: reviewId },
    select: { id: true, municipalityId: true, schoolId: true, code: true, year: true },
  });
}

export async function addReply(
  tx: Tx,
  review: { readonly id: string; readonly municipalityId: string; readonly schoolId: string },
  reply: { readonly text: string; readonly authorId: string },
): Promise<string> {
  const { municipalityId, schoolId } = review;
  const { id } = await tx.signReply.create({
    data: { id: newId(), municipalityId, schoolId, reviewId: review.id, ...reply },
    select: { id: true },
  });
  return id;
}
