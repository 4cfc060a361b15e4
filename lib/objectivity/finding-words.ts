import { formatShareOf } from '@/lib/kernel/percent';
import { formatNumber } from '@/lib/kernel/russian';
import type { Finding, Reason } from '@/lib/objectivity/finding';
import type { SchoolSign } from '@/lib/objectivity/school-signs';
import type { SignName } from '@/lib/objectivity/sign-code';

/** «12,06»: as many places as asked, a comma, a minus that is a minus. */
export const decimal = (value: number, places = 2): string => value.toFixed(places).replace('-', '−').replace('.', ',');

/** «62,3 %» of a share 0…1. */
export const percent = (share: number): string => `${decimal(100 * share, 1)}\u00a0%`;

/** A chance in words that a person can weigh. Below one in ten thousand the number says no more. */
export function chance(p: number): string {
  if (p < 0.0001) return 'реже, чем у одной из 10\u00a0000';
  return p < 0.5 ? `примерно у одной из ${formatNumber(Math.round(1 / p))}` : 'у каждой второй или чаще';
}

const REASON_WORDS: Readonly<Record<Reason, (numbers: Finding['numbers']) => string>> = {
  NO_RESULT: () => 'Результатов этой работы нет.',
  NO_DETAIL: () => 'В загруженном файле нет сведений, из которых считают этот признак.',
  NO_REFERENCE: () => 'Не с чем сравнить: нет значений территории.',
  ONE_PARTICIPANT: () => 'Писал один участник: разброс не определён.',
  FEW_PARTICIPANTS: ({ n = 0, least }) =>
    `Участников мало: ${n}${least === undefined ? '' : `, нужно не меньше ${least}`}.`,
  FEW_AT_BORDER: ({ near }) => `Вблизи границы отметки слишком мало работ${near === undefined ? '' : `: ${near}`}.`,
  FEW_SCHOOLS: ({ schools, least = 20 }) =>
    `На территории мало школ для сравнения${schools === undefined ? '' : `: ${schools}`}, нужно не меньше ${least}.`,
  TIES: () => 'Все отметки или все баллы одинаковы: связь не определена.',
  NO_SCALE: () => 'Нет официальной шкалы отметок этого года.',
  NO_TASK_LEVELS: () => 'Не указано, какие задания базовые, а какие повышенные.',
  NO_EARLIER_YEAR: () => 'Нет результатов этой параллели за прошлый год.',
};

type Speak = (value: (name: string) => number) => string;
const share = (logit: number) => 1 / (1 + Math.exp(-logit));
const cohort: Speak = (v) =>
  `В 4 классе выполнено ${percent(v('before'))}, через год в 5 классе – ${percent(v('after'))}; K = ${decimal(v('ratio'))}, граница ${decimal(v('border'))} по ${v('schools')} школам.`;
const deviations = (value: number) => `${decimal(value, 1)} стандартного отклонения`;
/** Of a parallel the earlier work is compared with the later one, so that growth is below the usual. */
const changed: Speak = (v) =>
  `Рост параллели за год против обычного: ${deviations(-v('deviations'))} (участников: ${v('n')}).`;

/** What the numbers say, in one sentence. */
const SPEAK: Readonly<Record<SignName, Speak>> = {
  'federal/RAISED_MEAN': (v) =>
    `Средний балл ${decimal(v('mean'))} (участников: ${v('n')}): нижняя граница ${decimal(v('low'))}, верхняя граница территории ${decimal(v('referenceHigh'))}.`,
  'federal/MARKS_MISMATCH': (v) => `Корреляция отметок и баллов ${decimal(v('correlation'))}, участников: ${v('n')}.`,
  'federal/RISE': cohort,
  'federal/FALL': cohort,
  'local/PEAK': (v) =>
    `У границы ${v('cut')} из ${v('near')} работ вблизи стоят на ней и чуть выше ${v('above')}; по территории – ${percent(v('usual'))}.`,
  'local/FAR_FROM_JOURNAL': (v) => `Разошлись на 2 балла и больше: ${formatShareOf(v('farApart'), v('n'))}.`,
  'local/VPR_AGAINST_OGE': (v) =>
    `Признаков А по ВПР: ${v('raised')}; ОГЭ с низким результатом: ${v('low')} из ${v('exams')}.`,
  'local/LOWERED_OFTEN': (v) =>
    `Понижены: ${formatShareOf(v('lowered'), v('n'))}; в девяти школах из десяти не больше ${percent(v('border'))}.`,
  'local/EASY_HARD': (v) =>
    `Базовые задания: ${decimal(v('basic'), 1)} п.\u00a0п. к территории, повышенные: ${decimal(v('advanced'), 1)} п.\u00a0п.`,
  'local/NO_TWOS': (v) => `Отметок «2»: ${formatShareOf(v('twos'), v('n'))}.`,
  'corrected/LEVEL': (v) =>
    `Выполнено ${percent(share(v('value')))}, ожидалось около ${percent(share(v('expected')))} (участников: ${v('n')}).`,
  'corrected/LINK': (v) =>
    `Корреляция отметок и баллов ${decimal(Math.tanh(v('value')))}, обычная – ${decimal(Math.tanh(v('expected')))} (участников: ${v('n')}).`,
  'corrected/RISE': changed,
  'corrected/FALL': changed,
  'corrected/PEAK': (v) =>
    `У границы ${v('border')} из ${v('near')} работ вблизи стоят на ней и чуть выше ${v('atPeak')}; для школы этого уровня обычно ${percent(v('usual'))}.`,
  'corrected/ADVANCED': (v) =>
    `Повышенные задания относительно базовых против обычного: ${deviations(v('deviations'))} (участников: ${v('n')}).`,
};

/** The finding in one or two sentences: the numbers, and for corrected signs how often an honest school shows it. */
export function findingSentence(sign: SchoolSign): string {
  if (sign.reason) return REASON_WORDS[sign.reason](sign.numbers);
  const told = SPEAK[sign.name]((name) => sign.numbers[name] ?? 0);
  const rare = sign.p === null ? '' : ` Среди добросовестных школ так бывает ${chance(sign.p)}.`;
  const explained = sign.isExplainedByProfile ? ' Объяснимо профилем школы.' : '';
  return `${told}${rare}${explained}`;
}
