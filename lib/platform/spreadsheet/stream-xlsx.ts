import { bookParts, sheetPath } from '@/lib/platform/spreadsheet/book-xml';
import { type SheetPlan, sheetNames } from '@/lib/platform/spreadsheet/sheet-plan';
import { rowWriter, sheetHead, sheetTail } from '@/lib/platform/spreadsheet/sheet-xml';
import { type ZipSource, zipStream } from '@/lib/platform/spreadsheet/zip-stream';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Characters gathered before they go to the compressor: fewer, larger pieces are faster; larger still gain nothing. */
const PIECE = 64 * 1024;
const ROWS_MAX = 1_048_576;

/**
 * A book of sheets, made while it is sent: rows are pulled as the reader takes bytes, so memory does not grow with
 * their number, and the first bytes leave before the first row is asked for. Each sheet has a frozen header, a filter
 * and widths; text is always a text cell, never a formula (security rule 15). An error of the rows breaks the stream
 * off, so a half-made file never looks whole.
 */
export function streamXlsx({ sheets }: { readonly sheets: readonly SheetPlan[] }): ReadableStream<Uint8Array> {
  const chunks = zipStream(parts(sheets));
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

function* parts(sheets: readonly SheetPlan[]): Generator<ZipSource> {
  for (const { path, xml } of bookParts(sheetNames(sheets))) yield { path, body: [xml] };
  for (const [index, sheet] of sheets.entries()) yield { path: sheetPath(index), body: sheetXml(sheet) };
}

async function* sheetXml({ columns, rows }: SheetPlan): AsyncGenerator<string> {
  const write = rowWriter(columns);
  let piece = sheetHead(columns);
  let row = 1;
  for await (const cells of rows) {
    row += 1;
    if (row > ROWS_MAX) throw new Error('a sheet of xlsx holds no more than 1,048,576 rows');
    piece += write(row, cells);
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  yield piece + sheetTail(columns, row);
}
