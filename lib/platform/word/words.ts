const SAVE_AGAIN = 'Откройте его в текстовом редакторе, сохраните как docx и загрузите снова.';

/** Why a text document is not read; each sentence says what to do. */
export const WORD_FAULT_WORDS = {
  empty: 'Файл пуст. Выберите файл docx.',
  'file-too-large': 'Файл больше 20 МБ. Удалите картинки и загрузите снова.',
  'not-word': 'Это не документ Word. Загрузите файл docx.',
  'old-word': `Файл сохранён в старом формате doc. ${SAVE_AGAIN}`,
  'open-document': `Документ OpenDocument (odt) не читается. ${SAVE_AGAIN}`,
  broken: `Файл повреждён или загружен не до конца. ${SAVE_AGAIN}`,
  encrypted: 'Файл защищён паролем. Снимите пароль и загрузите файл снова.',
  macro: 'В файле есть макросы. Сохраните его без макросов (docx) и загрузите снова.',
  parts: `В файле слишком много частей. ${SAVE_AGAIN}`,
  inflates: 'Файл слишком велик после распаковки. Удалите картинки и лишний текст и загрузите снова.',
  names: `Файл устроен небезопасно: недопустимые имена частей. ${SAVE_AGAIN}`,
  dtd: `Файл устроен небезопасно: он ссылается на внешние определения. ${SAVE_AGAIN}`,
  'too-many-cells':
    'Таблицы документа слишком велики: больше 63 столбцов или 100 000 ячеек. Разделите документ на части.',
  'long-cell': 'В одной ячейке таблицы больше 20 000 знаков. Проверьте таблицу: текст должен стоять по строкам.',
  'too-slow': `Файл читается слишком долго. ${SAVE_AGAIN}`,
  'too-heavy': 'Для чтения файла не хватает памяти. Разделите документ на части.',
} as const;

export type WordFault = keyof typeof WORD_FAULT_WORDS;

export const isWordFault = (text: string): text is WordFault => Object.hasOwn(WORD_FAULT_WORDS, text);
