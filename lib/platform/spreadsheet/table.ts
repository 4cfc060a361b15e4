export type SheetFormat = 'xlsx' | 'xls' | 'ods' | 'csv';

export const ENCODINGS = ['utf-8', 'windows-1251', 'utf-16le', 'utf-16be', 'ibm866'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What a person chose instead of what was guessed. */
export type ReadOptions = {
  readonly fileName: string;
  /** Name of the sheet; the first one that is visible and not empty when absent. */
  readonly sheet?: string;
  /** For csv only. */
  readonly encoding?: Encoding;
  /** For csv only. */
  readonly delimiter?: Delimiter;
  /** Called with the number of rows that have arrived so far. */
  readonly onProgress?: (rows: number) => void;
  /** Milliseconds after which reading is given up. */
  readonly timeoutMs?: number;
};

/** Zero-based, both ends included. */
export type MergedRange = {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
};

/** One sheet as text. A cell is `''` when it is empty; a row is as long as its last filled cell. */
export type Table = {
  readonly format: SheetFormat;
  /** Names of all visible sheets in the order of the file; one nameless sheet for csv. */
  readonly sheets: readonly string[];
  /** The sheet that was read. */
  readonly sheet: string;
  /** For csv: how its bytes were understood. */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly rows: readonly (readonly string[])[];
  /** The value of a merged range already stands in each of its cells. */
  readonly merges: readonly MergedRange[];
  /** Russian sentences for the person: formulas, error cells, broken quotes. */
  readonly warnings: readonly string[];
};

/** 0 → «A», 26 → «AA»: the letter that the person sees above the column. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
