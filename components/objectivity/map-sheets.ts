import { formatSchoolYear } from '@/lib/kernel/school-year';
import { findingSentence } from '@/lib/objectivity/finding-words';
import type { MapPage } from '@/lib/objectivity/map-page';
import { presentIn } from '@/lib/objectivity/objectivity-map';
import { fullProcedure, shortProcedure } from '@/lib/objectivity/procedure-words';
import { MARKER_NOTE, PURPOSE_NOTE, SIGN_WORDS } from '@/lib/objectivity/sign-words';
import { MAP_WORDS } from './map-words';

type Column = { readonly title: string; readonly width: number; readonly kind: 'text' | 'integer' };
type Sheet = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

const CELL = { ABSENT: MAP_WORDS.none, UNDEFINED: MAP_WORDS.missing, NONE: MAP_WORDS.inapplicable } as const;
const text = (title: string, width: number): Column => ({ title, width, kind: 'text' });

/** The map as it is on the screen: codes of the signs in each cell. */
const mapSheet = (page: MapPage): Sheet => ({
  name: 'Карта объективности',
  columns: [
    text('Школа', 36),
    ...page.columns.map(({ year, procedure }) => text(`${formatSchoolYear(year)} ${shortProcedure(procedure)}`, 18)),
  ],
  rows: page.rows.map((row) => [
    row.name,
    ...row.cells.map((cell) =>
      cell.state === 'PRESENT'
        ? presentIn(cell)
            .map((sign) => sign.code)
            .join(', ')
        : CELL[cell.state],
    ),
  ]),
});

/** Each present sign with its numbers, what can explain it and what to check. */
const signsSheet = (page: MapPage): Sheet => ({
  name: 'Признаки',
  columns: [
    text('Школа', 36),
    text('Учебный год', 12),
    text('Работа', 30),
    { title: 'Участников', width: 12, kind: 'integer' },
    text('Код', 8),
    text('Возможный маркер', 40),
    text('Числа', 70),
    text('Что может объяснить', 70),
    text('Что проверить', 70),
  ],
  rows: page.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      presentIn(cell).map((sign) => [
        row.name,
        formatSchoolYear(cell.year),
        fullProcedure(cell.procedure),
        cell.participants,
        sign.code,
        SIGN_WORDS[sign.name].title,
        findingSentence(sign),
        SIGN_WORDS[sign.name].explanations.join('; '),
        SIGN_WORDS[sign.name].checks.join('; '),
      ]),
    ),
  ),
});

const noteSheet = (): Sheet => ({
  name: 'Как читать',
  columns: [text('Как читать карту', 120)],
  rows: [[MARKER_NOTE], [PURPOSE_NOTE]],
});

export const mapSheets = (page: MapPage): readonly Sheet[] => [mapSheet(page), signsSheet(page), noteSheet()];
