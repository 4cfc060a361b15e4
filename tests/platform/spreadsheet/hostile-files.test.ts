import { describe, expect, test } from 'vitest';
import { detectFormat } from '@/lib/platform/spreadsheet/detect-format';
import { readTable } from '@/lib/platform/spreadsheet/read-table';
import { READ_FAULT_WORDS } from '@/lib/platform/spreadsheet/words';
import { bookEntries, buildZip } from './build-zip';
import { book, GIGABYTE, HOSTILE } from './hostile-corpus';

describe('a file that could harm the portal is refused with a sentence', () => {
  test.each(HOSTILE)('%s', async (_, bytes, fault, code) => {
    await expect(readTable(bytes, { fileName: 'список.xlsx' })).rejects.toMatchObject({
      name: 'Refusal',
      code,
      message: READ_FAULT_WORDS[fault],
    });
  });

  test('a bomb is refused from its directory, before anything is inflated', () => {
    const bomb = buildZip([
      ...book,
      { name: 'xl/media/image1.png', body: new Uint8Array(2 ** 20), claimedSize: GIGABYTE },
    ]);
    expect(() => detectFormat(bomb)).toThrow(READ_FAULT_WORDS.inflates);
  });

  test('a file that takes too long is given up', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
    );
    const slow = readTable(buildZip(bookEntries(rows.join(''))), { fileName: 'x.xlsx', timeoutMs: 1 });
    await expect(slow).rejects.toMatchObject({ code: 'too-large', message: READ_FAULT_WORDS['too-slow'] });
  });

  test('two cells at opposite corners of a sheet do not eat the memory', async () => {
    const corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    await expect(readTable(buildZip(bookEntries(corners)), { fileName: 'x.xlsx' })).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});
