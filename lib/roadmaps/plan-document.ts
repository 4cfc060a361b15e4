import { formatDay } from '@/lib/kernel/day';
import { isHeading, type RowWords } from '@/lib/roadmaps/plan';
import { type Roadmap, spanWords } from '@/lib/roadmaps/roadmap';

/** A cell of the printed plan; the shapes are those of the writer of documents. */
type Cell = {
  readonly text: string;
  readonly span?: number;
  readonly look?: 'heading-1' | 'heading-2' | 'row' | 'part';
};
type Paragraph = { readonly kind: 'paragraph'; readonly text: string; readonly look: 'title' | 'approval' | 'text' };
type Table = {
  readonly kind: 'table';
  readonly widths: readonly number[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};
export type PlanDocument = {
  readonly title: string;
  readonly page: 'landscape';
  readonly parts: readonly (Paragraph | Table)[];
};

const COLUMNS = [
  ['number', '№ п/п', 7],
  ['measure', 'Мероприятия', 34],
  ['term', 'Срок', 13],
  ['responsible', 'Ответственные', 18],
  ['result', 'Результат', 20],
  ['form', 'Форма представления результата', 18],
] as const;

type Head = Pick<Roadmap, 'title' | 'year' | 'span' | 'status' | 'schoolName' | 'orderNumber' | 'orderDate'> & {
  /** Of the department that approves. */
  readonly officeName: string;
};

/**
 * The plan as a document on a sheet that lies on its side: the approval at the right, the title, one table in the columns of
 * the plan. Columns that no row fills are left out; a part of a measure stands in a row of its own, after a dash where it has
 * no number. Styles say what each row is and a tab parts the number of a heading, so what is written here is read back as
 * the same rows (plan-tables.ts).
 */
export function planDocument(roadmap: Head, rows: readonly RowWords[]): PlanDocument {
  const columns = COLUMNS.filter(
    ([name]) => !(name === 'result' || name === 'form') || rows.some((row) => row[name] !== ''),
  );
  const span = columns.length;
  return {
    title: roadmap.title,
    page: 'landscape',
    parts: [
      ...approval(roadmap).map((text): Paragraph => ({ kind: 'paragraph', text, look: 'approval' })),
      { kind: 'paragraph', text: titleOf(roadmap), look: 'title' },
      {
        kind: 'table',
        widths: columns.map(([, , width]) => width),
        header: columns.map(([, title]) => title),
        rows: rows.map((row): readonly Cell[] => {
          if (isHeading(row)) {
            const text = [row.number, row.measure].filter((part) => part !== '').join('\t');
            return [{ text, span, look: row.kind === 'SECTION' ? 'heading-1' : 'heading-2' }];
          }
          const isPart = row.kind === 'SUBROW';
          return columns.map(([name]) => ({
            text:
              isPart && name === 'measure' && row.number === '' && row.measure !== '' ? `– ${row.measure}` : row[name],
            look: isPart ? 'part' : 'row',
          }));
        }),
      },
    ],
  };
}

function approval({ officeName, status, orderNumber, orderDate }: Head): readonly string[] {
  const order =
    status === 'DRAFT' || orderDate === null
      ? 'приказ от «___» __________ 20__ г. № ______'
      : `приказ от ${formatDay(orderDate)} № ${orderNumber}`;
  return ['УТВЕРЖДЕНА', officeName || '________________________________', order];
}

const titleOf = (roadmap: Head): string =>
  [roadmap.title, roadmap.schoolName ?? '', `на ${spanWords(roadmap)}`].filter(Boolean).join('\n');
