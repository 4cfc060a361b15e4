import type { ImportResult, ImportRowContent } from '@/lib/schools/import/import-row';
import type { ImportStatus } from '@/lib/schools/import-store';

export const IMPORT_STATUS_WORDS: Record<ImportStatus, string> = {
  READING: 'читается',
  MAPPING: 'ждёт выбора столбцов',
  PREVIEW: 'ждёт решения',
  APPLIED: 'загружен',
  FAILED: 'не прочитан',
  CANCELLED: 'отменён',
};

/** What would become of a row. */
export const RESULT_WORDS: Record<ImportResult, string> = {
  NEW: 'новая школа',
  CHANGED: 'изменится',
  UNCHANGED: 'без изменений',
  AMBIGUOUS: 'уточните школу',
  ERROR: 'ошибка',
  SKIPPED: 'пропущена',
};

/** What has become of it. */
export const APPLIED_WORDS: Record<ImportResult, string> = { ...RESULT_WORDS, NEW: 'добавлена', CHANGED: 'изменена' };

/** By what a row was recognised as a school of the register. */
export const BY_WORDS: Record<NonNullable<ImportRowContent['by']>, string> = {
  fisOko: 'узнана по логину ФИС ОКО',
  inn: 'узнана по ИНН',
  code: 'узнана по коду',
  name: 'узнана по наименованию',
  decision: 'выбрана вами',
  year: 'нет сведений за учебный год',
};

export const ENCODING_WORDS = {
  'utf-8': 'UTF-8',
  'windows-1251': 'Windows-1251',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  ibm866: 'DOS (866)',
} as const;

export const DELIMITER_WORDS = { ';': 'точка с запятой (;)', ',': 'запятая (,)', '\t': 'табуляция' } as const;
