import { Refusal } from '@/lib/kernel/refusal';
import { READ_FAULT_WORDS } from '@/lib/platform/spreadsheet/words';
import { guardZip, type ZipPart } from '@/lib/platform/spreadsheet/zip-directory';
import { isWordFault, type WordFault } from '@/lib/platform/word/words';

const FILE_MAX = 20 * 2 ** 20;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

/**
 * Decides by content whether the bytes are a docx that may be opened: size, then the directory of the archive, of which
 * nothing is inflated yet. Gives the parts, or the fault.
 */
export function guardWord(bytes: Uint8Array): readonly ZipPart[] | WordFault {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > FILE_MAX) return 'file-too-large';
  if (startsWith(bytes, OLE)) return oleFault(bytes);
  if (!startsWith(bytes, [0x50, 0x4b])) return 'not-word';
  try {
    const parts = guardZip(bytes);
    const names = new Set(parts.map((part) => part.name));
    if (names.has('word/document.xml')) return parts;
    return names.has('content.xml') && names.has('mimetype') && !names.has('xl/workbook.xml')
      ? 'open-document'
      : 'not-word';
  } catch (error) {
    return faultOf(error);
  }
}

/** Names of streams stand in the directory of the container as UTF-16. */
function oleFault(bytes: Uint8Array): WordFault {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  return holds('WordDocument') ? 'old-word' : 'not-word';
}

/** The guard of archives speaks in the words of spreadsheets; the same faults have words of their own here. */
function faultOf(error: unknown): WordFault {
  if (!(error instanceof Refusal)) throw error;
  const found = Object.entries(READ_FAULT_WORDS).find(([, words]) => words === error.message)?.[0] ?? '';
  return isWordFault(found) ? found : 'broken';
}
