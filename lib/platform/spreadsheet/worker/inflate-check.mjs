// @ts-check
import { inflateRawSync } from 'node:zlib';
import { Fault } from './fault.mjs';

const LOCAL = 0x04034b50;
const FORBIDDEN = ['<!DOCTYPE', '<!ENTITY'].flatMap((text) => {
  const wide = Buffer.from(text, 'utf16le');
  return [Buffer.from(text), wide, Buffer.from(wide).swap16()];
});

/**
 * The directory may lie, so each part is inflated once, no further than declared, before any parser sees it; XML that
 * defines entities is refused (security rule 13).
 * @param {Uint8Array} bytes
 * @param {readonly { name: string, method: number, packed: number, size: number, offset: number }[]} parts
 */
export function checkParts(bytes, parts) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const part of parts) {
    const body = inflate(file, part);
    if (body.length !== part.size) throw new Fault('broken');
    if (/\.(xml|rels|rdf|vml)$/i.test(part.name) && FORBIDDEN.some((text) => body.includes(text)))
      throw new Fault('dtd');
  }
}

/**
 * One part of an archive that has passed `checkParts`.
 * @param {Uint8Array} bytes
 * @param {{ method: number, packed: number, size: number, offset: number }} part
 */
export const inflatePart = (bytes, part) =>
  inflate(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), part);

/**
 * @param {Buffer} file
 * @param {{ method: number, packed: number, size: number, offset: number }} part
 */
function inflate(file, part) {
  if (part.offset + 30 > file.length || file.readUInt32LE(part.offset) !== LOCAL) throw new Fault('broken');
  const start = part.offset + 30 + file.readUInt16LE(part.offset + 26) + file.readUInt16LE(part.offset + 28);
  const packed = file.subarray(start, start + part.packed);
  if (packed.length !== part.packed) throw new Fault('broken');
  if (part.method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, part.size) });
  } catch (error) {
    throw new Fault(
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'inflates' : 'broken',
    );
  }
}
