const MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
];

const nameOf = (month: string) => MONTHS[Number(month.slice(5)) - 1] ?? month;

/** «сентябрь 2026» of «2026-09». */
export const monthWords = (month: string): string => `${nameOf(month)} ${month.slice(0, 4)}`;

/** «сен» of «2026-09». */
export const monthShort = (month: string): string => nameOf(month).slice(0, 3);
