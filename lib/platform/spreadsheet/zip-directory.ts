import { readRefusal } from '@/lib/platform/spreadsheet/read-refusal';

export type ZipPart = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  /** Inflated size as declared; the reading worker inflates no further than this. */
  readonly size: number;
  /** Where its local header starts. */
  readonly offset: number;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

const PARTS_MAX = 2_000;
const INFLATED_MAX = 192 * 2 ** 20;
/** Sheets of real lists inflate 10 to 60 times; a page of zeros about 1,000 times. Small parts may do as they like. */
const RATIO_MAX = 250;
const RATIO_FREE = 4 * 2 ** 20;

/**
 * Reads only the central directory (a few kilobytes at the end), so a bomb is refused in a millisecond and nothing of
 * it is inflated. Refuses: a broken or spanned archive, ZIP64, encryption, unknown methods, doubled, absolute or
 * climbing names, too many parts, too large in total, too dense, macros (security rule 13).
 */
export function guardZip(bytes: Uint8Array): readonly ZipPart[] {
  const parts = readDirectory(bytes);
  if (parts.some((part) => !isSafeName(part.name)) || new Set(parts.map((part) => part.name)).size !== parts.length)
    throw readRefusal('names');
  if (parts.some((part) => part.method !== STORED && part.method !== DEFLATED)) throw readRefusal('broken');
  if (parts.reduce((sum, part) => sum + part.size, 0) > INFLATED_MAX || parts.some(isTooDense))
    throw readRefusal('inflates');
  if (parts.some((part) => /vbaProject|^Basic\/|^Scripts\//i.test(part.name))) throw readRefusal('macro');
  return parts;
}

const isTooDense = (part: ZipPart) => part.size > RATIO_FREE && part.size > part.packed * RATIO_MAX;

const isSafeName = (name: string) =>
  name !== '' &&
  name.length <= 512 &&
  !/^[/\\]|^[a-z]:|\\|\0/i.test(name) &&
  !name.split('/').some((segment) => segment === '..' || segment === '.');

function readDirectory(bytes: Uint8Array): ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const isSpanned = view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count;
  if (isSpanned || count === 0xffff || start + size > end) throw readRefusal('broken');
  if (count > PARTS_MAX) throw readRefusal('parts');
  const names = new TextDecoder();
  const parts: ZipPart[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) throw readRefusal('broken');
    if ((view.getUint16(at + 8, true) & 1) === 1) throw readRefusal('encrypted');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw readRefusal('broken');
    const packed = view.getUint32(at + 20, true);
    if (packed > bytes.length) throw readRefusal('broken');
    parts.push({
      name: names.decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)),
      method: view.getUint16(at + 10, true),
      packed,
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return parts;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  throw readRefusal('broken');
}
