import type { MethodHint, MethodSection, MethodSign, MethodThreshold } from '@/lib/methodology/method';
import { ALWAYS, allOf, anyOf, taken, vpr } from '@/prisma/seed/reference/default-method/conditions';
import { OBJECTIVITY_METHOD, PROPOSAL, VPR_ADVICE } from '@/prisma/seed/reference/default-method/provenance';

/** The three families of federal signs (domain handbook §2.2 А, Б, В) and the local ones (§2.3). */
type Family = { wording: string; formula: string; hint: MethodHint; threshold: MethodThreshold };

const RAISED_MEAN: Family = {
  wording: 'Завышенный средний балл',
  formula: 'x̄ − 1,96·s/√m > X̄ + 1,96·S/√n, где x̄, s, m – школа, X̄, S, n – регион',
  hint: {
    data: 'Первичные баллы участников школы и среднее по региону. Расчёт делает центр; если он его не прислал, отметьте «нет данных».',
    threshold:
      '«Да», если нижняя граница 95-процентного доверительного интервала школы выше верхней границы интервала региона. При числе участников меньше 10 вывод ненадёжен.',
    why: 'Заметно высокий результат радует, но иногда говорит о нарушениях при проведении. Это возможный маркер, а не вывод о школе.',
  },
  threshold: { op: '>', value: 0, unit: 'POINT', base: 'CONFIDENCE_INTERVAL', minParticipants: 10 },
};

const MISMATCH: Family = {
  wording: 'Несоответствие результатов ВПР и школьных отметок',
  formula: 'rs < 0, где rs – ранговая корреляция Спирмена отметки и первичного балла с поправкой на связи',
  hint: {
    data: 'ФИС ОКО: отметка за предыдущую четверть (триместр) и балл за работу. Расчёт делает центр; если он его не прислал, отметьте «нет данных».',
    threshold: '«Да», если корреляция отрицательна: чем выше отметка, тем ниже балл.',
    why: 'Обычно лучшие ученики и пишут лучше. Если наоборот, стоит посмотреть и на оценивание в школе, и на проведение работы.',
  },
  threshold: { op: '<', value: 0, unit: 'CORRELATION', base: 'NONE', minParticipants: 0 },
};

const K = 'K – отношение среднего процента выполнения ВПР в 4 классе к среднему проценту той же параллели в 5 классе';
const COHORT_DATA =
  'ФИС ОКО за два года: средний процент выполнения работы в 4 классе и через год в 5 классе. Расчёт делает центр; если он его не прислал, отметьте «нет данных».';

const JUMP: Family = {
  wording: 'Резкое возрастание результатов одной параллели от 4 к 5 классу',
  formula: `K < Q1 − 3·IQR; ${K}; Q1, IQR – по всем школам территории`,
  hint: {
    data: COHORT_DATA,
    threshold:
      '«Да», если рост намного сильнее, чем у остальных школ территории (дальше трёх межквартильных размахов).',
    why: 'Те же дети за год редко меняют результат так резко; причину стоит найти. Это возможный маркер, а не вывод о школе.',
  },
  threshold: { op: '<', value: 3, unit: 'IQR', base: 'FIRST_QUARTILE', minParticipants: 0 },
};

const FALL: Family = {
  wording: 'Резкое падение результатов одной параллели от 4 к 5 классу',
  formula: `K > Q3 + 3·IQR; ${K}; Q3, IQR – по всем школам территории`,
  hint: {
    data: COHORT_DATA,
    threshold:
      '«Да», если падение намного сильнее, чем у остальных школ территории (дальше трёх межквартильных размахов).',
    why: 'Резкое падение бывает, когда результат 4 класса был завышен, или когда детям трудно перейти в основную школу.',
  },
  threshold: { op: '>', value: 3, unit: 'IQR', base: 'THIRD_QUARTILE', minParticipants: 0 },
};

function sign(code: string, family: Family, what: string, applies: string): MethodSign {
  return {
    code,
    wording: `${family.wording}: ${what}`,
    formula: family.formula,
    hint: family.hint,
    threshold: family.threshold,
    provenance: OBJECTIVITY_METHOD,
    applies,
    enabled: true,
  };
}

/** One parallel in grades 4 and 5: the school teaches both, and the later work was held. */
const cohort = (subject: 'ru' | 'ma') => allOf('4 in grades', taken(5, `vpr_${subject}5`));

const federal: MethodSign[] = [
  sign('Г01', RAISED_MEAN, 'ВПР, русский язык, 4 класс', taken(4, 'vpr_ru4')),
  sign('Г02', RAISED_MEAN, 'ВПР, математика, 4 класс', taken(4, 'vpr_ma4')),
  sign('Г03', RAISED_MEAN, 'ВПР, русский язык, 5 класс', taken(5, 'vpr_ru5')),
  sign('Г04', RAISED_MEAN, 'ВПР, математика, 5 класс', taken(5, 'vpr_ma5')),
  sign('Г05', RAISED_MEAN, 'ОГЭ, русский язык', taken(9, 'oge_ru')),
  sign('Г06', RAISED_MEAN, 'ОГЭ, математика', taken(9, 'oge_ma')),
  sign('Г07', MISMATCH, 'русский язык, 4 класс', taken(4, 'vpr_ru4')),
  sign('Г08', MISMATCH, 'математика, 4 класс', taken(4, 'vpr_ma4')),
  sign('Г09', MISMATCH, 'русский язык, 5 класс', taken(5, 'vpr_ru5')),
  sign('Г10', MISMATCH, 'математика, 5 класс', taken(5, 'vpr_ma5')),
  sign('Г11', JUMP, 'русский язык', cohort('ru')),
  sign('Г12', JUMP, 'математика', cohort('ma')),
  sign('Г13', FALL, 'русский язык', cohort('ru')),
  sign('Г14', FALL, 'математика', cohort('ma')),
];

const local: MethodSign[] = [
  {
    code: 'Г15',
    wording: 'Пик на границе отметки в распределении первичных баллов ВПР',
    formula:
      'P(Bin(N, π) ≥ k) < 0,01 при N ≥ 5, где k – участники с баллом на границе отметки и на 1 выше, N – они же и два балла ниже границы, π – такая же доля по территории',
    hint: {
      data: 'ФИС ОКО, «Распределение первичных баллов», и официальная шкала отметок того года.',
      threshold: '«Да», если участников сразу за границей отметки намного больше, чем обычно на территории.',
      why: 'Выраженный пик – возможный маркер необъективной проверки, он требует дополнительного анализа.',
    },
    threshold: null,
    provenance: `${VPR_ADVICE}; формула – предложение справочника портала`,
    applies: anyOf(...vpr(4, 5, 6, 7, 8)),
    enabled: false,
  },
  {
    code: 'Г16',
    wording: 'Отметки за ВПР и в журнале расходятся на 2 балла и более',
    formula: 'доля участников с |ВПР − журнал| ≥ 2 не менее 10 % при n ≥ 10',
    hint: {
      data: 'ФИС ОКО, «Сравнение отметок с отметками по журналу».',
      threshold: '«Да», если так разошлись отметки у 10 % участников или больше, а писали не менее 10 человек.',
      why: 'Большие расхождения говорят, что школьное оценивание стоит обсудить.',
    },
    threshold: { op: '>=', value: 10, unit: 'PERCENT', base: 'NONE', minParticipants: 10 },
    provenance: `${VPR_ADVICE}; порог – предложение справочника портала`,
    applies: anyOf(...vpr(4, 5, 6, 7, 8)),
    enabled: false,
  },
  {
    code: 'Г17',
    wording: 'Результаты ВПР высокие, а результаты ОГЭ той же школы низкие',
    formula: 'есть хотя бы один из признаков Г01–Г04, и на ОГЭ доля «2» не менее 30 % или средний балл ниже территории',
    hint: {
      data: 'Признаки Г01–Г04 этой карты и протоколы ОГЭ.',
      threshold: '«Да», если ВПР заметно выше региона, а ОГЭ в той же школе – ниже.',
      why: 'Если успехи младших не подтверждаются на экзамене, стоит понять, почему.',
    },
    threshold: null,
    provenance: PROPOSAL,
    applies: allOf(`(${anyOf(...vpr(4, 5))})`, taken(9, 'oge_ru', 'oge_ma')),
    enabled: false,
  },
  {
    code: 'Г18',
    wording: 'Школа отмечена в официальном перечне ФИОКО (маркеры необъективности)',
    formula: 'хотя бы один маркер: русский язык или математика, 4 или 5 класс',
    hint: {
      data: 'Официальный перечень школ с признаками необъективных результатов; его сообщает регион.',
      threshold: '«Да», если школа есть в перечне года хотя бы с одним маркером.',
      why: 'Перечень ведёт федеральное агентство; центру важно вместе со школой разобраться в причинах.',
    },
    threshold: null,
    provenance: 'Официальный перечень ФИОКО',
    applies: anyOf(...vpr(4, 5)),
    enabled: false,
  },
];

/** Г: one composite criterion, a point for each sign; it stays on, since the federal agency itself checks objectivity. */
export const objectivitySection: MethodSection = {
  code: 'Г',
  title: 'Зона риска по результатам федеральных оценочных процедур',
  table: 2,
  zone: 'objectivity',
  enabled: true,
  switchable: true,
  note: 'Балл за каждый признак. Признак – возможный маркер, а не установленное нарушение.',
  criteria: [
    {
      kind: 'composite',
      code: 'Г',
      wording: 'Зона риска по результатам федеральных оценочных процедур',
      hint: {
        data: 'Признаки необъективности ВПР и ОГЭ за прошлый учебный год. Большинство из них считает центр.',
        threshold: 'Отвечайте на каждый признак отдельно: за каждый «да» – 1 балл.',
        why: 'Помогает понять, можно ли доверять остальным результатам, и показывается отдельно от них.',
      },
      threshold: null,
      dataSource: 'ФИС ОКО и протоколы РИС ГИА-9',
      computable: 'RESULTS',
      provenance: OBJECTIVITY_METHOD,
      applies: ALWAYS,
      enabled: true,
      signs: [...federal, ...local],
    },
  ],
};
