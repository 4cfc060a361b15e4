import { fold } from '@/lib/kernel/russian';
import type { ColumnMapping, ImportField } from '@/lib/schools/import/import-field';

const SEARCHED_ROWS = 40;

/** First match wins, so the narrow wording stands before the wide one («адрес электронной почты» before «адрес»). */
const HEADERS: readonly (readonly [ImportField, RegExp])[] = [
  ['email', /e-?mail|эл(ектронн\S*|\.) ?(почт|адрес)|почт(а|ы)$|адрес эл/],
  ['fisOko', /фис ?око|^логин/],
  ['gia9', /огэ|гиа-?9/],
  ['gia11', /егэ|гиа-?11/],
  ['inn', /(^|[\s(/])инн($|[\s)/,])/],
  ['phone', /телефон|^тел\.?$|контактный номер/],
  ['address', /адрес|местонахождени/],
  ['pupils', /контингент|(числ|кол|всего).*(обуч|учащ|учени|детей)|^(обучающихся|учащихся|учеников)/],
  ['contexts', /контекст|услови|типолог|кластер/],
  ['gradeFrom', /класс\S* (с|от)$|^(с|от) класса|^с какого класса/],
  ['gradeTo', /класс\S* (по|до)$|^(по|до) класса?|^по какой класс/],
  ['shortName', /кратк|сокращ/],
  ['kind', /^вид($| )|^тип($| (оо|оу|школ|организац|учрежден|образовательн))|^уровень школы/],
  ['place', /^место($| располож)|местност|насел(е|ё)нн|^город ?\/ ?село|^расположение/],
  ['grades', /^(классы|класс$|параллел|уровни|ступени)|обучени\S* по классам|реализуемые/],
  [
    'code',
    /^код($|,| (оо|оу|школ|организац|учрежден|мсу|образовательн|в муницип|муницип))|^номер (оо|оу|школы) по реестру/,
  ],
  [
    'name',
    /наименован|назван|^школа$|^(оо|оу)$|^(образовательная|общеобразовательная) организация|^учреждение$|^организация$/,
  ],
];
/** Numbers of classes or shares say nothing about which grades are taught. */
const MISLEADING = /(числ|кол\S*|доля|процент)\S* .*класс|№ ?п ?\/? ?п|номер п/;

/** The field that a header names, or null. */
export function fieldOfHeader(header: string): ImportField | null {
  const text = fold(header)
    .replace(/[*:]+$/, '')
    .trim();
  if (text === '' || text.length > 120 || MISLEADING.test(text)) return null;
  return HEADERS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/**
 * Finds the header below title rows and merged cells: the row, or the pair of rows («Классы» over «с» and «по»), that
 * names the most different fields. Null when none names two: then the person maps the columns himself.
 */
export function guessMapping(rows: readonly (readonly string[])[]): ColumnMapping | null {
  let best: ColumnMapping | null = null;
  let bestScore = 1;
  const head = rows.slice(0, SEARCHED_ROWS);
  head.forEach((row, index) => {
    const single = { headerRow: index, columns: columnsOf(row) };
    const below = rows[index + 1];
    const pair =
      below && !looksLikeData(below) ? { headerRow: index + 1, columns: columnsOf(joined(row, below)) } : null;
    for (const mapping of pair ? [single, pair] : [single]) {
      const score = Object.keys(mapping.columns).length;
      if (score > bestScore) {
        best = mapping;
        bestScore = score;
      }
    }
  });
  return best;
}

function columnsOf(headers: readonly string[]): ColumnMapping['columns'] {
  const columns: Partial<Record<ImportField, number>> = {};
  headers.forEach((header, index) => {
    const field = fieldOfHeader(header);
    if (field && columns[field] === undefined) columns[field] = index;
  });
  return columns;
}

/**
 * The value of a merged cell stands in both rows and is not said twice; csv forgets merging, so a word below an empty
 * cell belongs to the header on its left.
 */
function joined(top: readonly string[], bottom: readonly string[]): string[] {
  let wide = '';
  return Array.from({ length: Math.max(top.length, bottom.length) }, (_, index) => {
    const upper = top[index] ?? '';
    const lower = bottom[index] ?? '';
    wide = upper === '' && lower !== '' ? wide : upper;
    return [...new Set([wide, lower])].filter((text) => text !== '').join(' ');
  });
}

/** A second header row holds words; a row of data holds a code, a number of pupils or a school's name. */
const looksLikeData = (row: readonly string[]) => row.some((text) => /^\s*\d+\s*$|[«"“„]|№\s*\d/.test(text));
