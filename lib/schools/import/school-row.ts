import type { SchoolContext, SchoolKind, SchoolPlace } from '@/lib/schools/codes';

/**
 * What one row of the file says about a school. `null` means that the file says nothing (no column, an empty cell, a
 * value that is not stored): then the register keeps what it has. Nothing is ever erased by an import.
 */
export type SchoolRow = {
  /** As in the file, from 1. */
  readonly row: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly shortName: string | null;
  readonly kind: SchoolKind | null;
  readonly place: SchoolPlace | null;
  readonly grades: readonly number[] | null;
  readonly pupils: number | null;
  readonly contexts: readonly SchoolContext[] | null;
  readonly inn: string | null;
  readonly fisOko: string | null;
  readonly gia9: string | null;
  readonly gia11: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /**
   * What the names, the address, the grades or the person's choice for the whole list suggest where no cell says it. Good
   * for a new school only: a guess never changes what the register knows.
   */
  readonly guessed: {
    readonly name: string | null;
    readonly kind: SchoolKind | null;
    readonly place: SchoolPlace | null;
  };
};

/** An error stops the whole import (all rows or none); a warning says what was understood or left out. */
export type RowIssue = {
  readonly row: number;
  /** The letter above the column and its header; null when the whole row is meant. */
  readonly column: { readonly letter: string; readonly title: string } | null;
  readonly message: string;
  readonly severity: 'error' | 'warning';
};

/** A row without a school: an empty one is not listed. */
export type SkippedRow = { readonly row: number; readonly text: string; readonly reason: string };

export type ParsedSchools = {
  readonly schools: readonly SchoolRow[];
  readonly issues: readonly RowIssue[];
  readonly skipped: readonly SkippedRow[];
};

/** What a list without such a column says about all its schools, as the person chose. */
export type ImportDefaults = { readonly kind?: SchoolKind; readonly place?: SchoolPlace };
