'use client';

import { useEffect, useReducer, useRef } from 'react';
import type { LiveCard, StoredAnswer } from '@/lib/diagnostics/cards/card-contract';
import {
  type Draft,
  failed,
  give,
  markSending,
  newsOf,
  nextBatch,
  type Queue,
  received,
  settle,
  startQueue,
  takeNews,
  unsent,
} from '@/lib/diagnostics/cards/save-queue';
import { numberWords } from '@/lib/diagnostics/scoring/typed-number';
import { fetchChanges, sendAnswers } from './card-wire';
import { changedItems, itemOf, levelFields, readDraft, writeDraft, writeVersion } from './item-dom';
import { keepUnsent, readUnsent } from './unsent-store';

export type AutosaveStart = {
  readonly cardId: string;
  readonly userId: string;
  readonly versions: Readonly<Record<string, number>>;
  readonly cursor: string;
  readonly live: LiveCard;
};

/** What the save line says; `at` is the last acknowledged save of this screen. */
export type Line =
  | { readonly kind: 'quiet'; readonly at: string | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'later'; readonly message: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'stopped'; readonly message: string };

type State = {
  readonly queue: Queue;
  readonly live: LiveCard;
  readonly line: Line;
  readonly news: readonly StoredAnswer[];
};

const TYPING_MS = 900;
const POLL_MS = 5000;
const RETRY_MS = [2000, 5000, 10_000, 30_000] as const;

/** A stored answer as the fields hold it: a number is typed, and its «да» or «нет» is nobody's choice. */
const fieldsOf = ({ value, number, comment }: Pick<StoredAnswer, 'value' | 'number' | 'comment'>): Draft =>
  number === '' ? { value, number, comment } : { value: null, number: numberWords(number), comment };

/**
 * Saves answers as they are given. One save is under way at a time; what is given meanwhile follows it. Everything
 * unacknowledged lies in this browser until the database has it. Others' answers come by a poll while the page is seen.
 */
export function useAutosave(start: AutosaveStart, onServerNews: () => void) {
  const [state, set] = useReducer((before: State, next: Partial<State>): State => ({ ...before, ...next }), {
    queue: startQueue(start.versions),
    live: start.live,
    line: { kind: 'quiet', at: null },
    news: [],
  });
  // The truth between renders: events and timers come faster than React shows them.
  const now = useRef(state);
  const engine = useRef<{ flush: () => void; settle: (item: string, keep: 'mine' | 'theirs') => void } | null>(null);
  const serverNews = useRef(onServerNews);
  useEffect(() => {
    serverNews.current = onServerNews;
  });

  const { cardId, userId } = start;
  // A refresh of the page brings a newer cursor; the engine goes on with its own.
  const firstCursor = useRef(start.cursor);
  useEffect(() => {
    let cursor = firstCursor.current;
    let sending = false;
    let tries = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let closed = false;
    let pending: { key: string; body: ReturnType<typeof nextBatch> } | null = null;

    const change = (next: Partial<State>) => {
      now.current = { ...now.current, ...next };
      set(next);
    };
    const keep = () => void keepUnsent(userId, cardId, unsent(now.current.queue));
    const plan = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(flush, ms);
    };

    async function flush() {
      clearTimeout(timer);
      if (sending || closed) return;
      // A save that was not answered is repeated with its own key: if it had arrived after all, it counts once.
      const batch = pending?.body ?? nextBatch(now.current.queue);
      if (batch.length === 0) return;
      pending ??= { key: crypto.randomUUID(), body: batch };
      sending = true;
      change({ queue: markSending(now.current.queue, batch), line: { kind: 'saving' } });
      const end = await sendAnswers(cardId, pending.key, batch);
      sending = false;
      if (closed) return;
      if (end.kind === 'taken') {
        pending = null;
        tries = 0;
        const queue = received(now.current.queue, end.response);
        for (const { item, version } of end.response.saved) writeVersion(item, version);
        change({ queue, live: end.response.live, line: { kind: 'quiet', at: end.response.saved.at(-1)?.at ?? null } });
        keep();
        if (nextBatch(queue).length > 0) plan(0);
        return;
      }
      if (end.kind !== 'later') pending = null;
      change({ queue: failed(now.current.queue), line: end });
      keep();
      if (end.kind === 'later') {
        // Newer words go with a new key once the old save is known to be lost or done: it is repeated first.
        plan(RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] ?? 30_000);
        tries += 1;
      }
    }

    const onGive = (event: Event) => {
      const item = itemOf(event.target);
      if (!item) return;
      levelFields(item, event.target);
      change({
        queue: give(now.current.queue, item, readDraft(item)),
        news: now.current.news.filter((one) => one.item !== item),
      });
      keep();
      plan(event.target instanceof HTMLInputElement && event.target.type === 'radio' ? 0 : TYPING_MS);
    };
    const onLeave = (event: Event) => {
      if (itemOf(event.target)) plan(0);
    };
    const root = document.querySelector('[data-card-fill]');
    root?.addEventListener('input', onGive);
    root?.addEventListener('focusout', onLeave);
    // The section's button saves at once; only a page without this script is sent as a form.
    const onSubmit = (event: Event) => {
      event.preventDefault();
      plan(0);
    };
    const forms = root?.querySelectorAll('form[data-section]') ?? [];
    for (const form of forms) form.addEventListener('submit', onSubmit);
    const onBack = () => plan(0);
    window.addEventListener('online', onBack);

    async function poll() {
      if (document.visibilityState !== 'visible' || sending || closed) return;
      const changes = await fetchChanges(cardId, cursor);
      if (closed || !changes || changes === 'signed-out' || sending) return;
      cursor = changes.cursor;
      const news = newsOf(now.current.queue, changes.answers);
      for (const { item, value, number, comment, version } of news) {
        writeDraft(item, fieldsOf({ value, number, comment }));
        writeVersion(item, version);
      }
      const known = now.current.news.filter((one) => !news.some((fresh) => fresh.item === one.item));
      change({
        queue: takeNews(now.current.queue, news),
        live: changes.live ?? now.current.live,
        news: [...known, ...news],
      });
      if (changes.refresh) serverNews.current();
    }
    const polling = setInterval(poll, POLL_MS);

    void readUnsent(userId, cardId).then((left) => {
      if (closed) return;
      let queue = now.current.queue;
      for (const item of changedItems()) {
        if (queue.get(item)?.state.kind === 'stored') queue = give(queue, item, readDraft(item));
      }
      for (const [item, draft] of Object.entries(left ?? {})) {
        writeDraft(item, draft);
        queue = give(new Map(queue).set(item, { version: draft.version, state: { kind: 'stored' } }), item, draft);
      }
      change({ queue });
      plan(0);
    });

    engine.current = {
      flush: () => plan(0),
      settle: (item, keepWhose) => {
        const entry = now.current.queue.get(item)?.state;
        if (entry?.kind !== 'conflict') return;
        const chosen: Draft = keepWhose === 'mine' ? entry.draft : fieldsOf(entry.theirs);
        writeDraft(item, chosen);
        writeVersion(item, entry.theirs.version);
        change({ queue: settle(now.current.queue, item, keepWhose) });
        keep();
        plan(0);
      },
    };
    return () => {
      closed = true;
      clearTimeout(timer);
      clearInterval(polling);
      root?.removeEventListener('input', onGive);
      root?.removeEventListener('focusout', onLeave);
      for (const form of forms) form.removeEventListener('submit', onSubmit);
      window.removeEventListener('online', onBack);
    };
  }, [cardId, userId]);

  return {
    ...state,
    flush: () => engine.current?.flush(),
    settle: (item: string, keep: 'mine' | 'theirs') => engine.current?.settle(item, keep),
  };
}
