import { CITY_HEADER, CITY_RISKS, CITY_ROWS, CITY_TITLE } from '@/tests/fixtures/roadmaps/city-plan';
import {
  DISTRICT_APPROVAL,
  DISTRICT_ROWS,
  DISTRICT_STAFF,
  DISTRICT_TITLE,
} from '@/tests/fixtures/roadmaps/district-plan';
import { buildZip } from '../platform/spreadsheet/build-zip';

/**
 * Documents of the two roadmaps as Word leaves them after years of editing, written by hand and not by our own writer: runs
 * broken inside words, soft hyphens, automatic numbers, borders that are a little off, revisions, text boxes.
 */
const OFFICE = 'http://schemas.openxmlformats.org';
const NAMESPACES = `xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:mc="${OFFICE}/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="${OFFICE}/drawingml/2006/main"`;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const text = (part: string) => `<w:t xml:space="preserve">${escaped(part)}</w:t>`;

/** Runs of nine letters with other settings in turn; a soft hyphen of each kind where a long word allows one. */
function runs(words: string): string {
  const hyphenated = words.replace(/(\p{L}{6})(?=\p{L}{6})/u, '$1\u00ad');
  return (hyphenated.match(/.{1,9}/gsu) ?? [])
    .map((part, index) => {
      const settings = index % 2 === 0 ? '<w:rPr><w:lang w:val="ru-RU"/></w:rPr>' : '';
      const tail = index % 5 === 3 && /\p{L}$/u.test(part) ? '<w:softHyphen/>' : '';
      return `<w:r w:rsidR="00A1">${settings}${text(part)}${tail}</w:r><w:proofErr w:type="spellStart"/>`;
    })
    .join('');
}

type Look = { readonly num?: readonly [id: number, level: number]; readonly style?: string; readonly isBold?: boolean };

function p(words: string, { num, style }: Look = {}): string {
  const list = num ? `<w:numPr><w:ilvl w:val="${num[1]}"/><w:numId w:val="${num[0]}"/></w:numPr>` : '';
  const named = style ? `<w:pStyle w:val="${style}"/>` : '';
  return `<w:p w:rsidR="00A1"><w:pPr>${named}${list}<w:tabs><w:tab w:val="left" w:pos="700"/></w:tabs></w:pPr>${runs(words)}</w:p>`;
}

const tc = (inside: string, settings = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${settings}</w:tcPr>${inside}</w:tc>`;
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const tr = (cells: string, settings = '') => `<w:tr w:rsidR="00A1"><w:trPr>${settings}</w:trPr>${cells}</w:tr>`;
const tbl = (widths: readonly number[], rows: string) =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="a3"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}<w:tblGridChange w:id="1"><w:tblGrid><w:gridCol w:w="99"/></w:tblGrid></w:tblGridChange></w:tblGrid>${rows}</w:tbl>`;
const paragraphs = (words: string) =>
  words === ''
    ? '<w:p/>'
    : words
        .split('\n')
        .map((line) => p(line))
        .join('<w:p/>');

const plainTable = (rows: readonly (readonly string[])[]) =>
  tbl(
    (rows[0] ?? []).map(() => 2400),
    rows.map((row) => tr(row.map((cell) => tc(paragraphs(cell))).join(''))).join(''),
  );

/** A text box, told twice: once for new readers and once for old ones. */
const textBox = (words: string) =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${p(words)}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(words)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

/** Words that a revision took away stand beside those that it put in. */
const revised = (was: string, is: string) =>
  `<w:p><w:del w:id="7" w:author="x"><w:r><w:delText>${escaped(was)}</w:delText></w:r></w:del><w:moveFrom w:id="8"><w:r>${text(was)}</w:r></w:moveFrom><w:ins w:id="9" w:author="x">${runs(is)}</w:ins><w:r><w:rPr><w:vanish/></w:rPr>${text('скрытая пометка')}</w:r></w:p>`;

const level = (ilvl: number, format: string, words: string) =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${words}"/></w:lvl>`;

/** 1: «1» through the table. 2: bullets. 10 and on: «1.», each list from the start that it is given. */
const numbering = (starts: readonly number[]) =>
  `${HEAD}<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}${level(1, 'bullet', '\uf0b7')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>${starts
    .map(
      (start, index) =>
        `<w:num w:numId="${10 + index}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
    )
    .join('')}</w:numbering>`;

const STYLES = `${HEAD}<w:styles ${NAMESPACES}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="a5"><w:name w:val="Номер строки"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="a6"><w:name w:val="Номер по центру"/><w:basedOn w:val="a5"/></w:style></w:styles>`;

const CONTENT_TYPES = `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['numbering', 'numbering'],
]
  .map(
    ([part, type]) =>
      `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
  )
  .join('')}</Types>`;

const relations = (targets: readonly (readonly [string, string])[]) =>
  `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;

export const wordDocument = (body: string) => `${HEAD}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;

/** The smallest archive that Word opens, around the body of a document. */
export const docxEntries = (body: string, lists = numbering([])) => [
  { name: '[Content_Types].xml', body: CONTENT_TYPES },
  { name: '_rels/.rels', body: relations([['officeDocument', 'word/document.xml']]) },
  {
    name: 'word/_rels/document.xml.rels',
    body: relations([
      ['styles', 'styles.xml'],
      ['numbering', 'numbering.xml'],
    ]),
  },
  { name: 'word/document.xml', body: wordDocument(body) },
  { name: 'word/styles.xml', body: STYLES },
  { name: 'word/numbering.xml', body: lists },
];

export const docxOf = (body: string, lists?: string): Uint8Array => buildZip(docxEntries(body, lists));

const LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>';

/**
 * Four columns. The numbers are automatic and come from a style; who answers is one cell down rows 1 to 8; the header is
 * repeated by hand between the two halves of row 13; the staff of the centre is another table of the same document.
 */
export function districtDocx(): Uint8Array {
  const [header = [], ...rows] = DISTRICT_ROWS;
  const headerRow = tr(header.map((cell) => tc(p(cell))).join(''), '<w:tblHeader/>');
  const body = rows.map(([number = '', measure = '', term = '', responsible = ''], index) => {
    const down = index === 0 ? '<w:vMerge w:val="restart"/>' : index < 8 ? '<w:vMerge/>' : '';
    const cells = [
      tc(number === '' ? '<w:p/>' : '<w:p><w:pPr><w:pStyle w:val="a6"/></w:pPr></w:p>'),
      tc(index === 4 ? revised('Выявление школ', measure) : paragraphs(measure)),
      tc(paragraphs(term)),
      tc(index > 0 && index < 8 ? '<w:p/>' : paragraphs(responsible), down),
    ];
    const row = tr(cells.join(''), '<w:cantSplit/>');
    return number === '' ? headerRow + row : row;
  });
  return docxOf(
    [
      ...DISTRICT_APPROVAL.map((line) => p(line)),
      '<w:p/>',
      textBox('Дорожная карта проекта'),
      ...DISTRICT_TITLE.slice(1).map((line) => p(line)),
      tbl([700, 7000, 2000, 4000], headerRow + body.join('')),
      p('Состав сотрудников'),
      plainTable(DISTRICT_STAFF),
      LANDSCAPE,
    ].join(''),
  );
}

/**
 * Six columns on a grid of eight, because the borders of rows are a little off. The title is the first row of the table,
 * headings are one cell each, numbers are automatic but for the typed «5», some lists have automatic bullets, and a table
 * of risks follows.
 */
export function cityDocx(): Uint8Array {
  const starts: number[] = [];
  const groups = CITY_ROWS.map((row) => {
    if (typeof row === 'string') return 0;
    const number = Number.parseInt(row[0] ?? '', 10);
    if (number === 1 || number === 6) starts.push(number);
    return starts.length - 1;
  });
  const whole = (words: readonly string[]) => tr(tc(words.map((line) => p(line)).join('<w:p/>'), span(8)));
  const shifted = [
    [1, 2, 1, 1, 1, 2],
    [1, 1, 2, 1, 1, 2],
    [1, 2, 1, 1, 2, 1],
  ] as const;
  const rows = CITY_ROWS.map((row, index) => {
    if (typeof row === 'string') return whole([row]);
    const spans = shifted[index % shifted.length] ?? shifted[0];
    const number = row[0] ?? '';
    const numberCell =
      number === '5'
        ? p('5')
        : `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${10 + (groups[index] ?? 0)}"/></w:numPr></w:pPr></w:p>`;
    const cells = row.map((cell, column) =>
      tc(column === 0 ? numberCell : column === 1 ? measure(cell) : paragraphs(cell), span(spans[column] ?? 1)),
    );
    return `<w:sdt><w:sdtPr><w:id w:val="${index}"/></w:sdtPr><w:sdtContent>${tr(cells.join(''))}</w:sdtContent></w:sdt>`;
  });
  const header = tr(
    CITY_HEADER.map((cell, column) => tc(p(cell), span(shifted[0][column] ?? 1))).join(''),
    '<w:tblHeader/>',
  );
  const grid = [700, 4800, 120, 1900, 1900, 2500, 90, 2600];
  return docxOf(
    [
      p('3. План проекта'),
      tbl(grid, whole(CITY_TITLE) + header + rows.join('')),
      p('6. Возможные риски и пути решения'),
      plainTable(CITY_RISKS),
      LANDSCAPE,
    ].join(''),
    numbering(starts),
  );
}

/** Lines of a measure; those after a colon that carry no sign of their own get an automatic bullet, as in the document. */
function measure(words: string): string {
  const lines = words.split('\n');
  return lines
    .map((line, index) => {
      const isBare = index > 0 && /^результаты/.test(line) && (lines[0] ?? '').endsWith(':');
      const dot = /^· ?/.exec(line);
      if (isBare) return p(line, { num: [2, 0] });
      return dot ? p(line.slice(dot[0].length), { num: [2, 1] }) : p(line);
    })
    .join('');
}
