// @ts-check
import { Fault } from '../../spreadsheet/worker/fault.mjs';

/**
 * @typedef {{
 *   open: (name: string, attributes: string) => void,
 *   close: (name: string) => void,
 *   text: (raw: string) => void,
 * }} Listener `raw` is text before `unescaped`; an empty element is opened and closed
 */

const DEPTH_MAX = 500;

/**
 * Walks through XML once, in time linear to its length. Refuses what is not well-formed and, before anything is resolved,
 * every document type: there are no entities but the five of XML itself (security rule 13).
 * @param {string} xml
 * @param {Listener} on
 */
export function scanXml(xml, on) {
  /** @type {string[]} */
  const open = [];
  let roots = 0;
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const textEnd = tag < 0 ? xml.length : tag;
    if (open.length > 0) {
      if (textEnd > at) on.text(xml.slice(at, textEnd));
    } else if (/[^\s\uFEFF]/.test(xml.slice(at, textEnd))) throw new Fault('broken');
    if (tag < 0) break;
    if (xml.startsWith('<!--', tag)) at = after(xml, '-->', tag + 4);
    else if (xml.startsWith('<?', tag)) at = after(xml, '?>', tag + 2);
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = after(xml, ']]>', tag + 9);
      on.text(xml.slice(tag + 9, at - 3).replaceAll('&', '&amp;'));
    } else if (xml.startsWith('<!', tag)) throw new Fault('dtd');
    else {
      const end = tagEnd(xml, tag);
      const isEmpty = xml[end - 1] === '/';
      const inside = xml.slice(tag + 1, isEmpty ? end - 1 : end);
      const name = /^\/?[^\s/]+/.exec(inside)?.[0] ?? '';
      if (name.startsWith('/')) {
        if (open.pop() !== name.slice(1)) throw new Fault('broken');
        on.close(name.slice(1));
      } else {
        if (name === '' || open.length >= DEPTH_MAX) throw new Fault('broken');
        if (open.length === 0 && ++roots > 1) throw new Fault('broken');
        on.open(name, inside.slice(name.length));
        if (isEmpty) on.close(name);
        else open.push(name);
      }
      at = end + 1;
    }
  }
  if (open.length > 0 || roots === 0) throw new Fault('broken');
}

/**
 * @param {string} xml
 * @param {string} mark
 * @param {number} from
 */
function after(xml, mark, from) {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new Fault('broken');
  return at + mark.length;
}

/**
 * Where the tag that starts here ends: «>» may stand inside quotes.
 * @param {string} xml
 * @param {number} start
 */
function tagEnd(xml, start) {
  let quote = '';
  for (let at = start + 1; at < xml.length; at++) {
    const sign = xml[at];
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
    else if (sign === '<') break;
  }
  throw new Fault('broken');
}

/**
 * @param {string} raw what stands in a tag after its name
 * @returns {Map<string, string>}
 */
export function attributesOf(raw) {
  const attributes = new Map();
  const one = /\s*([^\s=]{1,256})\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  for (let match = one.exec(raw); match; match = one.exec(raw))
    attributes.set(match[1] ?? '', unescaped(match[2] ?? match[3] ?? ''));
  return attributes;
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** @param {string} raw */
export function unescaped(raw) {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&([^;&]{0,12});?/g, (whole, name) => {
    if (!whole.endsWith(';')) throw new Fault('broken');
    const named = NAMED.get(name);
    if (named !== undefined) return named;
    const number = /^#(?:(\d+)|x([0-9a-f]+))$/i.exec(name);
    if (!number) throw new Fault('dtd');
    const code = number[1] ? Number(number[1]) : Number.parseInt(number[2] ?? '', 16);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw new Fault('broken');
    return String.fromCodePoint(code);
  });
}

const MAIN = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/**
 * The prefix with its colon under which this part speaks of WordprocessingML, from the attributes of its root.
 * @param {string} raw
 */
export function wordPrefix(raw) {
  for (const [name, value] of attributesOf(raw)) {
    if (MAIN.has(value) && name === 'xmlns') return '';
    if (MAIN.has(value) && name.startsWith('xmlns:')) return `${name.slice(6)}:`;
  }
  throw new Fault('broken');
}
