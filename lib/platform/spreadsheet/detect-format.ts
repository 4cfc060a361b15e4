import { readRefusal } from '@/lib/platform/spreadsheet/read-refusal';
import type { SheetFormat } from '@/lib/platform/spreadsheet/table';
import { guardZip } from '@/lib/platform/spreadsheet/zip-directory';

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** PDF, RTF, PNG, JPEG, GIF, gzip, RAR, 7z, an executable. */
const FOREIGN = [
  [0x25, 0x50, 0x44, 0x46],
  [0x7b, 0x5c, 0x72, 0x74],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x4d, 0x5a],
];

/** Decides by content, never by name, and refuses what is not a table. An archive has passed `guardZip` afterwards. */
export function detectFormat(bytes: Uint8Array): SheetFormat {
  if (bytes.length === 0) throw readRefusal('empty');
  if (startsWith(bytes, ZIP)) return detectZip(bytes);
  if (startsWith(bytes, OLE)) return detectOle(bytes);
  if (FOREIGN.some((magic) => startsWith(bytes, magic))) throw readRefusal('not-a-table');
  return detectText(bytes);
}

function detectZip(bytes: Uint8Array): SheetFormat {
  const names = new Set(guardZip(bytes).map((part) => part.name));
  if (names.has('xl/workbook.bin')) throw readRefusal('binary');
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('content.xml') && names.has('mimetype')) return 'ods';
  throw readRefusal('not-a-table');
}

/** Names of streams stand in the directory of the container as UTF-16. */
function detectOle(bytes: Uint8Array): SheetFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) throw readRefusal('encrypted');
  if (holds('_VBA_PROJECT')) throw readRefusal('macro');
  if (holds('Workbook')) return 'xls';
  if (holds('Book')) throw readRefusal('old-xls');
  throw readRefusal('not-a-table');
}

function detectText(bytes: Uint8Array): SheetFormat {
  const isWide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || looksWide(bytes);
  const head = bytes.subarray(0, 4_096);
  if (!isWide && head.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1a].includes(byte)))
    throw readRefusal('not-a-table');
  const text = new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(head).replace(/^[\s\uFEFF]+|^ï»¿/, '');
  if (/^<(\?xml|!doctype|html|head|table|meta|style)/i.test(text)) throw readRefusal('web-page');
  return 'csv';
}

/** UTF-16 without a mark: delimiters and line ends leave a zero in every second byte. */
export function looksWide(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 512);
  const zeros = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  return zeros > 0 && zeros * 20 >= head.length && head.every((byte, index) => byte !== 0 || index % 2 === 1);
}
