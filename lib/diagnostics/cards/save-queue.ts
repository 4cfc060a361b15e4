import type { AnswerConflict, AnswerInput, SaveResponse, StoredAnswer } from '@/lib/diagnostics/cards/card-contract';
import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';

/** What a person has given to one item on the screen; a comment may come before the answer. */
export type Draft = {
  readonly value: AnswerValue | null;
  /** As it is typed; with a number there is no value, the portal decides over it. */
  readonly number: string;
  readonly comment: string;
};

const isAnswered = ({ value, number }: Draft) => value !== null || number.trim() !== '';
const isSame = (one: Draft, other: Draft) =>
  one.value === other.value && one.number === other.number && one.comment === other.comment;

/** Where one item stands between the screen and the database. */
export type ItemState =
  | { readonly kind: 'stored' }
  /** Given, not sent yet; without a value it waits for one. */
  | { readonly kind: 'waiting'; readonly draft: Draft }
  /** On its way; `next` is what was given meanwhile. */
  | { readonly kind: 'sending'; readonly draft: Draft; readonly next: Draft | null }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'conflict'; readonly draft: Draft; readonly theirs: AnswerConflict['theirs'] }
  | { readonly kind: 'refused'; readonly draft: Draft; readonly message: string };

/** `version` is the one of the database that the screen has seen; 0 where nothing was answered. */
export type QueueItem = { readonly version: number; readonly state: ItemState };
export type Queue = ReadonlyMap<string, QueueItem>;

const put = (queue: Queue, item: string, entry: QueueItem): Queue => new Map(queue).set(item, entry);
const entryOf = (queue: Queue, item: string): QueueItem => queue.get(item) ?? { version: 0, state: { kind: 'stored' } };

export const startQueue = (versions: Readonly<Record<string, number>>): Queue =>
  new Map(Object.entries(versions).map(([item, version]) => [item, { version, state: { kind: 'stored' } }]));

/** A person changes an item. What is on its way goes on; the new text follows it. */
export function give(queue: Queue, item: string, draft: Draft): Queue {
  const { version, state } = entryOf(queue, item);
  if (state.kind === 'sending') return put(queue, item, { version, state: { ...state, next: draft } });
  return put(queue, item, { version, state: { kind: 'waiting', draft } });
}

/** What can be sent now: every waiting item that is answered. Nothing while a save is on its way. */
export function nextBatch(queue: Queue): readonly AnswerInput[] {
  const batch: AnswerInput[] = [];
  for (const [item, { version, state }] of queue) {
    if (state.kind === 'sending') return [];
    if (state.kind === 'waiting' && isAnswered(state.draft)) batch.push({ item, ...state.draft, version });
  }
  return batch;
}

/** Marks a batch as on its way. A repeated batch may be older than the words on the screen: those follow it. */
export function markSending(queue: Queue, batch: readonly AnswerInput[]): Queue {
  let next = queue;
  for (const { item, value, number, comment } of batch) {
    const { version, state } = entryOf(next, item);
    if (state.kind !== 'waiting') continue;
    const draft = { value, number, comment };
    next = put(next, item, {
      version,
      state: { kind: 'sending', draft, next: isSame(state.draft, draft) ? null : state.draft },
    });
  }
  return next;
}

/** The answer of the save handler, item by item. What was given meanwhile waits again under the new version. */
export function received(queue: Queue, response: Pick<SaveResponse, 'saved' | 'conflicts' | 'refused'>): Queue {
  let next = queue;
  for (const { item, version, at } of response.saved) {
    const { state } = entryOf(next, item);
    const later = state.kind === 'sending' ? state.next : null;
    next = put(next, item, { version, state: later ? { kind: 'waiting', draft: later } : { kind: 'saved', at } });
  }
  for (const { item, theirs } of response.conflicts) {
    const { version, state } = entryOf(next, item);
    if (state.kind === 'sending')
      next = put(next, item, { version, state: { kind: 'conflict', draft: state.next ?? state.draft, theirs } });
  }
  for (const { item, message } of response.refused) {
    const { version, state } = entryOf(next, item);
    if (state.kind === 'sending')
      next = put(next, item, { version, state: { kind: 'refused', draft: state.next ?? state.draft, message } });
  }
  return next;
}

/** The save did not arrive or was not answered: everything on its way waits again, in its latest words. */
export function failed(queue: Queue): Queue {
  let next = queue;
  for (const [item, { version, state }] of queue) {
    if (state.kind === 'sending')
      next = put(next, item, { version, state: { kind: 'waiting', draft: state.next ?? state.draft } });
  }
  return next;
}

/** Settles a conflict: mine is sent again over the version I have now seen, theirs simply stands. */
export function settle(queue: Queue, item: string, keep: 'mine' | 'theirs'): Queue {
  const { state } = entryOf(queue, item);
  if (state.kind !== 'conflict') return queue;
  const version = state.theirs.version;
  return put(queue, item, {
    version,
    state: keep === 'mine' ? { kind: 'waiting', draft: state.draft } : { kind: 'saved', at: state.theirs.at },
  });
}

/** Others' answers: those that are newer than seen and not being changed here. The rest meets its conflict at the save. */
export function newsOf(queue: Queue, answers: readonly StoredAnswer[]): readonly StoredAnswer[] {
  return answers.filter((answer) => {
    const { version, state } = entryOf(queue, answer.item);
    return answer.version > version && (state.kind === 'stored' || state.kind === 'saved');
  });
}

export function takeNews(queue: Queue, news: readonly StoredAnswer[]): Queue {
  return news.reduce(
    (next, answer) => put(next, answer.item, { version: answer.version, state: { kind: 'stored' } }),
    queue,
  );
}

/** What must outlive the page: everything given and not yet acknowledged. */
export function unsent(queue: Queue): Readonly<Record<string, Draft & { version: number }>> {
  const kept: Record<string, Draft & { version: number }> = {};
  for (const [item, { version, state }] of queue) {
    if (state.kind === 'waiting' || state.kind === 'conflict' || state.kind === 'refused')
      kept[item] = { ...state.draft, version };
    if (state.kind === 'sending') kept[item] = { ...(state.next ?? state.draft), version };
  }
  return kept;
}
