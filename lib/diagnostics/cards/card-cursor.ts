/** What a poll has seen already: the round, the state, the newest answer and the stamp of everything else. */
export type CardCursor = {
  readonly revision: number;
  readonly status: string;
  readonly stamp: string;
  /** Milliseconds; an answer of the same millisecond is sent again rather than missed. */
  readonly at: number;
};

/** Opaque to the browser, which gives it back as it got it. */
export const writeCursor = ({ revision, status, stamp, at }: CardCursor): string =>
  [revision, status, stamp, at].join('_');

/** Anything that is not a cursor of ours asks for everything anew. */
export function readCursor(text: string | null): CardCursor | undefined {
  const [revision, status, stamp, at, ...more] = (text ?? '').split('_');
  if (more.length > 0 || status === undefined || stamp === undefined) return undefined;
  const numbers = { revision: Number(revision), at: Number(at) };
  if (!Number.isSafeInteger(numbers.revision) || !Number.isSafeInteger(numbers.at)) return undefined;
  // What PostgreSQL and JavaScript both hold as a moment.
  if (numbers.at < 0 || numbers.at > 8_640_000_000_000) return undefined;
  return { ...numbers, status, stamp };
}

export const newestOf = (answers: readonly { readonly at: Date }[]): number =>
  answers.reduce((newest, { at }) => Math.max(newest, at.getTime()), 0);
