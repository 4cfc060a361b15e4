import type { MethodCriterion, MethodSection } from '@/lib/methodology/method';
import { allOf, NOT_PRIMARY, taken, UPPER_SECONDARY } from '@/prisma/seed/reference/default-method/conditions';
import {
  LOW_RESULTS_METHOD,
  PROPOSAL,
  REPORT_AND_PROPOSAL,
  VPR_ADVICE_MOVED,
} from '@/prisma/seed/reference/default-method/provenance';

const OGE_RU = allOf(NOT_PRIMARY, taken(9, 'oge_ru'));
const OGE_MA = allOf(NOT_PRIMARY, taken(9, 'oge_ma'));
const OGE_ANY = allOf(NOT_PRIMARY, taken(9, 'oge_ru', 'oge_ma'));
const EGE_RU = allOf(UPPER_SECONDARY, taken(11, 'ege_ru'));
const EGE_MA = allOf(UPPER_SECONDARY, taken(11, 'ege_ma'));
const EGE_ANY = allOf(UPPER_SECONDARY, taken(11, 'ege_ru', 'ege_ma'));

const OVER_MUNICIPALITY = {
  op: '>',
  value: 0,
  unit: 'PERCENTAGE_POINT',
  base: 'MUNICIPALITY',
  minParticipants: 0,
} as const;
const UNDER_MUNICIPALITY = { op: '<', value: 0, unit: 'POINT', base: 'MUNICIPALITY', minParticipants: 0 } as const;
const ANYBODY = { op: '>', value: 0, unit: 'PERSON', base: 'NONE', minParticipants: 0 } as const;
const THIRTY_PERCENT = { op: '>=', value: 30, unit: 'PERCENT', base: 'NONE', minParticipants: 0 } as const;

const oge: MethodCriterion[] = [
  {
    kind: 'yes_no',
    code: 'А1',
    wording:
      'Доля участников, получивших «2» по ОГЭ по русскому языку (основной период), выше муниципального показателя',
    hint: {
      data: 'Возьмите протокол ОГЭ по русскому языку за прошлый учебный год, основной период: сколько девятиклассников писали и сколько получили «2». Муниципальный показатель считается по всем остальным школам вместе, без вашей; его сообщает центр.',
      threshold: '«Да», если доля «2» в школе больше муниципальной. Если доли равны – «нет».',
      why: 'Показывает, что выпускникам труднее с русским языком, чем в других школах, и школе может понадобиться помощь по предмету.',
    },
    threshold: OVER_MUNICIPALITY,
    dataSource: 'протокол РИС ГИА-9, код 01',
    computable: 'RESULTS',
    provenance: REPORT_AND_PROPOSAL,
    applies: OGE_RU,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'А2',
    wording: 'Доля участников, получивших «2» по ОГЭ по математике (основной период), выше муниципального показателя',
    hint: {
      data: 'Возьмите протокол ОГЭ по математике за прошлый учебный год, основной период: сколько девятиклассников писали и сколько получили «2». Муниципальный показатель считается по всем остальным школам вместе, без вашей; его сообщает центр.',
      threshold: '«Да», если доля «2» в школе больше муниципальной. Если доли равны – «нет».',
      why: 'Показывает, что выпускникам труднее с математикой, чем в других школах, и школе может понадобиться помощь по предмету.',
    },
    threshold: OVER_MUNICIPALITY,
    dataSource: 'протокол РИС ГИА-9, код 02',
    computable: 'RESULTS',
    provenance: REPORT_AND_PROPOSAL,
    applies: OGE_MA,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'А3',
    wording: 'Не менее 30 % участников ОГЭ получили «2» хотя бы по одному обязательному предмету',
    hint: {
      data: 'Протоколы ОГЭ по русскому языку и математике за прошлый учебный год. По каждому предмету разделите число получивших «2» на число участников.',
      threshold: '«Да», если хотя бы по одному из двух предметов получилось 30 % или больше (например, 3 из 10).',
      why: 'Это федеральный порог низких результатов экзамена. Если он пройден по двум процедурам года, школу предлагают в список для поддержки.',
    },
    threshold: THIRTY_PERCENT,
    dataSource: 'протокол РИС ГИА-9, коды 01, 02',
    computable: 'RESULTS',
    provenance: LOW_RESULTS_METHOD,
    applies: OGE_ANY,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'А4',
    wording: 'Средний первичный балл (отметка) по обязательному предмету статистически ниже муниципального',
    hint: {
      data: 'Протоколы ОГЭ по русскому языку и математике: средний балл, разброс и число участников. Расчёт делает центр; если он его не прислал, отметьте «нет данных».',
      threshold:
        '«Да», если хотя бы по одному предмету верхняя граница 95-процентного доверительного интервала школы ниже нижней границы интервала остальных школ муниципалитета.',
      why: 'Отличает устойчивое отставание от случайного: в маленьком классе один слабый результат ещё ничего не значит.',
    },
    threshold: { op: '<', value: 0, unit: 'POINT', base: 'CONFIDENCE_INTERVAL', minParticipants: 0 },
    dataSource: 'протокол РИС ГИА-9, коды 01, 02',
    computable: 'RESULTS',
    provenance: PROPOSAL,
    applies: OGE_ANY,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'А5',
    wording: 'Есть выпускники 9 класса, не получившие аттестат (с учётом сентябрьского периода)',
    hint: {
      data: 'Сводка школы о выдаче аттестатов или форма ОО-1. Считайте после сентябрьских пересдач.',
      threshold: '«Да», если без аттестата остался хотя бы один выпускник 9 класса.',
      why: 'Ребёнок без аттестата не может учиться дальше: школе нужна помощь раньше, чем это повторится.',
    },
    threshold: ANYBODY,
    dataSource: 'форма ОО-1 или сводка школы',
    computable: 'FORM',
    provenance: PROPOSAL,
    applies: allOf(NOT_PRIMARY, '9 in grades'),
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'А6',
    wording: 'Доля «2» по обязательному предмету выросла за год на 10 п.п. и более',
    hint: {
      data: 'Протоколы ОГЭ по одному и тому же предмету за два последних учебных года: доля «2» в каждом.',
      threshold:
        '«Да», если хотя бы по одному предмету доля «2» стала больше на 10 процентных пунктов или сильнее (было 5 %, стало 15 %).',
      why: 'Резкое ухудшение лучше заметить сразу, пока результаты ещё не стали низкими.',
    },
    threshold: { op: '>=', value: 10, unit: 'PERCENTAGE_POINT', base: 'LAST_YEAR', minParticipants: 0 },
    dataSource: 'протоколы РИС ГИА-9 за два года, коды 01, 02',
    computable: 'RESULTS',
    provenance: VPR_ADVICE_MOVED,
    applies: OGE_ANY,
    enabled: true,
  },
];

const ege: MethodCriterion[] = [
  {
    kind: 'yes_no',
    code: 'Б1',
    wording: 'Есть выпускники, не преодолевшие минимальный порог ЕГЭ по русскому языку',
    hint: {
      data: 'Протокол ЕГЭ по русскому языку за прошлый учебный год и минимальный балл того года.',
      threshold: '«Да», если ниже минимального балла получил хотя бы один выпускник.',
      why: 'Без этого экзамена выпускник не получает аттестат.',
    },
    threshold: ANYBODY,
    dataSource: 'протокол РИС ГИА-11, код 01; порог года',
    computable: 'RESULTS',
    provenance: REPORT_AND_PROPOSAL,
    applies: EGE_RU,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'Б2',
    wording: 'Есть выпускники, не преодолевшие порог по математике (база «2» / профиль ниже минимума)',
    hint: {
      data: 'Протоколы ЕГЭ по математике, базовой и профильной, за прошлый учебный год.',
      threshold:
        '«Да», если хотя бы один выпускник получил «2» на базовом экзамене или балл ниже минимального на профильном.',
      why: 'Без математики выпускник не получает аттестат.',
    },
    threshold: ANYBODY,
    dataSource: 'протоколы РИС ГИА-11, коды 22 и 02; порог года',
    computable: 'RESULTS',
    provenance: REPORT_AND_PROPOSAL,
    applies: EGE_MA,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'Б3',
    wording: 'Не менее 30 % участников не преодолели порог хотя бы по одному обязательному предмету',
    hint: {
      data: 'Протоколы ЕГЭ по русскому языку и математике: по каждому предмету разделите число не преодолевших порог на число участников.',
      threshold: '«Да», если хотя бы по одному предмету получилось 30 % или больше.',
      why: 'Это федеральный порог низких результатов экзамена. Если он пройден по двум процедурам года, школу предлагают в список для поддержки.',
    },
    threshold: THIRTY_PERCENT,
    dataSource: 'протоколы РИС ГИА-11, коды 01, 02, 22; порог года',
    computable: 'RESULTS',
    provenance: LOW_RESULTS_METHOD,
    applies: EGE_ANY,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'Б4',
    wording: 'Средний тестовый балл по русскому языку ниже муниципального',
    hint: {
      data: 'Протокол ЕГЭ по русскому языку: средний тестовый балл школы. Средний балл остальных школ муниципалитета сообщает центр.',
      threshold: '«Да», если средний балл школы меньше муниципального. Если равны – «нет».',
      why: 'Показывает, насколько уверенно выпускники сдают обязательный экзамен.',
    },
    threshold: UNDER_MUNICIPALITY,
    dataSource: 'протокол РИС ГИА-11, код 01',
    computable: 'RESULTS',
    provenance: PROPOSAL,
    applies: EGE_RU,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'Б5',
    wording:
      'Средний результат по математике ниже муниципального (профиль – балл; база – отметка; решает больший по участникам вид)',
    hint: {
      data: 'Протоколы ЕГЭ по математике. Возьмите тот экзамен, который сдавало больше выпускников: для профильного – средний балл, для базового – среднюю отметку.',
      threshold: '«Да», если средний результат школы меньше муниципального по тому же виду экзамена.',
      why: 'Показывает, насколько уверенно выпускники сдают обязательный экзамен.',
    },
    threshold: UNDER_MUNICIPALITY,
    dataSource: 'протоколы РИС ГИА-11, коды 02, 22',
    computable: 'RESULTS',
    provenance: PROPOSAL,
    applies: EGE_MA,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'Б6',
    wording: 'Есть выпускники 11 класса, не получившие аттестат',
    hint: {
      data: 'Сводка школы о выдаче аттестатов о среднем общем образовании, с учётом пересдач.',
      threshold: '«Да», если без аттестата остался хотя бы один выпускник 11 класса.',
      why: 'Это самый тяжёлый итог школьных лет: школе нужна помощь раньше, чем это повторится.',
    },
    threshold: ANYBODY,
    dataSource: 'сводка школы об аттестатах',
    computable: 'FORM',
    provenance: PROPOSAL,
    applies: allOf(UPPER_SECONDARY, '11 in grades'),
    enabled: true,
  },
];

/** А: ОГЭ, the school has grade 9. */
export const ogeSection: MethodSection = {
  code: 'А',
  title: 'ОГЭ (ГИА-9)',
  table: 1,
  zone: 'results',
  enabled: true,
  switchable: false,
  note: 'Результаты прошлого учебного года, основной период.',
  criteria: oge,
};

/** Б: ЕГЭ; as a whole неприменимо for ООШ and НОШ. */
export const egeSection: MethodSection = {
  code: 'Б',
  title: 'ЕГЭ (ГИА-11)',
  table: 1,
  zone: 'results',
  enabled: true,
  switchable: false,
  note: 'Результаты прошлого учебного года. Для основных и начальных школ раздел неприменим.',
  criteria: ege,
};

/** Names of conditions that other sections share with the exams. */
export const OGE_TAKEN = OGE_ANY;
export const EGE_TAKEN = EGE_ANY;
