// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../../spreadsheet/worker/fault.mjs';
import { readParts } from './read-parts.mjs';

/**
 * Reads one document in its own thread, so that a hostile file costs this thread its heap or its time and nobody else's.
 * Plain JavaScript, because Node runs it from its path as it is (docs/decisions/0008).
 */
try {
  parentPort?.postMessage({ ok: true, blocks: readParts(workerData.bytes, workerData.parts) });
} catch (error) {
  parentPort?.postMessage({ ok: false, fault: error instanceof Fault ? error.code : 'broken' });
}
