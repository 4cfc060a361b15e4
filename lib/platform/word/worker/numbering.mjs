// @ts-check
import { attributesOf, scanXml, wordPrefix } from './scan-xml.mjs';

/**
 * @typedef {{ start: number, format: string, text: string, style: string | null }} Level
 * @typedef {{ levels: Map<number, Level>, styleLink: string | null }} Abstract
 * @typedef {{ abstract: string, levels: Map<number, Level>, starts: Map<number, number> }} Num
 * @typedef {{ abstracts: Map<string, Abstract>, nums: Map<string, Num> }} Numbering
 * @typedef {{ name: string, basedOn: string | null, numId: string | null, level: number | null }} Style
 */

/** Word knows nine levels. */
const LEVELS = 9;

/**
 * What a walk over a part says, with the names freed of the prefix of WordprocessingML and foreign elements left out.
 * @param {string} xml
 * @param {(name: string, attribute: (name: string) => string | undefined, path: readonly string[]) => void} onOpen
 */
function walk(xml, onOpen) {
  /** @type {string | undefined} */
  let prefix;
  /** @type {string[]} */
  const path = [];
  scanXml(xml, {
    open(name, raw) {
      prefix ??= wordPrefix(raw);
      const local = name.startsWith(prefix) ? name.slice(prefix.length) : `?${name}`;
      /** @type {Map<string, string> | undefined} */
      let attributes;
      onOpen(
        local,
        (wanted) => {
          attributes ??= attributesOf(raw);
          return attributes.get(`${prefix}${wanted}`) ?? attributes.get(wanted);
        },
        path,
      );
      path.push(local);
    },
    close() {
      path.pop();
    },
    text() {},
  });
}

/**
 * Paragraph styles by their id.
 * @param {string | null} xml
 * @returns {Map<string, Style>}
 */
export function readStyles(xml) {
  const styles = new Map();
  /** @type {Style | null} */
  let style = null;
  if (xml === null) return styles;
  walk(xml, (name, attribute, path) => {
    if (name === 'style') {
      style = { name: attribute('styleId') ?? '', basedOn: null, numId: null, level: null };
      if (attribute('type') === 'paragraph') styles.set(attribute('styleId') ?? '', style);
    } else if (style === null || path.at(1) !== 'style') return;
    else if (name === 'name' && path.length === 2) style.name = attribute('val') ?? style.name;
    else if (name === 'basedOn') style.basedOn = attribute('val') ?? null;
    else if (name === 'numId') style.numId = attribute('val') ?? null;
    else if (name === 'ilvl') style.level = Number(attribute('val'));
  });
  return styles;
}

/**
 * @param {string | null} xml
 * @returns {Numbering}
 */
export function readNumbering(xml) {
  /** @type {Numbering} */
  const numbering = { abstracts: new Map(), nums: new Map() };
  /** @type {Abstract | Num | null} */
  let holder = null;
  /** @type {Level | null} */
  let level = null;
  let overridden = 0;
  if (xml === null) return numbering;
  walk(xml, (name, attribute) => {
    const value = attribute('val') ?? '';
    if (name === 'abstractNum') {
      holder = { levels: new Map(), styleLink: null };
      numbering.abstracts.set(attribute('abstractNumId') ?? '', holder);
    } else if (name === 'num') {
      holder = { abstract: '', levels: new Map(), starts: new Map() };
      numbering.nums.set(attribute('numId') ?? '', holder);
    } else if (holder === null) return;
    else if (name === 'abstractNumId' && 'abstract' in holder) holder.abstract = value;
    else if (name === 'numStyleLink' && 'styleLink' in holder) holder.styleLink = value;
    else if (name === 'lvlOverride') overridden = Number(attribute('ilvl'));
    else if (name === 'startOverride' && 'starts' in holder) holder.starts.set(overridden, Number(value));
    else if (name === 'lvl') {
      level = { start: 1, format: 'decimal', text: '', style: null };
      holder.levels.set(Number(attribute('ilvl')), level);
    } else if (level === null) return;
    else if (name === 'start') level.start = Number(value);
    else if (name === 'numFmt') level.format = value;
    else if (name === 'lvlText') level.text = value;
    else if (name === 'pStyle') level.style = value;
  });
  return numbering;
}

/**
 * Counts through a document: each call is the next paragraph, and the answer is what Word prints before it. Lists of one
 * definition go on with one another's numbers unless they are told to start again; bullets are printed as signs.
 * @param {Numbering} numbering
 * @param {ReadonlyMap<string, Style>} styles
 */
export function labeller(numbering, styles) {
  /** @type {Map<string, (number | undefined)[]>} */
  const counters = new Map();
  /** @type {Set<string>} */
  const begun = new Set();
  /**
   * @param {string | null} styleId
   * @param {string | null} ownNum
   * @param {number | null} ownLevel
   */
  return (styleId, ownNum, ownLevel) => {
    const asked = ownNum === null ? byStyle(styles, styleId) : { numId: ownNum, level: ownLevel };
    const num = numbering.nums.get(asked?.numId ?? '');
    if (!asked || !num) return '';
    const abstractId = linked(numbering, styles, num.abstract);
    const levels = numbering.abstracts.get(abstractId)?.levels ?? new Map();
    const at = asked.level ?? ownLevel ?? levelOfStyle(levels, styleId);
    const levelAt = (/** @type {number} */ index) => num.levels.get(index) ?? levels.get(index);
    const level = levelAt(at);
    if (!level || !(at >= 0 && at < LEVELS)) return '';
    const values = counters.get(abstractId) ?? [];
    counters.set(abstractId, values);
    const restart = begun.has(`${asked.numId} ${at}`) ? undefined : num.starts.get(at);
    begun.add(`${asked.numId} ${at}`);
    const before = values[at];
    values[at] = restart ?? (before === undefined ? level.start : before + 1);
    values.length = at + 1;
    if (level.format === 'bullet') return bullet(level.text);
    if (level.format === 'none') return '';
    return level.text
      .replace(/%([1-9])/g, (/** @type {string} */ _, /** @type {string} */ digit) => {
        const index = Number(digit) - 1;
        const shown = levelAt(index);
        return shown ? printed(values[index] ?? shown.start, shown.format) : '';
      })
      .trim();
  };
}

/**
 * @param {ReadonlyMap<string, Style>} styles
 * @param {string | null} styleId
 */
function byStyle(styles, styleId) {
  let style = styles.get(styleId ?? '');
  for (let depth = 0; style && depth < 20; depth++) {
    if (style.numId !== null) return { numId: style.numId, level: style.level };
    style = styles.get(style.basedOn ?? '');
  }
  return undefined;
}

/**
 * A definition may only name the style that holds the real one.
 * @param {Numbering} numbering
 * @param {ReadonlyMap<string, Style>} styles
 * @param {string} abstractId
 */
function linked(numbering, styles, abstractId) {
  const link = numbering.abstracts.get(abstractId)?.styleLink;
  const num = link ? numbering.nums.get(styles.get(link)?.numId ?? '') : undefined;
  return num?.abstract ?? abstractId;
}

/**
 * @param {ReadonlyMap<number, Level>} levels
 * @param {string | null} styleId
 */
const levelOfStyle = (levels, styleId) =>
  styleId === null ? 0 : ([...levels].find(([, level]) => level.style === styleId)?.[0] ?? 0);

/** Signs of the fonts Symbol and Wingdings, which stand in private places of Unicode. */
const SIGNS = new Map([
  [0xf02d, '–'],
  [0xf0a7, '▪'],
  [0xf0d8, '➢'],
  [0xf0fc, '✓'],
  [0x6f, '◦'],
  [0xa7, '▪'],
]);

/** @param {string} text */
export function bullet(text) {
  const code = text.codePointAt(0);
  if (code === undefined) return '';
  return SIGNS.get(code) ?? (code >= 0xe000 && code <= 0xf8ff ? '•' : text.trim());
}

const RUSSIAN = [...'абвгдежзиклмнопрстуфхцчшщэюя'];
const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];
/** @type {readonly (readonly [number, string])[]} */
const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/**
 * @param {number} value
 * @param {string} format
 */
function printed(value, format) {
  if (value < 1 || value > 10_000) return String(value);
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (format === 'russianLower') return lettered(value, RUSSIAN);
  if (format === 'russianUpper') return lettered(value, RUSSIAN).toUpperCase();
  if (format === 'lowerLetter') return lettered(value, LATIN);
  if (format === 'upperLetter') return lettered(value, LATIN).toUpperCase();
  if (format === 'lowerRoman') return roman(value);
  if (format === 'upperRoman') return roman(value).toUpperCase();
  return String(value);
}

/**
 * After the last letter Word doubles them: аа, бб.
 * @param {number} value
 * @param {readonly string[]} letters
 */
const lettered = (value, letters) =>
  (letters[(value - 1) % letters.length] ?? '').repeat(Math.min(9, Math.ceil(value / letters.length)));

/** @param {number} value */
function roman(value) {
  let rest = value;
  let text = '';
  for (const [size, sign] of ROMAN) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
}
