import 'server-only';
import { plainXmlText } from '@/lib/platform/spreadsheet/sheet-xml';
import { type ZipSource, zipStream } from '@/lib/platform/spreadsheet/zip-stream';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A paragraph; lines of its text are parted by «\n» and stay parted, so do the words beside a tab. */
export type DocumentParagraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  /** A title stands in the middle, an approval at the right edge. */
  readonly look: 'title' | 'approval' | 'text';
};

export type DocumentCell = {
  readonly text: string;
  /** Columns that the cell covers. */
  readonly span?: number;
  /** `row` and `part` look alike: by them a reader knows a row of the table from a part of the row above. */
  readonly look?: 'heading-1' | 'heading-2' | 'bold' | 'row' | 'part';
};

export type DocumentTable = {
  readonly kind: 'table';
  /** Shares of the width of the sheet, as whole numbers. */
  readonly widths: readonly number[];
  /** Repeated on every sheet. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly DocumentCell[])[];
};

export type WordDocument = {
  readonly title: string;
  /** A sheet of A4 upright or on its side. */
  readonly page: 'portrait' | 'landscape';
  readonly parts: readonly (DocumentParagraph | DocumentTable)[];
};

/** A4 in twentieths of a point, and its margins. */
const SHORT = 11_906;
const LONG = 16_838;
const MARGIN = 1134;

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${DOCX_TYPE}.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
const RELATIONS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
const DOCUMENT_RELATIONS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;

const style = (id: string, name: string, paragraph: string, run: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

/** Times New Roman 12, as orders of offices are printed; headings are styles, so that a reader knows them again. */
const STYLES = `${HEAD}<w:styles ${NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style('Heading1', 'heading 1', '<w:keepNext/><w:outlineLvl w:val="0"/>', '<w:b/>')}${style('Heading2', 'heading 2', '<w:keepNext/><w:outlineLvl w:val="1"/>', '<w:b/><w:i/>')}${style('Title', 'Title', '<w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/><w:szCs w:val="28"/>')}${style('Approval', 'Approval', '<w:ind w:left="9000"/>', '')}${style('HeaderCell', 'Header Cell', '<w:jc w:val="center"/>', '<w:b/>')}${style('TableRow', 'Строка таблицы', '', '')}${style('TablePart', 'Часть строки таблицы', '', '')}</w:styles>`;

/** Text with its lines; text is never a field or a formula. */
const run = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.split('\t').map(words).join('<w:tab/>'))
    .join('<w:br/>');

const words = (text: string): string => (text === '' ? '' : `<w:t xml:space="preserve">${plainXmlText(text)}</w:t>`);

const paragraph = (text: string, styleId?: string): string =>
  `<w:p>${styleId ? `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>` : ''}${text === '' ? '' : `<w:r>${run(text)}</w:r>`}</w:p>`;

const PARAGRAPH_STYLES = { title: 'Title', approval: 'Approval', text: undefined } as const;
const CELL_STYLES = {
  'heading-1': 'Heading1',
  'heading-2': 'Heading2',
  bold: 'HeaderCell',
  row: 'TableRow',
  part: 'TablePart',
} as const;

function cell({ text, span = 1, look }: DocumentCell, width: number): string {
  const spanning = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spanning}</w:tcPr>${paragraph(text, look && CELL_STYLES[look])}</w:tc>`;
}

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

function* table({ widths, header, rows }: DocumentTable, room: number): Generator<string> {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((room * width) / whole));
  yield `<w:tbl><w:tblPr><w:tblW w:w="${room}" w:type="dxa"/><w:tblBorders>${EDGES}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  yield `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${header.map((text, index) => cell({ text, look: 'bold' }, columns[index] ?? 0)).join('')}</w:tr>`;
  for (const row of rows) {
    let column = 0;
    let cells = '';
    for (const one of row) {
      const span = one.span ?? 1;
      const width = columns.slice(column, column + span).reduce((sum, part) => sum + part, 0);
      cells += cell(one, width);
      column += span;
    }
    yield `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr>`;
  }
  yield '</w:tbl><w:p/>';
}

function* body({ page, parts }: WordDocument): Generator<string> {
  const [width, height] = page === 'landscape' ? [LONG, SHORT] : [SHORT, LONG];
  yield `${HEAD}<w:document ${NAMESPACE}><w:body>`;
  for (const part of parts) {
    if (part.kind === 'paragraph') yield paragraph(part.text, PARAGRAPH_STYLES[part.look]);
    else yield* table(part, width - 2 * MARGIN);
  }
  const orient = page === 'landscape' ? ' w:orient="landscape"' : '';
  yield `<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"${orient}/><w:pgMar w:top="${MARGIN}" w:right="${MARGIN}" w:bottom="${MARGIN}" w:left="${MARGIN}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

/** A document of Word: the same document is the same bytes. */
export async function writeWord(document: WordDocument): Promise<Uint8Array<ArrayBuffer>> {
  const core = `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${plainXmlText(document.title)}</dc:title></cp:coreProperties>`;
  const sources: ZipSource[] = [
    { path: '[Content_Types].xml', body: [TYPES] },
    { path: '_rels/.rels', body: [RELATIONS] },
    { path: 'docProps/core.xml', body: [core] },
    { path: 'word/_rels/document.xml.rels', body: [DOCUMENT_RELATIONS] },
    { path: 'word/styles.xml', body: [STYLES] },
    { path: 'word/document.xml', body: body(document) },
  ];
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(sources)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
