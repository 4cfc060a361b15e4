import { SCHOOL_CONTEXTS, SCHOOL_KINDS, SCHOOL_PLACES } from '@/lib/schools/codes';
import { FIELD_WORDS, type ImportField } from '@/lib/schools/import/import-field';
import { CONTEXT_WORDS, KIND_WORDS, PLACE_WORDS } from '@/lib/schools/words';

type TemplateColumn = {
  readonly field: ImportField;
  readonly width: number;
  readonly kind: 'text' | 'integer';
  readonly help: string;
};

const COLUMNS: readonly TemplateColumn[] = [
  {
    field: 'code',
    width: 12,
    kind: 'text',
    help: 'Обязательно для новой школы. Текст, нули в начале сохраняются: 0012.',
  },
  { field: 'name', width: 60, kind: 'text', help: 'Обязательно. Как в уставе; кавычки любые.' },
  {
    field: 'shortName',
    width: 28,
    kind: 'text',
    help: 'Как школа называется в таблицах портала. Если пусто, берётся из кавычек полного наименования.',
  },
  {
    field: 'kind',
    width: 12,
    kind: 'text',
    help: `Одно из: ${SCHOOL_KINDS.map((code) => KIND_WORDS[code]).join(', ')}. Если пусто, определяется по наименованию.`,
  },
  {
    field: 'place',
    width: 26,
    kind: 'text',
    help: `Одно из: ${SCHOOL_PLACES.map((code) => PLACE_WORDS[code]).join(', ')}. Можно написать «с. Луговое».`,
  },
  {
    field: 'grades',
    width: 12,
    kind: 'text',
    help: 'Классы, в которых учат: 1–11, 1–9 или 1–4, 10–11. Если пусто, обычные для вида школы.',
  },
  { field: 'pupils', width: 14, kind: 'integer', help: 'Целое число.' },
  {
    field: 'contexts',
    width: 34,
    kind: 'text',
    help: `Через точку с запятой: ${SCHOOL_CONTEXTS.map((code) => CONTEXT_WORDS[code]).join('; ')}. Можно оставить пустым.`,
  },
  { field: 'inn', width: 14, kind: 'text', help: '10 цифр. По ИНН школа узнаётся при повторной загрузке.' },
  { field: 'fisOko', width: 16, kind: 'text', help: 'Например, edu990001. По логину школа узнаётся в первую очередь.' },
  { field: 'gia9', width: 10, kind: 'text', help: '3–6 цифр, текст.' },
  { field: 'gia11', width: 10, kind: 'text', help: '3–6 цифр, текст.' },
  { field: 'address', width: 40, kind: 'text', help: 'Любой текст.' },
  { field: 'phone', width: 18, kind: 'text', help: 'Любой текст.' },
  { field: 'email', width: 24, kind: 'text', help: 'Адрес электронной почты школы.' },
];

/** Neutral examples; the person replaces them with his own schools. */
export const templateRows: readonly (readonly (string | number)[])[] = [
  [
    '0012',
    'Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 12»',
    'СШ № 12',
    'СОШ',
    'город',
    '1–11',
    640,
    '',
    '1234567894',
    'edu990012',
    '1012',
    '1012',
    'ул. Школьная, 12',
    '8 (000) 000-00-12',
    'school12@example.org',
  ],
  [
    '0105',
    'Муниципальное казённое общеобразовательное учреждение «Основная школа села Луговое»',
    'ОШ с. Луговое',
    'ООШ',
    'с. Луговое',
    '1–9',
    58,
    'сельская малокомплектная; в труднодоступной территории',
    '',
    'edu990105',
    '2105',
    '',
    'с. Луговое, ул. Садовая, 1',
    '',
    '',
  ],
];

/** The book to download: a sheet to fill, with two examples, and a sheet that explains every column. */
export const schoolTemplate = () => [
  {
    name: 'Школы',
    columns: COLUMNS.map(({ field, width, kind }) => ({ title: FIELD_WORDS[field], width, kind })),
    rows: templateRows,
  },
  {
    name: 'Пояснения',
    columns: [
      { title: 'Столбец', width: 26, kind: 'text' as const },
      { title: 'Что писать', width: 120, kind: 'text' as const },
    ],
    rows: [
      ...COLUMNS.map(({ field, help }) => [FIELD_WORDS[field], help]),
      ['Примеры', 'Строки с примерами на листе «Школы» удалите перед загрузкой.'],
      ['Пустая ячейка', 'Ничего не меняет: в реестре остаётся прежнее значение.'],
      ['Порядок столбцов', 'Любой. Лишние столбцы портал пропустит, а соответствие покажет перед загрузкой.'],
    ],
  },
];
