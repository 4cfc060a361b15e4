import { createStore, del, get, set } from 'idb-keyval';
import type { Draft } from '@/lib/diagnostics/cards/save-queue';

/** Answers not yet acknowledged, in this browser alone, by person and card; sign-out wipes them. */
export type Unsent = Readonly<Record<string, Draft & { readonly version: number }>>;

export const UNSENT_DATABASE = 'moc-unsent';

const store = () => createStore(UNSENT_DATABASE, 'answers');
const keyOf = (userId: string, cardId: string) => `${userId}:${cardId}`;

/** A browser that keeps nothing (private mode, full disk) still saves over the network. */
const quietly = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch {
    return undefined;
  }
};

/** Drafts of an earlier deployment have no number. */
type Kept = Readonly<Record<string, Omit<Draft, 'number'> & { readonly number?: string; readonly version: number }>>;

export const readUnsent = (userId: string, cardId: string) =>
  quietly(async (): Promise<Unsent> => {
    const kept = (await get<Kept>(keyOf(userId, cardId), store())) ?? {};
    return Object.fromEntries(Object.entries(kept).map(([item, draft]) => [item, { number: '', ...draft }]));
  });

export const keepUnsent = (userId: string, cardId: string, unsent: Unsent) =>
  quietly(() =>
    Object.keys(unsent).length === 0
      ? del(keyOf(userId, cardId), store())
      : set(keyOf(userId, cardId), unsent, store()),
  );
