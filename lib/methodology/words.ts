import type { MethodCriterion, MethodParam, MethodSection } from '@/lib/methodology/method';

export const TABLE_WORDS: Record<MethodSection['table'], string> = { 1: 'Таблица 1', 2: 'Таблица 2' };

export const ZONE_WORDS: Record<MethodSection['zone'], string> = {
  results: 'результаты обучения',
  objectivity: 'зона риска по объективности',
};

export const COMPUTABLE_WORDS: Record<MethodCriterion['computable'], string> = {
  RESULTS: 'вычисляется по загруженным результатам',
  FORM: 'вычисляется по сводной форме',
  MANUAL: 'заполняется вручную',
};

/** One, few, many. */
export const PARAM_UNIT_WORDS: Record<MethodParam['unit'], readonly [string, string, string]> = {
  POINT: ['балл', 'балла', 'баллов'],
  PERCENT: ['%', '%', '%'],
  PROCEDURE: ['процедура', 'процедуры', 'процедур'],
  PERSON: ['человек', 'человека', 'человек'],
};

export const NOT_SET_WORDS = 'не задано';
