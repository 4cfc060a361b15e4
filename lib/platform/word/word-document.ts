import type { WordFault } from '@/lib/platform/word/words';

/** One line as it is printed: a paragraph, or a piece of it after a line break. */
export type WordLine = {
  /** The number or bullet that Word prints by itself, '' where there is none: «1.», «2.3.», «а)», «•». */
  readonly label: string;
  /** Single spaces or tabs, no soft hyphens, nothing at the ends; never empty unless the label is there. */
  readonly text: string;
  /** Name of the paragraph's style as people see it; null for a paragraph without one. */
  readonly style: string | null;
  /** Every letter of the line is bold by its own formatting. */
  readonly isBold: boolean;
  /** Parted from the line above by a break, not by a new paragraph. */
  readonly isBreak: boolean;
};

export type WordCell = {
  /** All lines with their labels, joined by «\n». */
  readonly text: string;
  readonly lines: readonly WordLine[];
  /** Style of the first paragraph, also where the cell is empty. */
  readonly style: string | null;
  /** Grid columns and rows that the cell covers. */
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** This place of the grid belongs to the cell on its left or above it, whose content is repeated here. */
  readonly covered: 'left' | 'above' | null;
};

/** As many cells as the table has grid columns. */
export type WordRow = { readonly isHeader: boolean; readonly cells: readonly WordCell[] };

export type WordTable = {
  readonly kind: 'table';
  /** Of the grid columns, in twentieths of a point; 0 where the file does not say. */
  readonly widths: readonly number[];
  readonly rows: readonly WordRow[];
};

export type WordParagraph = { readonly kind: 'paragraph'; readonly lines: readonly WordLine[]; readonly text: string };

/** A table inside a cell is read as lines of that cell. */
export type WordBlock = WordParagraph | WordTable;

/** A refusal is data: `WORD_FAULT_WORDS` has its sentence. */
export type WordReading =
  | { readonly ok: true; readonly blocks: readonly WordBlock[] }
  | { readonly ok: false; readonly fault: WordFault };
