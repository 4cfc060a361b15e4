// @ts-check
import { Fault } from '../../spreadsheet/worker/fault.mjs';
import { inflatePart } from '../../spreadsheet/worker/inflate-check.mjs';
import { labeller, readNumbering, readStyles } from './numbering.mjs';
import { readDocument } from './read-document.mjs';

/** @typedef {{ name: string, method: number, packed: number, size: number, offset: number }} Part */

/** Inflated bytes: a plan of 1,000 rows is about 3 MB. */
const DOCUMENT_MAX = 32 * 2 ** 20;
const SETTINGS_MAX = 8 * 2 ** 20;

/**
 * The document of an archive that has passed the guard of directories. Three parts are inflated and no other; each no
 * further than the directory declares.
 * @param {Uint8Array} bytes
 * @param {readonly Part[]} parts
 */
export function readParts(bytes, parts) {
  const text = (/** @type {string} */ name, /** @type {number} */ most) => {
    const part = parts.find((one) => one.name === name);
    if (!part) return null;
    if (part.size > most) throw new Fault('inflates');
    const body = inflatePart(bytes, part);
    if (body.length !== part.size) throw new Fault('broken');
    return decoded(body);
  };
  const document = text('word/document.xml', DOCUMENT_MAX);
  if (document === null) throw new Fault('broken');
  const styles = readStyles(text('word/styles.xml', SETTINGS_MAX));
  const numbering = readNumbering(text('word/numbering.xml', SETTINGS_MAX));
  return readDocument(document, styles, labeller(numbering, styles));
}

/** @param {Uint8Array} body */
function decoded(body) {
  const isWide = (body[0] === 0xff && body[1] === 0xfe) || (body[0] === 0xfe && body[1] === 0xff);
  try {
    return new TextDecoder(isWide ? (body[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(
      body,
    );
  } catch {
    throw new Fault('broken');
  }
}
