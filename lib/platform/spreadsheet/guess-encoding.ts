import { isUtf8 } from 'node:buffer';
import { looksWide } from '@/lib/platform/spreadsheet/detect-format';
import type { Encoding } from '@/lib/platform/spreadsheet/table';

/**
 * Marks first, then strict utf-8, then windows-1251, which accepts any bytes: charset detectors fail on short files,
 * so the last step is a guess that the person can change.
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (looksWide(bytes)) return 'utf-16le';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1251';
}
