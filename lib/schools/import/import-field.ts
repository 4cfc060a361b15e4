/** Columns of a school list; a list may lack any of them but some name of the school. */
export const IMPORT_FIELDS = [
  'code',
  'name',
  'shortName',
  'kind',
  'place',
  'grades',
  'gradeFrom',
  'gradeTo',
  'pupils',
  'contexts',
  'inn',
  'fisOko',
  'gia9',
  'gia11',
  'address',
  'phone',
  'email',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Where the rows start and which column holds what; all zero-based. */
export type ColumnMapping = {
  /** The last row of the header; data start below it. −1 when the file has no header. */
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<ImportField, number>>>;
};

export const FIELD_WORDS: Record<ImportField, string> = {
  code: 'Код школы',
  name: 'Полное наименование',
  shortName: 'Краткое наименование',
  kind: 'Вид школы',
  place: 'Место',
  grades: 'Классы',
  gradeFrom: 'Классы с',
  gradeTo: 'Классы по',
  pupils: 'Число обучающихся',
  contexts: 'Тип по условиям',
  inn: 'ИНН',
  fisOko: 'Логин ФИС ОКО',
  gia9: 'Код ОГЭ',
  gia11: 'Код ЕГЭ',
  address: 'Адрес',
  phone: 'Телефон',
  email: 'Электронная почта',
};
