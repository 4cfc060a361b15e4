import type { ReadFault } from '@/lib/platform/spreadsheet/words';
import { bookEntries, buildZip } from './build-zip';

const ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>Код</t></is></c></row>';
export const book = bookEntries(ROW);
export const GIGABYTE = 2 ** 30;
const text = (value: string) => new TextEncoder().encode(value);
const whole = buildZip(book);

/** Files of an attacker or of bad luck, with the fault each must end in: every reader of the portal refuses them. */
export const HOSTILE: readonly (readonly [string, Uint8Array, ReadFault, 'invalid' | 'too-large'])[] = [
  [
    'a page of zeros that inflates to a gigabyte',
    buildZip([...book, { name: 'xl/media/image1.png', body: new Uint8Array(2 ** 20), claimedSize: GIGABYTE }]),
    'inflates',
    'too-large',
  ],
  [
    'a part denser than any sheet',
    buildZip([...book, { name: 'xl/x.xml', body: new Uint8Array(8 * 2 ** 20) }]),
    'inflates',
    'too-large',
  ],
  [
    'many parts that are too large together',
    buildZip([
      ...book,
      ...Array.from({ length: 60 }, (_, index) => ({ name: `xl/${index}`, body: '', claimedSize: 4 * 2 ** 20 })),
    ]),
    'inflates',
    'too-large',
  ],
  [
    'a directory that hides the real size',
    buildZip([...book, { name: 'xl/x.xml', body: new Uint8Array(2 ** 20), claimedSize: 100 }]),
    'inflates',
    'too-large',
  ],
  [
    'thousands of parts',
    buildZip([...book, ...Array.from({ length: 2_100 }, (_, index) => ({ name: `xl/${index}`, body: '' }))]),
    'parts',
    'too-large',
  ],
  ['a name that climbs out', buildZip([...book, { name: 'xl/../../etc/passwd', body: 'x' }]), 'names', 'invalid'],
  ['an absolute name', buildZip([...book, { name: '/etc/passwd', body: 'x' }]), 'names', 'invalid'],
  ['a name of a Windows drive', buildZip([...book, { name: 'C:\\x', body: 'x' }]), 'names', 'invalid'],
  ['the same name twice', buildZip([...book, ...book]), 'names', 'invalid'],
  ['a document type with entities', buildZip(bookEntries(ROW, '<!DOCTYPE x [<!ENTITY a "ha">]>')), 'dtd', 'invalid'],
  ['macros', buildZip([...book, { name: 'xl/vbaProject.bin', body: 'x' }]), 'macro', 'invalid'],
  [
    'an encrypted part',
    buildZip([...book, { name: 'xl/secret.xml', body: 'x', isEncrypted: true }]),
    'encrypted',
    'invalid',
  ],
  ['a truncated archive', whole.subarray(0, whole.length - 200), 'broken', 'invalid'],
  ['an archive that is no table', buildZip([{ name: 'word/document.xml', body: '<x/>' }]), 'not-a-table', 'invalid'],
  ['a book without its parts', buildZip([{ name: 'xl/workbook.xml', body: '<x/>' }]), 'broken', 'invalid'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'not-a-table', 'invalid'],
  ['a PDF', text('%PDF-1.7'), 'not-a-table', 'invalid'],
  ['a web page named xls', text('<html><table><tr><td>Код</td></tr></table></html>'), 'web-page', 'invalid'],
  ['nothing', new Uint8Array(0), 'empty', 'invalid'],
  ['more than 20 MB', new Uint8Array(20 * 2 ** 20 + 1), 'file-too-large', 'too-large'],
];
