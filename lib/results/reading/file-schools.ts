import { level } from '@/lib/results/reading/level';
import type { FileSchool, TerritoryKind } from '@/lib/results/reading/reading';
import { cellOf, type TableRow } from '@/lib/results/reading/table-row';

const LOGIN = /(?<![a-zа-я])(?:sch|edu|ksh|spo)\d{4,8}(?!\d)/i;

/** «0012» stays; «12.0» of a spreadsheet becomes «12». */
const codeOf = (text: string): string => text.trim().replace(/\.0$/, '').toLowerCase();

/** Every key of a school that a row gives; «edu990001 | Школа» holds two of them. */
function keysIn(row: TableRow): Omit<FileSchool, 'rows'> {
  const [first = '', second = ''] = cellOf(row, 'login').split('|');
  const text = cellOf(row, 'school') || cellOf(row, 'group');
  const spoken = (text.split('|').at(-1) ?? '').replace(LOGIN, '').replace(/\(\s*\)/g, '');
  return {
    login: (LOGIN.exec(first)?.[0] ?? LOGIN.exec(text)?.[0] ?? '').toLowerCase().slice(0, 40),
    inn: cellOf(row, 'inn').replace(/\s/g, '').slice(0, 20),
    code: codeOf(cellOf(row, 'code')).slice(0, 20),
    municipality: codeOf(cellOf(row, 'municipality').split('|')[0] ?? '').slice(0, 40),
    name: (spoken.trim() || second.trim()).slice(0, 200),
  };
}

/** The schools that a file names, each once, in the order of the file. */
export class FileSchools {
  readonly list: FileSchool[] = [];
  readonly #places = new Map<string, number>();

  /** The place of the school a row names; null, and a problem, when it names none. */
  of(row: TableRow): number | null {
    const keys = keysIn(row);
    const key = keys.login || keys.inn || (keys.code && `${keys.municipality}/${keys.code}`) || level(keys.name);
    if (key === '') {
      row.report('no-school');
      return null;
    }
    const place = this.#places.get(key) ?? this.list.length;
    const known = this.list[place];
    this.#places.set(key, place);
    this.list[place] = known ? { ...known, name: known.name || keys.name, rows: known.rows + 1 } : { ...keys, rows: 1 };
    return place;
  }
}

/** A row about a territory and not about a school. */
export function territoryOf(text: string): TerritoryKind | null {
  const flat = level(text);
  if (LOGIN.test(text) || /школ|сош|оош|нош|гимнази|лице|интернат|мбоу|маоу|мкоу|моу/.test(flat)) return null;
  if (/^вся выборка|^россия|^рф$/.test(flat)) return 'country';
  if (/(обл\.|область|край|республика|автономный округ)$|^республика |^г\.? ?(москва|санкт-петербург)/.test(flat))
    return 'region';
  return /район|городской округ|муниципальн|^город |^г\.? /.test(flat) ? 'municipality' : null;
}
