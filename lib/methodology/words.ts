import type {
  AskedNumber,
  MethodCriterion,
  MethodMeasure,
  MethodParam,
  MethodSection,
  MethodThreshold,
} from '@/lib/methodology/method';

export const TABLE_WORDS: Record<MethodSection['table'], string> = { 1: 'Таблица 1', 2: 'Таблица 2' };

export const ZONE_WORDS: Record<MethodSection['zone'], string> = {
  results: 'результаты обучения',
  objectivity: 'зона риска по объективности',
};

export const CRITERION_KIND_WORDS: Record<MethodCriterion['kind'], string> = {
  yes_no: '«да» или «нет»',
  number: 'число, которое сравнивают с порогом',
  composite: 'несколько признаков',
};

/** «целое, от 0 до 100». */
export const askedNumberWords = ({ decimals, least, most }: AskedNumber): string =>
  [
    decimals === 0 ? 'целое' : `знаков после запятой: до ${decimals}`,
    ...(least === null ? [] : [`от ${least}`]),
    ...(most === null ? [] : [`до ${most}`]),
  ].join(', ');

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

export const MEASURE_UNIT_WORDS: Record<MethodMeasure['unit'], string> = {
  SHARE: 'доля от 0 до 1',
  POINT: 'баллы',
  MARK: 'отметка',
  PERSON: 'человек',
  NUMBER: 'число',
  YES_NO: 'да или нет',
  WORD: 'слово',
};

export const MEASURE_OF_WORDS: Record<MethodMeasure['of'], string> = {
  SCHOOL: 'у каждой школы',
  MUNICIPALITY: 'один на муниципалитет',
};

export const THRESHOLD_OP_WORDS: Record<MethodThreshold['op'], string> = {
  '>': 'больше',
  '>=': 'не меньше',
  '<': 'меньше',
  '<=': 'не больше',
  '=': 'ровно',
};

export const THRESHOLD_UNIT_WORDS: Record<MethodThreshold['unit'], string> = {
  PERCENT: '%',
  PERCENTAGE_POINT: 'процентных пунктов',
  PERSON: 'человек',
  PROCEDURE: 'процедур',
  POINT: 'баллов',
  IQR: 'межквартильных размахов',
  CORRELATION: 'коэффициент связи',
  MARK: 'отметка',
};

export const THRESHOLD_BASE_WORDS: Record<MethodThreshold['base'], string> = {
  NONE: 'ни с чем: само число',
  MUNICIPALITY: 'с муниципалитетом без самой школы',
  LAST_YEAR: 'с прошлым годом той же школы',
  FIRST_QUARTILE: 'с первым квартилем',
  THIRD_QUARTILE: 'с третьим квартилем',
  CONFIDENCE_INTERVAL: 'с доверительным интервалом',
};

export const NOT_SET_WORDS = 'не задано';
