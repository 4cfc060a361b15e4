import { fold } from '@/lib/kernel/russian';

export type PlanColumn = 'number' | 'measure' | 'term' | 'responsible' | 'result' | 'form';
export type PlanColumns = ReadonlyMap<PlanColumn, number>;

/** «Форма представления результата» is asked before «результат», «срок мероприятия» before «мероприятие». */
const HEADERS: readonly (readonly [PlanColumn, RegExp])[] = [
  ['number', /^(№|n|no|номер)/],
  ['term', /^(дата|когда)|срок|дата проведения|период/],
  ['responsible', /ответствен|исполнител/],
  ['form', /форма (представления|отчет|результат)|^форма$|подтвержда|отчетн|вид документа/],
  ['result', /результат|эффект/],
  ['measure', /мероприяти|содержание|наименование|действи/],
];

/** Words of a header are few; a longer cell is text. */
const TITLE_MAX = 80;

/** Which column of a plan each cell of a header names; a column that two cells name is the first of them. */
function namedBy(cells: readonly string[]): PlanColumns {
  const columns = new Map<PlanColumn, number>();
  for (const [index, cell] of cells.entries()) {
    const text = fold(cell);
    const found = HEADERS.find(([column, words]) => words.test(text) && !(column === 'measure' && columns.has(column)));
    if (found && text.length <= TITLE_MAX && !columns.has(found[0])) columns.set(found[0], index);
  }
  return columns;
}

/** The columns of a row that is a header: it names the measure and its term or who answers for it. Else undefined. */
export function columnsOf(cells: readonly string[]): PlanColumns | undefined {
  const columns = namedBy(cells);
  return columns.has('measure') && (columns.has('term') || columns.has('responsible')) ? columns : undefined;
}
