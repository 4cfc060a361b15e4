import { describe, expect, it } from 'vitest';
import { readWordFile } from '@/lib/platform/word/read-word-file';
import { readWordTables } from '@/lib/platform/word/read-word-tables';
import type { WordBlock, WordTable } from '@/lib/platform/word/word-document';
import { type WordDocument, writeWord } from '@/lib/platform/word/write-word';
import { docxEntries, docxOf } from '../roadmaps/build-seed-docx';
import { buildZip } from './spreadsheet/build-zip';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function blocksOf(bytes: Uint8Array): readonly WordBlock[] {
  const reading = readWordTables(bytes);
  if (!reading.ok) throw new Error(reading.fault);
  return reading.blocks;
}
const textsOf = (body: string, lists?: string) =>
  blocksOf(docxOf(body, lists)).flatMap((block) => (block.kind === 'paragraph' ? block.text : []));
function tableOf(body: string): WordTable {
  const table = blocksOf(docxOf(body)).find((block) => block.kind === 'table');
  if (!table) throw new Error('no table');
  return table;
}

const r = (words: string, settings = '') =>
  `<w:r><w:rPr>${settings}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const p = (words: string, settings = '') => `<w:p><w:pPr>${settings}</w:pPr>${r(words)}</w:p>`;
const numbered = (words: string, num: number, level = 0) =>
  p(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`);
const tc = (words: string, settings = '') =>
  `<w:tc><w:tcPr>${settings}</w:tcPr>${words === '' ? '<w:p/>' : p(words)}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const grid = ({ rows }: WordTable) => rows.map(({ cells }) => cells.map(({ text, covered }) => [text, covered]));

describe('a paragraph is read as it is printed', () => {
  it.each([
    ['runs that part a word', `<w:p>${r('Меро')}${r('приятия')}</w:p>`, ['Мероприятия']],
    [
      'soft hyphens of both kinds',
      '<w:p><w:r><w:t>меро\u00adпри</w:t><w:softHyphen/><w:t>ятия</w:t></w:r></w:p>',
      ['мероприятия'],
    ],
    [
      'breaks and tabs',
      '<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>Март</w:t><w:br/><w:t>Май</w:t></w:r></w:p>',
      ['1.\tМарт\nМай'],
    ],
    ['spaces of all kinds', p('  в \u00a0 течение   года '), ['в течение года']],
    [
      'a hyphen that does not break',
      '<w:p><w:r><w:t>учебно</w:t><w:noBreakHyphen/><w:t>методический</w:t></w:r></w:p>',
      ['учебно-методический'],
    ],
    ['signs that XML shields', p('&lt;А&gt; &amp; &#171;Б&#xBB;'), ['<А> & «Б»']],
    [
      'inserted text, without what was deleted',
      `<w:p><w:ins>${r('стало')}</w:ins><w:del><w:r><w:delText>было</w:delText></w:r></w:del><w:moveFrom>${r('ушло')}</w:moveFrom></w:p>`,
      ['стало'],
    ],
    [
      'no hidden text',
      `<w:p>${r('видно')}${r('скрыто', '<w:vanish/>')}${r('!', '<w:vanish w:val="0"/>')}</w:p>`,
      ['видно!'],
    ],
    [
      'a field by what it shows',
      '<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr="X"><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>',
      ['7'],
    ],
    [
      'a comment and a CDATA section of XML',
      '<w:p><w:r><w:t><!-- нет --><![CDATA[a<b&c]]></w:t></w:r></w:p>',
      ['a<b&c'],
    ],
    ['nothing where there is nothing', '<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>', []],
  ])('%s', (_, body, texts) => {
    expect(textsOf(body)).toEqual(texts);
  });

  it('tells its style by the name that people see, and whether it is bold', () => {
    const [block] = blocksOf(docxOf(`<w:p><w:pPr><w:pStyle w:val="a5"/></w:pPr>${r('Жирно', '<w:b/>')}</w:p>`));
    expect(block).toMatchObject({ lines: [{ style: 'Номер строки', isBold: true, isBreak: false }] });
  });

  it('takes a text box once, though it is told twice', () => {
    const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
    const body = `<w:p><w:r><mc:AlternateContent ${mc}><mc:Choice>${p('Рамка')}</mc:Choice><mc:Fallback>${p('Рамка')}</mc:Fallback></mc:AlternateContent></w:r>${r('Абзац')}</w:p>`;
    expect(textsOf(body)).toEqual(['Рамка', 'Абзац']);
  });

  it('reads WordprocessingML under any prefix and in its strict dialect', () => {
    for (const [namespace, prefix] of [
      [W, 'word:'],
      [W, ''],
      ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
    ] as const) {
      const xmlns = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
      const body = '<document><body><p><r><t>Да</t></r></p></body></document>'
        .replace(/<(\/?)(\w)/g, `<$1${prefix}$2`)
        .replace('>', ` ${xmlns}="${namespace}">`);
      expect(blocksOf(buildZip([{ name: 'word/document.xml', body }]))).toMatchObject([{ text: 'Да' }]);
    }
  });
});

describe('automatic numbers are written out', () => {
  const level = (ilvl: number, format: string, words: string, start = 1) =>
    `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${words}"/></w:lvl>`;
  const lists = (levels: string, nums: string) =>
    `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}</w:numbering>`;
  const num = (id: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${more}</w:num>`;
  const startAt = (value: number) => `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${value}"/></w:lvlOverride>`;

  it('counts levels, and begins the lower ones anew', () => {
    const levels = level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2.') + level(2, 'russianLower', '%3)');
    const body = [0, 1, 1, 2, 2, 0, 1].map((at) => numbered('–', 1, at)).join('');
    expect(textsOf(body, lists(levels, num(1)))).toEqual([
      '1. –',
      '1.1. –',
      '1.2. –',
      'а) –',
      'б) –',
      '2. –',
      '2.1. –',
    ]);
  });

  it('goes on through lists of one definition until a list says where it starts', () => {
    const body = [1, 2, 3, 3].map((id) => numbered('–', id)).join('');
    const nums = num(1) + num(2) + num(3, startAt(6));
    expect(textsOf(body, lists(level(0, 'decimal', '%1.'), nums))).toEqual(['1. –', '2. –', '6. –', '7. –']);
  });

  it.each([
    ['upperRoman', '%1', 4, 'IV'],
    ['lowerLetter', '%1)', 3, 'c)'],
    ['russianUpper', '%1.', 8, 'З.'],
    ['decimalZero', '%1', 7, '07'],
    ['bullet', '\uf0b7', 1, '•'],
    ['bullet', '\uf02d', 1, '–'],
    ['none', '', 1, ''],
  ])('%s %s', (format, words, start, label) => {
    const [line] = textsOf(numbered('слово', 1), lists(level(0, format, words, start), num(1)));
    expect(line).toBe(`${label} слово`.trim());
  });

  it('follows a style to its list, and a number in an empty cell is its text', () => {
    const cell = '<w:tc><w:p><w:pPr><w:pStyle w:val="a6"/></w:pPr></w:p></w:tc>';
    expect(grid(tableOf(tbl(tr(cell), tr(cell))))).toEqual([[['1', null]], [['2', null]]]);
  });
});

describe('merged cells are laid out as a grid', () => {
  it('across and down', () => {
    const table = tableOf(
      tbl(
        tr(tc('А', '<w:gridSpan w:val="2"/>'), tc('Б', '<w:vMerge w:val="restart"/>')),
        tr(tc('В'), tc('Г'), tc('', '<w:vMerge/>')),
      ),
    );
    expect(grid(table)).toEqual([
      [
        ['А', null],
        ['А', 'left'],
        ['Б', null],
      ],
      [
        ['В', null],
        ['Г', null],
        ['Б', 'above'],
      ],
    ]);
    expect(table.rows[0]?.cells[2]).toMatchObject({ rowSpan: 2, columnSpan: 1 });
  });

  it('in the old way of merging across, with rows that are shorter, shifted or deleted', () => {
    const table = tableOf(
      tbl(
        tr(tc('А', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('Б')),
        `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('В')}</w:tr>`,
        `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('Г')}</w:tr>`,
      ),
    );
    expect(grid(table)).toEqual([
      [
        ['А', null],
        ['А', 'left'],
        ['Б', null],
      ],
      [
        ['', null],
        ['В', null],
        ['', null],
      ],
    ]);
  });

  it('a cell that goes on from nowhere stands for itself', () => {
    expect(grid(tableOf(tbl(tr(tc('А', '<w:vMerge/>')), tr(tc('Б')))))).toEqual([[['А', null]], [['Б', null]]]);
  });

  it('a table inside a cell becomes lines of the cell, and header rows are told', () => {
    const inner = tbl(tr(tc('внутри'), tc('рядом')));
    const table = tableOf(
      tbl(`<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>${p('до')}${inner}${p('после')}</w:tc></w:tr>`),
    );
    expect(table.rows[0]).toMatchObject({ isHeader: true, cells: [{ text: 'до\nвнутри\nрядом\nпосле' }] });
  });
});

describe('what the portal writes', () => {
  const parts: WordDocument['parts'] = [
    { kind: 'paragraph', look: 'approval', text: 'УТВЕРЖДЕНА\nприказом' },
    {
      kind: 'table',
      widths: [1, 3],
      header: ['№', 'Что'],
      rows: [
        [{ text: '1.\tРаздел', span: 2, look: 'heading-1' }],
        [{ text: '1' }, { text: 'Два\nряда & <ещё>', look: 'row' }],
      ],
    },
  ];

  it('is read back, in a thread as well', async () => {
    const bytes = await writeWord({ title: 'План', page: 'landscape', parts });
    const reading = await readWordFile(bytes);
    expect(reading).toEqual(readWordTables(bytes));
    const [approval, table] = reading.ok ? reading.blocks : [];
    expect(approval).toMatchObject({ text: 'УТВЕРЖДЕНА\nприказом' });
    expect(table?.kind === 'table' && grid(table)).toEqual([
      [
        ['№', null],
        ['Что', null],
      ],
      [
        ['1.\tРаздел', null],
        ['1.\tРаздел', 'left'],
      ],
      [
        ['1', null],
        ['Два\nряда & <ещё>', null],
      ],
    ]);
    expect(table?.kind === 'table' && table.rows.map(({ isHeader }) => isHeader)).toEqual([true, false, false]);
    expect(table?.kind === 'table' && table.rows[2]?.cells[1]?.style).toBe('Строка таблицы');
  });

  it('is the same bytes for the same document', async () => {
    const make = () => writeWord({ title: 'План', page: 'portrait', parts });
    expect(await make()).toEqual(await make());
  });
});

it('reads a document without styles and lists', () => {
  const entries = docxEntries(p('Да')).filter(({ name }) => !/styles|numbering/.test(name));
  expect(blocksOf(buildZip(entries))).toMatchObject([{ text: 'Да' }]);
});
