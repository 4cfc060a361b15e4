import type { SheetFormat } from '@/lib/platform/spreadsheet/table';

export const FORMAT_WORDS: Record<SheetFormat, string> = {
  xlsx: 'книга Excel (xlsx)',
  xls: 'книга Excel 97–2003 (xls)',
  ods: 'таблица OpenDocument (ods)',
  csv: 'текст с разделителями (csv)',
};

const SAVE_AGAIN = 'Откройте его в табличном редакторе, сохраните как xlsx и загрузите снова.';

/** Why a file is not read; each sentence says what to do. */
export const READ_FAULT_WORDS = {
  empty: 'Файл пуст. Выберите файл с таблицей.',
  'file-too-large': 'Файл больше 20 МБ. Удалите лишние листы и картинки или разделите список на части.',
  'not-a-table': 'Это не таблица. Загрузите файл xlsx, xls, ods или csv.',
  'web-page': `Это веб-страница или XML, сохранённые как таблица. ${SAVE_AGAIN}`,
  broken: `Файл повреждён или загружен не до конца. ${SAVE_AGAIN}`,
  encrypted: 'Файл защищён паролем. Снимите пароль и загрузите файл снова.',
  macro: 'В файле есть макросы. Сохраните его без макросов (xlsx) и загрузите снова.',
  binary: `Двоичный формат xlsb не поддерживается. ${SAVE_AGAIN}`,
  'old-xls': `Файл сохранён в формате Excel 95 или более старом. ${SAVE_AGAIN}`,
  parts: `В файле слишком много частей. ${SAVE_AGAIN}`,
  inflates: 'Файл слишком велик после распаковки. Удалите лишние листы, картинки и пустые строки.',
  names: `Файл устроен небезопасно: недопустимые имена частей. ${SAVE_AGAIN}`,
  dtd: `Файл устроен небезопасно: он ссылается на внешние определения. ${SAVE_AGAIN}`,
  'too-many-cells':
    'В листе больше 100 000 строк или 500 столбцов. Удалите пустые строки или разделите список на части.',
  'no-sheet': 'В файле нет листа с таким названием. Выберите лист заново.',
  'too-slow': `Файл читается слишком долго. ${SAVE_AGAIN}`,
  'too-heavy': 'Для чтения файла не хватает памяти. Удалите лишние листы и пустые строки.',
  encoding: 'Текст не читается в выбранной кодировке. Выберите другую кодировку.',
} as const;

export type ReadFault = keyof typeof READ_FAULT_WORDS;

export const isReadFault = (text: string): text is ReadFault => Object.hasOwn(READ_FAULT_WORDS, text);
