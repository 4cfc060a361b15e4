import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { detectFormat } from '@/lib/platform/spreadsheet/detect-format';
import { guessEncoding } from '@/lib/platform/spreadsheet/guess-encoding';
import { readRefusal } from '@/lib/platform/spreadsheet/read-refusal';
import { type Findings, readWarnings } from '@/lib/platform/spreadsheet/read-warnings';
import type { ReadOptions, Table } from '@/lib/platform/spreadsheet/table';
import { isReadFault } from '@/lib/platform/spreadsheet/words';
import { guardZip } from '@/lib/platform/spreadsheet/zip-directory';

const FILE_MAX = 20 * 2 ** 20;
const ROWS_MAX = 100_000;
const COLUMNS_MAX = 500;
const HEAP_MB = 512;
const TIMEOUT_MS = 30_000;
/** Readers at once in one process; the others wait their turn, so a crowd of imports cannot take all memory. */
const READERS_MAX = 2;

/** From the working directory, because Node runs the worker as it is: `next build` copies it, see the decision record. */
const workerPath = () =>
  path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/platform/spreadsheet/worker/read-worker.mjs');

/** What our own worker says; `delimiter` is null for books. */
type Message =
  | { readonly type: 'rows'; readonly rows: readonly (readonly string[])[] }
  | ({ readonly type: 'done' } & Pick<Table, 'sheets' | 'sheet' | 'delimiter' | 'merges'> & Findings)
  | { readonly type: 'fault'; readonly fault: string };

/**
 * One sheet of an xlsx, xls, ods or csv file as text, read in a thread of its own with limits of heap and time.
 * Refuses with a Russian sentence: what is no table by its content (the name decides nothing), archives that the guard
 * does not let in, what is too large, too slow or broken (security rule 13).
 */
export async function readTable(bytes: Uint8Array, options: ReadOptions): Promise<Table> {
  if (bytes.length > FILE_MAX) throw readRefusal('file-too-large');
  const format = detectFormat(bytes);
  const encoding = format === 'csv' ? (options.encoding ?? guessEncoding(bytes)) : null;
  const parts = format === 'xlsx' || format === 'ods' ? guardZip(bytes) : null;
  await takeTurn();
  try {
    const found = await runWorker(
      { bytes, format, encoding, parts, sheet: options.sheet, delimiter: options.delimiter },
      options,
    );
    return { format, encoding, ...found };
  } finally {
    giveTurn();
  }
}

/** What `scanTable` is told as rows arrive. */
export type ScanOptions = Pick<ReadOptions, 'encoding' | 'delimiter' | 'timeoutMs'> & {
  readonly onSheet: (name: string) => void;
  /** Rows of the sheet in their order, empty ones too. Nothing further is parsed until it has come back. */
  readonly onRows: (rows: readonly (readonly string[])[]) => Promise<void> | void;
};

type ScanMessage =
  | { readonly type: 'sheet'; readonly name: string }
  | { readonly type: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'done' }
  | { readonly type: 'fault'; readonly fault: string };

/**
 * Every visible sheet of a file, batch by batch, without ever holding the whole: for files that are counted and not kept.
 * The same guards as `readTable`. Unlike there, a merged value stands in the first cell of its range only (xlsx), and a
 * number shown with leading zeros comes without them.
 */
export async function scanTable(bytes: Uint8Array, options: ScanOptions): Promise<void> {
  if (bytes.length > FILE_MAX) throw readRefusal('file-too-large');
  const format = detectFormat(bytes);
  const encoding = format === 'csv' ? (options.encoding ?? guessEncoding(bytes)) : null;
  const parts = format === 'xlsx' || format === 'ods' ? guardZip(bytes) : null;
  await takeTurn();
  try {
    await runScan({ bytes, format, encoding, parts, delimiter: options.delimiter, scan: true }, options);
  } finally {
    giveTurn();
  }
}

async function runScan(data: Record<string, unknown>, options: ScanOptions): Promise<void> {
  const worker = startWorker(data);
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(readRefusal('too-slow')), options.timeoutMs ?? TIMEOUT_MS);
      let turn = Promise.resolve();
      worker.on('message', (said: ScanMessage) => {
        turn = turn
          .then(async () => {
            if (said.type === 'sheet') options.onSheet(said.name);
            else if (said.type === 'rows') {
              await options.onRows(said.rows);
              worker.postMessage('taken');
            } else if (said.type === 'fault') throw readRefusal(isReadFault(said.fault) ? said.fault : 'broken');
            else {
              clearTimeout(timer);
              resolve();
            }
          })
          .catch(reject);
      });
      worker.on('error', (error) => reject(workerFault(error)));
      worker.on('exit', () => {
        clearTimeout(timer);
        turn.then(() => reject(readRefusal('broken')));
      });
    });
  } finally {
    await worker.terminate();
  }
}

const workerFault = (error: Error) =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? readRefusal('too-heavy') : error;

const startWorker = (data: Record<string, unknown>) =>
  new Worker(workerPath(), {
    workerData: { ...data, rowsMax: ROWS_MAX, columnsMax: COLUMNS_MAX },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    env: {},
    execArgv: [],
  });

type Found = Omit<Table, 'format' | 'encoding'>;

function runWorker(data: Record<string, unknown>, options: ReadOptions): Promise<Found> {
  const worker = startWorker(data);
  const rows: (readonly string[])[] = [];
  return new Promise<Found>((resolve, reject) => {
    const timer = setTimeout(() => reject(readRefusal('too-slow')), options.timeoutMs ?? TIMEOUT_MS);
    worker.on('message', (said: Message) => {
      if (said.type === 'rows') {
        for (const row of said.rows) rows.push(row);
        options.onProgress?.(rows.length);
      } else if (said.type === 'fault') {
        reject(readRefusal(isReadFault(said.fault) ? said.fault : 'broken'));
      } else {
        const { sheets, sheet, delimiter, merges } = said;
        resolve({ rows, sheets, sheet, delimiter, merges, warnings: readWarnings(said) });
      }
    });
    worker.on('error', (error) => reject(workerFault(error)));
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(readRefusal('broken'));
    });
  }).finally(() => worker.terminate());
}

let reading = 0;
const waiting: (() => void)[] = [];

async function takeTurn(): Promise<void> {
  if (reading >= READERS_MAX) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading += 1;
}

/** The turn goes straight to the next in the queue, so nobody who comes later overtakes. */
function giveTurn(): void {
  const next = waiting.shift();
  if (next) next();
  else reading -= 1;
}
