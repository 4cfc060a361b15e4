import type { ReactNode } from 'react';

/** 0 is the calm end of the scale, 3 the end that needs help most; «unknown» is missing data, which is not a level. */
export type LevelValue = 0 | 1 | 2 | 3 | 'unknown';

const MARK: Record<LevelValue, ReactNode> = {
  0: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  1: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 2.500a5.5 5.5 0 0 1 0 11Z" fill="currentColor" />
    </>
  ),
  2: <path d="M8 1.5 15 14H1Z" fill="currentColor" />,
  3: <path d="M8 .5 15.5 8 8 15.5.5 8Z" fill="currentColor" />,
  unknown: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.5 2.5" />,
};

const SKIN: Record<LevelValue, string> = {
  0: 'bg-level-0 text-on-level-0 border-level-0-edge',
  1: 'bg-level-1 text-on-level-1 border-level-1-edge',
  2: 'bg-level-2 text-on-level-2 border-level-2-edge',
  3: 'bg-level-3 text-on-level-3 border-level-3-edge',
  unknown: 'bg-surface text-ink border-line-strong border-dashed',
};

/** The shape of a level alone, for legends and cells that print the word elsewhere. */
export function LevelMark({ level }: { level: LevelValue }) {
  return (
    <svg viewBox="0 0 16 16" className="size-[0.875em] shrink-0" aria-hidden="true" focusable="false">
      {MARK[level]}
    </svg>
  );
}

/**
 * A level of risk. Four shapes and a word carry the meaning; the colours run from neutral through ochre to deep violet,
 * so that lightness alone orders them for any colour vision and on a grey print.
 */
export function Level({ level, word, note }: { level: LevelValue; word: string; note?: string }) {
  return (
    <span
      className={`inline-flex max-w-full items-center gap-2 rounded-[1rem] border px-3 py-0.5 text-sm font-medium ${SKIN[level]}`}
    >
      <LevelMark level={level} />
      <span>
        {word}
        {note && <span className="font-normal">, {note}</span>}
      </span>
    </span>
  );
}
