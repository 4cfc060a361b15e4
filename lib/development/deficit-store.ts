import 'server-only';
import { ROWS_MAX, type YearSearch } from '@/lib/development/development-search';
import type { WordKind } from '@/lib/development/words';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

/** A word of the centre's dictionaries. */
export type DevelopmentWord = {
  readonly id: string;
  readonly kind: WordKind;
  readonly name: string;
  readonly isRetired: boolean;
};

export const wordsOf = (tx: Tx, municipalityId: string): Promise<readonly DevelopmentWord[]> =>
  tx.$queryRaw<DevelopmentWord[]>`
    SELECT id::text, kind::text, name, is_retired AS "isRetired" FROM development_word
    WHERE municipality_id = ${municipalityId}::uuid ORDER BY kind, name COLLATE "russian", id`;

export async function insertWord(tx: Tx, municipalityId: string, kind: WordKind, name: string): Promise<string> {
  const id = newId();
  await tx.developmentWord.createMany({ data: [{ id, municipalityId, kind, name }] });
  return id;
}

/** Takes a word out of use or back. False: there is none of this id, or it stands so already. */
export async function setRetired(tx: Tx, municipalityId: string, id: string, isRetired: boolean): Promise<boolean> {
  const { count } = await tx.developmentWord.updateMany({
    where: { id, municipalityId, isRetired: !isRetired },
    data: { isRetired },
  });
  return count === 1;
}

/** How many teachers of a subject in a school have a deficit. */
export type Deficit = {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly year: number;
  readonly subject: string;
  readonly wordId: string;
  readonly word: string;
  readonly teachers: number;
  readonly ofTeachers: number;
  readonly source: string;
  readonly foundOn: Day;
  readonly version: number;
};

const FIELDS = Prisma.sql`d.id::text, d.school_id::text AS "schoolId", s.short_name AS "schoolName", d.year::int, d.subject,
  d.word_id::text AS "wordId", w.name AS word, d.teachers, d.of_teachers AS "ofTeachers", d.source,
  d.found_on::text AS "foundOn", d.version`;
const FROM = Prisma.sql`FROM deficit d JOIN school s ON s.id = d.school_id JOIN development_word w ON w.id = d.word_id`;

const ORDERS: Readonly<Record<string, string>> = {
  school: 's.short_name, d.subject COLLATE "russian", w.name COLLATE "russian", d.id',
  '-school': 's.short_name DESC, d.subject COLLATE "russian", w.name COLLATE "russian", d.id',
  name: 'd.subject COLLATE "russian", w.name COLLATE "russian", s.short_name, d.id',
  '-name': 'd.subject COLLATE "russian" DESC, w.name COLLATE "russian", s.short_name, d.id',
  number: 'd.teachers, s.short_name, d.id',
  '-number': 'd.teachers DESC, s.short_name, d.id',
};

export const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

export async function listDeficits(tx: Tx, municipalityId: string, search: YearSearch): Promise<readonly Deficit[]> {
  const { q, school, word, year, sort } = search;
  return tx.$queryRaw<Deficit[]>`SELECT ${FIELDS} ${FROM}
    WHERE d.municipality_id = ${municipalityId}::uuid AND d.year = ${year}::int
      AND (${school ?? null}::uuid IS NULL OR d.school_id = ${school ?? null}::uuid)
      AND (${word ?? null}::uuid IS NULL OR d.word_id = ${word ?? null}::uuid)
      AND (${q} = '' OR concat_ws(' ', s.short_name, d.subject, w.name, d.source) ILIKE ${like(q)})
    ORDER BY ${Prisma.raw(ORDERS[sort] ?? 'd.id')} LIMIT ${Prisma.raw(String(ROWS_MAX))}`;
}

export async function findDeficit(tx: Tx, municipalityId: string, deficitId: string): Promise<Deficit | undefined> {
  const [row] = await tx.$queryRaw<Deficit[]>`SELECT ${FIELDS} ${FROM}
    WHERE d.id = ${deficitId}::uuid AND d.municipality_id = ${municipalityId}::uuid`;
  return row;
}

export type DeficitCells = Pick<Deficit, 'subject' | 'wordId' | 'teachers' | 'ofTeachers' | 'source' | 'foundOn'>;

const dated = ({ foundOn, ...cells }: DeficitCells) => ({ ...cells, foundOn: dateOf(foundOn) });
export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

export async function insertDeficit(
  tx: Tx,
  place: { readonly municipalityId: string; readonly schoolId: string; readonly year: number },
  cells: DeficitCells,
  createdById: string,
): Promise<string> {
  const id = newId();
  await tx.deficit.createMany({ data: [{ ...place, ...dated(cells), id, createdById }] });
  return id;
}

/** Whether the school has this deficit of this subject and year counted already, in another row. */
export async function hasSameDeficit(
  tx: Tx,
  { schoolId, year, subject, wordId }: Pick<Deficit, 'schoolId' | 'year' | 'subject' | 'wordId'>,
  besides?: string,
): Promise<boolean> {
  const where = { schoolId, year, subject, wordId, ...(besides ? { id: { not: besides } } : {}) };
  return (await tx.deficit.count({ where })) > 0;
}

/** False: it is no longer what was seen. */
export async function updateDeficit(
  tx: Tx,
  { id, version }: Pick<Deficit, 'id' | 'version'>,
  cells: DeficitCells,
): Promise<boolean> {
  const { count } = await tx.deficit.updateMany({
    where: { id, version },
    data: { ...dated(cells), version: version + 1 },
  });
  return count === 1;
}

export async function deleteDeficit(tx: Tx, { id, version }: Pick<Deficit, 'id' | 'version'>): Promise<boolean> {
  const { count } = await tx.deficit.deleteMany({ where: { id, version } });
  return count === 1;
}

/** Somebody named by a consent; without it a count remains. */
export type NamedPerson = {
  readonly id: string;
  /** Null: the consent was withdrawn and the name is erased. */
  readonly name: string | null;
  readonly position: string;
  readonly consentOn: Day;
  readonly recordedBy: string;
  readonly withdrawnAt: Date | null;
};

type Of = { readonly deficitId: string } | { readonly associationId: string };

/** Whoever row-level security lets the viewer see. */
export const peopleNamed = (tx: Tx, of: Of): Promise<readonly NamedPerson[]> =>
  tx.$queryRaw<NamedPerson[]>`
    SELECT p.id::text, p.name, p.position, p.consent_on::text AS "consentOn", coalesce(u.name, 'сотрудник') AS "recordedBy",
      p.withdrawn_at AS "withdrawnAt"
    FROM named_person p LEFT JOIN app_user u ON u.id = p.recorded_by_id
    WHERE ${'deficitId' in of ? Prisma.sql`p.deficit_id = ${of.deficitId}::uuid` : Prisma.sql`p.association_id = ${of.associationId}::uuid`}
    ORDER BY p.recorded_at, p.id`;

export async function insertPerson(
  tx: Tx,
  place: { readonly municipalityId: string; readonly schoolId: string },
  of: Of,
  person: { readonly name: string; readonly position: string; readonly consentOn: Day; readonly recordedById: string },
): Promise<string> {
  const id = newId();
  const { consentOn, ...rest } = person;
  await tx.namedPerson.createMany({ data: [{ ...place, ...of, ...rest, id, consentOn: dateOf(consentOn) }] });
  return id;
}

/** Where a person of the viewer's scope stands. */
export async function findPerson(tx: Tx, municipalityId: string, id: string) {
  const row = await tx.namedPerson.findFirst({
    where: { id, municipalityId },
    select: { id: true, schoolId: true, deficitId: true, associationId: true, withdrawnAt: true },
  });
  return row ?? undefined;
}

/** Erases a name with its consent. False: it was erased already, or it is not the viewer's to erase. */
export async function eraseName(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.namedPerson.updateMany({
    where: { id, withdrawnAt: null },
    data: { name: null, withdrawnAt: new Date() },
  });
  return count === 1;
}
