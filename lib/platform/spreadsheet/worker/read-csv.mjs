// @ts-check
import Papa from 'papaparse';
import { Fault } from './fault.mjs';

const DELIMITERS = [';', ',', '\t'];
const SAMPLE_ROWS = 50;
const SAMPLE_LENGTH = 200_000;

/**
 * @param {Uint8Array} bytes
 * @param {string} encoding
 * @param {string | undefined} chosen
 */
export function readCsv(bytes, encoding, chosen) {
  const { text, hint } = withoutHint(decode(bytes, encoding));
  const delimiter = chosen ?? hint ?? guessDelimiter(text);
  const parsed = Papa.parse(text, { delimiter, header: false, skipEmptyLines: false });
  const quotes = parsed.errors.filter((error) => error.type === 'Quotes').map((error) => (error.row ?? 0) + 1);
  return { rows: /** @type {string[][]} */ (parsed.data), delimiter, quotes };
}

/**
 * @param {Uint8Array} bytes
 * @param {string} encoding
 */
function decode(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Fault('encoding');
  }
}

/**
 * Excel's own first line `sep=;` names the delimiter and is no data.
 * @param {string} text
 */
function withoutHint(text) {
  const match = /^sep=(.)\r?\n/i.exec(text);
  return match ? { text: text.slice(match[0].length), hint: match[1] } : { text, hint: undefined };
}

/**
 * The delimiter by which most rows of the sample have the same number of columns, more than one; names with commas in
 * a file of semicolons do not mislead it, because their number differs from row to row.
 * @param {string} text
 */
export function guessDelimiter(text) {
  const scored = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse(text.slice(0, SAMPLE_LENGTH), { delimiter, header: false, preview: SAMPLE_ROWS });
    /** @type {Map<number, number>} */
    const widths = new Map();
    for (const row of /** @type {string[][]} */ (data)) {
      if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    }
    const [width = 0, times = 0] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    return { delimiter, score: times * 1_000 + width };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}
