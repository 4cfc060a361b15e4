import { describe, expect, it } from 'vitest';
import { readWordFile } from '@/lib/platform/word/read-word-file';
import { readWordTables } from '@/lib/platform/word/read-word-tables';
import { WORD_FAULT_WORDS, type WordFault } from '@/lib/platform/word/words';
import { docxEntries, docxOf, wordDocument } from '../roadmaps/build-seed-docx';
import { bookEntries, buildZip } from './spreadsheet/build-zip';

const P = '<w:p><w:r><w:t>Мероприятие</w:t></w:r></w:p>';
const docx = docxEntries(P);
const whole = buildZip(docx);
const GIGABYTE = 2 ** 30;
const text = (value: string) => new TextEncoder().encode(value);
const ole = (stream: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(512),
    ]),
  );
/** The archive with another main part. */
const withDocument = (body: string | Uint8Array, claimedSize?: number) =>
  buildZip(
    docx.map((entry) =>
      entry.name === 'word/document.xml' ? { ...entry, body, ...(claimedSize ? { claimedSize } : {}) } : entry,
    ),
  );
const before = (prologue: string) => withDocument(wordDocument(P).replace('?>', `?>${prologue}`));
const cell = (inside: string, settings = '') =>
  `<w:tbl><w:tr><w:tc><w:tcPr>${settings}</w:tcPr>${inside}</w:tc></w:tr></w:tbl>`;

/** Files of an attacker or of bad luck, with the fault each must end in. */
const HOSTILE: readonly (readonly [string, Uint8Array, WordFault])[] = [
  ['nothing', new Uint8Array(0), 'empty'],
  ['more than 20 MB', new Uint8Array(20 * 2 ** 20 + 1), 'file-too-large'],
  ['plain text', text('Мероприятие;Срок'), 'not-word'],
  ['a PDF', text('%PDF-1.7'), 'not-word'],
  ['RTF', text('{\\rtf1 Мероприятие}'), 'not-word'],
  ['a web page named docx', text('<html><table><tr><td>Срок</td></tr></table></html>'), 'not-word'],
  ['a book of Excel', buildZip(bookEntries('')), 'not-word'],
  [
    'an OpenDocument text',
    buildZip([
      { name: 'mimetype', body: 'x' },
      { name: 'content.xml', body: '<x/>' },
    ]),
    'open-document',
  ],
  ['a doc of Word 97', ole('WordDocument'), 'old-word'],
  ['a document under a password', ole('EncryptedPackage'), 'encrypted'],
  ['another container of OLE', ole('Contents'), 'not-word'],
  ['an encrypted part', buildZip([...docx, { name: 'word/x.xml', body: 'x', isEncrypted: true }]), 'encrypted'],
  ['macros', buildZip([...docx, { name: 'word/vbaProject.bin', body: 'x' }]), 'macro'],
  ['a truncated archive', whole.subarray(0, whole.length - 100), 'broken'],
  [
    'a picture that inflates to a gigabyte',
    buildZip([...docx, { name: 'word/media/1.png', body: new Uint8Array(2 ** 20), claimedSize: GIGABYTE }]),
    'inflates',
  ],
  ['a bomb in the text itself', withDocument(new Uint8Array(8 * 2 ** 20)), 'inflates'],
  ['a directory that hides the real size', withDocument(`${wordDocument(P)}${' '.repeat(2 ** 20)}`, 100), 'inflates'],
  ['a directory that claims more than there is', withDocument(wordDocument(P), 5000), 'broken'],
  [
    'more text than anybody writes',
    withDocument(wordDocument(Array.from({ length: 900_000 }, (_, n) => P.replace('Мероприятие', `${n}`)).join(''))),
    'inflates',
  ],
  [
    'thousands of parts',
    buildZip([...docx, ...Array.from({ length: 2100 }, (_, n) => ({ name: `word/${n}`, body: '' }))]),
    'parts',
  ],
  ['a name that climbs out', buildZip([...docx, { name: 'word/../../etc/passwd', body: 'x' }]), 'names'],
  ['the same part twice', buildZip([...docx, ...docx]), 'names'],
  ['a document type with entities', before('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'), 'dtd'],
  ['an external document type', before('<!DOCTYPE x SYSTEM "http://localhost/x">'), 'dtd'],
  ['an entity that nobody defined', withDocument(wordDocument('<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>')), 'dtd'],
  ['a document type in the lists', docxOf(P, '<!DOCTYPE x [<!ENTITY a "b">]><x/>'), 'dtd'],
  ['XML in disorder', withDocument(wordDocument('<w:p><w:r></w:p></w:r>')), 'broken'],
  ['XML that does not end', withDocument(wordDocument(P).slice(0, -20)), 'broken'],
  ['a tag that does not end', withDocument(`${wordDocument(P)}<w:p`), 'broken'],
  ['another kind of XML', withDocument('<html xmlns="http://www.w3.org/1999/xhtml"><p>x</p></html>'), 'broken'],
  ['text that is no utf-8', withDocument(Buffer.concat([Buffer.from(wordDocument(P)), Buffer.from([0xff])])), 'broken'],
  [
    'elements nested without end',
    withDocument(wordDocument('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000))),
    'broken',
  ],
  ['a cell with a book in it', docxOf(cell(`<w:p><w:r><w:t>${'слово '.repeat(4000)}</w:t></w:r></w:p>`)), 'long-cell'],
  ['a cell with a book in paragraphs', docxOf(cell(P.repeat(2000))), 'long-cell'],
  ['a cell over a million columns', docxOf(cell(P, '<w:gridSpan w:val="999999"/>')), 'too-many-cells'],
  [
    'rows that begin far to the right',
    docxOf(cell(P).replace('<w:tr>', '<w:tr><w:trPr><w:gridBefore w:val="900000"/></w:trPr>')),
    'too-many-cells',
  ],
  [
    'hundreds of thousands of cells',
    docxOf(`<w:tbl>${`<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(60)}</w:tr>`.repeat(1700)}</w:tbl>`),
    'too-many-cells',
  ],
];

describe('a document that could harm the portal is refused with a sentence', () => {
  it.each(HOSTILE)('%s', async (_, bytes, fault) => {
    expect(readWordTables(bytes)).toEqual({ ok: false, fault });
    expect(await readWordFile(bytes)).toEqual({ ok: false, fault });
    expect(WORD_FAULT_WORDS[fault]).toMatch(/^[А-ЯЁ].*[.]$/);
  });

  it('is given up when it takes too long', async () => {
    const slow = docxOf(`<w:tbl>${`<w:tr>${`<w:tc>${P}</w:tc>`.repeat(20)}</w:tr>`.repeat(2000)}</w:tbl>`);
    expect(await readWordFile(slow, 1)).toEqual({ ok: false, fault: 'too-slow' });
  });

  it('is read in a moment where it is merely odd: attributes without end, thousands of runs', () => {
    const attributes = `<w:p ${'a'.repeat(200_000)}><w:r><w:t>Да</w:t></w:r></w:p>`;
    const runs = `<w:p>${'<w:r><w:t>а</w:t></w:r>'.repeat(100_000)}</w:p>`;
    const started = performance.now();
    expect(readWordTables(docxOf(attributes + runs))).toMatchObject({ ok: true, blocks: [{ text: 'Да' }, {}] });
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
