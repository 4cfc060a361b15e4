import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { guardWord } from '@/lib/platform/word/guard-word';
import type { WordBlock, WordReading } from '@/lib/platform/word/word-document';
import { isWordFault } from '@/lib/platform/word/words';

const HEAP_MB = 512;
const TIMEOUT_MS = 15_000;
/** Readers at once in one process; the others wait their turn, so a crowd of uploads cannot take all memory. */
const READERS_MAX = 2;

/** From the working directory, because Node runs the worker as it is (docs/decisions/0008). */
const workerPath = () =>
  path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/platform/word/worker/word-worker.mjs');

type Message =
  | { readonly ok: true; readonly blocks: readonly WordBlock[] }
  | { readonly ok: false; readonly fault: string };

/**
 * What `readWordTables` reads, in a thread of its own with limits of heap (512 MB) and time (15 s), two at once. Refuses
 * the same, and what is too slow or too heavy, as data.
 */
export async function readWordFile(bytes: Uint8Array, timeoutMs = TIMEOUT_MS): Promise<WordReading> {
  const parts = guardWord(bytes);
  if (typeof parts === 'string') return { ok: false, fault: parts };
  await takeTurn();
  const worker = new Worker(workerPath(), {
    workerData: { bytes, parts },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    env: {},
    execArgv: [],
  });
  try {
    return await answerOf(worker, timeoutMs);
  } finally {
    await worker.terminate();
    giveTurn();
  }
}

function answerOf(worker: Worker, timeoutMs: number): Promise<WordReading> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ ok: false, fault: 'too-slow' }), timeoutMs);
    worker.on('message', (said: Message) =>
      resolve(said.ok ? said : { ok: false, fault: isWordFault(said.fault) ? said.fault : 'broken' }),
    );
    worker.on('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, fault: 'too-heavy' });
      else reject(error);
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve({ ok: false, fault: 'broken' });
    });
  });
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
