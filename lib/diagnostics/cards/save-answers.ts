import 'server-only';
import { can } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { answersAtVersions, namesOf, openCard, rememberSave, saveCard } from '@/lib/diagnostics/cards/answer-store';
import {
  type AnswerConflict,
  type AnswerInput,
  COMMENT_MAX,
  type SaveRequest,
  type SaveResponse,
} from '@/lib/diagnostics/cards/card-contract';
import { assertFillable, type CardState, schoolFactsOf } from '@/lib/diagnostics/cards/card-state';
import { type Asked, decideSave, type StoredAnswer } from '@/lib/diagnostics/cards/decide-save';
import { roundAtWork } from '@/lib/diagnostics/cards/live-card';
import { parseRemembered, type RememberedSave } from '@/lib/diagnostics/cards/save-memory';
import { computedOfCard } from '@/lib/diagnostics/computed/computed-store';
import { numberWords } from '@/lib/diagnostics/scoring/typed-number';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { applicableItems, compileMethod } from '@/lib/methodology/compiled-method';
import type { Method } from '@/lib/methodology/method';
import { knownMethod, methodOfVersion } from '@/lib/methodology/queries';
import { inScope, type Tx } from '@/lib/platform/prisma';

/** A field of a plain form that carries a comment and no chosen answer. */
export type Unanswered = { readonly item: string; readonly comment: string };

type Door = {
  /** Of a plain form: fields that nobody touched come back too and are left alone; what is not saved is kept. */
  readonly form?: { readonly unanswered: readonly Unanswered[] };
};

/**
 * The card's one save: admits, opens the card, decides by the rules, stores answer, points, live sum, history and journal
 * in one statement, and answers after it. The same key is carried out once. When somebody else has changed the card between
 * opening and saving, it is opened and decided anew, this time under its lock: nobody meets bad luck twice.
 */
export async function saveAnswers(
  viewer: Viewer,
  cardId: string,
  request: SaveRequest,
  door: Door = {},
): Promise<SaveResponse> {
  if (!can(viewer.role, 'card.fill') || !viewer.schoolId) throw notFound();
  const response =
    (await attemptSave(viewer, cardId, request, door)) ??
    (await inScope(viewer, (tx) => attemptSave(viewer, cardId, request, door, tx)));
  if (!response) throw new Error('a card has changed under its lock');
  return response;
}

/** Undefined: somebody else has changed the card between opening and saving, and nothing is stored. */
async function attemptSave(
  viewer: Viewer,
  cardId: string,
  request: SaveRequest,
  door: Door,
  lock?: Tx,
): Promise<SaveResponse | undefined> {
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => (lock ? work(lock) : inScope(viewer, work));
  const opened = await openCard(viewer, cardId, request.key, lock);
  if (!opened || opened.card.schoolId !== viewer.schoolId) throw notFound();
  const { card } = opened;
  const method = knownMethod(card.versionId) ?? (await within((tx) => methodOfVersion(tx, card.versionId))).method;
  const stored = new Map(card.answers.map((answer) => [answer.item, answer]));
  if (card.result !== null && card.result !== undefined) return replay(card, method, stored);
  assertFillable(card, viewer.timeZone);
  const asked = askedItems(method, card);
  const changed = door.form ? await touched(within, card.id, stored, request.answers) : request.answers;
  const given = await withoutPortalReasons(within, card.id, stored, changed);
  const { writes, same, conflicts, refused } = decideSave(asked, stored, given);

  const at = card.now.toISOString();
  const names = await authorsOf(within, conflicts);
  const record: RememberedSave = {
    cardId: card.id,
    saved: [
      ...writes.map(({ item, version }) => ({ item, version, at })),
      ...same.map(({ item, version, at: earlier }) => ({ item, version, at: new Date(earlier).toISOString() })),
    ],
    conflicts: conflicts.map((answer) => conflictOf(answer, names)),
    refused: [...refused, ...(door.form?.unanswered ?? []).map(({ item }) => ({ item, message: NO_VALUE }))],
  };
  if (door.form) record.typed = typedOf(record, given, door.form.unanswered);
  const now = new Map<string, { value: StoredAnswer['value']; comment: string }>(stored);
  for (const write of writes) now.set(write.item, write);
  const round = roundAtWork(method, schoolFactsOf(card), now);
  if (writes.length > 0) {
    const saved = await saveCard(viewer, { ...opened, writes, round, key: request.key, result: record }, lock);
    if (!saved) return undefined;
  } else if (record.saved.length + record.conflicts.length + record.refused.length > 0) {
    await within((tx) => rememberSave(tx, viewer.userId, request.key, record));
  }
  return responseOf(record, round.live);
}

/** A transaction in the viewer's scope: the one that holds the lock, or a short one of its own. */
type Within = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

async function authorsOf(within: Within, answers: readonly StoredAnswer[]): Promise<ReadonlyMap<string, string>> {
  if (answers.length === 0) return new Map();
  const ids = answers.map((answer) => answer.authorId);
  return within((tx) => namesOf(tx, ids));
}

const NO_VALUE = 'Комментарий есть, а ответ не выбран. Отметьте ответ и сохраните ещё раз.';

const responseOf = (record: RememberedSave, live: SaveResponse['live']): SaveResponse => ({
  saved: record.saved,
  conflicts: record.conflicts,
  refused: record.refused,
  live,
});

/** The second of two equal requests: the first one's answer, with the sum as it is by now. */
function replay(card: CardState, method: Method, stored: ReadonlyMap<string, StoredAnswer>): SaveResponse {
  const record = parseRemembered(card.result);
  if (record?.cardId !== card.id) {
    throw new Refusal('conflict', 'Такой запрос уже был отправлен с другими данными. Обновите страницу.');
  }
  return responseOf(record, roundAtWork(method, schoolFactsOf(card), stored).live);
}

function askedItems(method: Method, card: CardState): Asked {
  const compiled = compileMethod(method);
  const applicable = applicableItems(compiled, { kind: card.kind, grades: card.grades, held: card.held });
  const codes = (isWanted: (position: number, on: boolean) => boolean) =>
    new Set(compiled.items.filter((item) => isWanted(item.position, item.on)).map((item) => item.code));
  const numbers = compiled.items.flatMap(({ code, number }) => (number ? [[code, number] as const] : []));
  return {
    asked: codes((position) => applicable[position] ?? false),
    known: codes((_, on) => on),
    numbers: new Map(numbers),
  };
}

/**
 * The fields of a form that the person has changed: those that differ from what is stored and from what the version he
 * saw said. A field that somebody else has changed meanwhile and he has not is none of his.
 */
async function touched(
  within: Within,
  cardId: string,
  stored: ReadonlyMap<string, StoredAnswer>,
  given: readonly AnswerInput[],
): Promise<readonly AnswerInput[]> {
  const level = given.map((answer) => ({ ...answer, comment: answer.comment.replaceAll('\r\n', '\n') }));
  const differing = level.filter((answer) => {
    const old = stored.get(answer.item);
    return !old || !saysTheSame(answer, old);
  });
  const moved = differing.filter(({ item, version }) => version > 0 && stored.get(item)?.version !== version);
  const seen = moved.length === 0 ? new Map() : await within((tx) => answersAtVersions(tx, cardId, moved));
  return differing.filter((answer) => {
    const before = moved.includes(answer) ? seen.get(answer.item) : undefined;
    return !before || !saysTheSame(answer, before);
  });
}

/**
 * The portal's reason stands in the comment of an answer that was taken over from it. An answer that is changed to another
 * one does not keep it: it would be the reason of the opposite. The school's own words stay.
 */
async function withoutPortalReasons(
  within: Within,
  cardId: string,
  stored: ReadonlyMap<string, StoredAnswer>,
  given: readonly AnswerInput[],
): Promise<readonly AnswerInput[]> {
  const isLeft = ({ item, value, comment }: AnswerInput): boolean => {
    const old = stored.get(item);
    return old?.source === 'COMPUTED' && old.value !== value && old.comment !== '' && old.comment === comment;
  };
  if (!given.some(isLeft)) return given;
  const reasons = await within((tx) => computedOfCard(tx, cardId));
  const isReason = ({ item, comment }: AnswerInput) =>
    reasons.some((one) => one.item === item && one.because.slice(0, COMMENT_MAX) === comment);
  return given.map((answer) => (isLeft(answer) && isReason(answer) ? { ...answer, comment: '' } : answer));
}

/** Whether a field still holds what was stored; a number comes back as the page wrote it. */
const saysTheSame = (
  { value, number, comment }: AnswerInput,
  old: Pick<StoredAnswer, 'value' | 'number' | 'comment'>,
): boolean =>
  old.comment === comment &&
  (number === '' ? old.number === '' && old.value === value : value === null && numberWords(old.number) === number);

function conflictOf(answer: StoredAnswer, names: ReadonlyMap<string, string>): AnswerConflict {
  const { item, value, number, comment, version, authorId } = answer;
  const author = names.get(authorId) ?? 'сотрудник школы';
  return { item, theirs: { value, number, comment, version, author, at: new Date(answer.at).toISOString() } };
}

/** The texts that were not saved, word for word. */
function typedOf(
  record: RememberedSave,
  given: readonly AnswerInput[],
  unanswered: readonly Unanswered[],
): RememberedSave['typed'] {
  const lost = new Set([...record.conflicts, ...record.refused].map(({ item }) => item));
  return [
    ...given
      .filter(({ item }) => lost.has(item))
      .map(({ item, value, number, comment }) => ({ item, value, number, comment })),
    ...unanswered.map(({ item, comment }) => ({ item, value: null, number: '', comment })),
  ];
}
