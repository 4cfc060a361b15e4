// @ts-check

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERR!|ERR:\d+|SPILL!|CALC!)$/i;
const ZEROS = /^0{2,20}$/;

/** @param {unknown} value */
export const isErrorCell = (value) => typeof value === 'string' && ERROR.test(value);

/**
 * A cell as text: numbers with a point and no grouping, dates as ISO, times as HH:MM, a number shown by the format
 * `0000` with its leading zeros.
 * @param {unknown} value
 * @param {string | undefined} format
 */
export function cellText(value, format) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'ИСТИНА' : 'ЛОЖЬ';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return '';
  if (!Number.isInteger(value)) return String(Number(value.toPrecision(15)));
  const digits = BigInt(value).toString();
  return format && ZEROS.test(format) ? digits.padStart(format.length, '0') : digits;
}

/** @param {Date} date */
function dateText(date) {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  const time = iso.slice(11, 16);
  if (date.getUTCFullYear() < 1900) return time;
  return time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)}T${time}`;
}
