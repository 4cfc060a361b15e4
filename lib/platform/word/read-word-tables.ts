import { guardWord } from '@/lib/platform/word/guard-word';
import type { WordReading } from '@/lib/platform/word/word-document';
import { isWordFault } from '@/lib/platform/word/words';
import { readParts } from '@/lib/platform/word/worker/read-parts.mjs';

/**
 * Bytes of a docx → its paragraphs and tables in their order, merged cells laid out as a grid, automatic numbers written
 * out as Word prints them. Pure and total: what is refused comes back as a fault (security rule 13): what is no docx by
 * its content, an archive that the guard of directories does not let in, a document type, XML that is not well-formed,
 * more than 32 MB of text, 63 columns, 100,000 cells or 20,000 signs in a cell.
 *
 * It runs where it is called. For a file from a stranger use `readWordFile`, which does the same in a thread.
 */
export function readWordTables(bytes: Uint8Array): WordReading {
  const parts = guardWord(bytes);
  if (typeof parts === 'string') return { ok: false, fault: parts };
  try {
    return { ok: true, blocks: readParts(bytes, parts) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!isWordFault(code)) throw error;
    return { ok: false, fault: code };
  }
}
