import type { MethodSection } from '@/lib/methodology/method';
import { allOf, anyOf, countOf, NOT_PRIMARY, taken, vpr } from '@/prisma/seed/reference/default-method/conditions';
import { LOW_RESULTS_METHOD, PROPOSAL, VPR_ADVICE } from '@/prisma/seed/reference/default-method/provenance';

/** В: ВПР results. Off by default: ВПР is not provided for judging schools (domain handbook §7.1). */
export const vprSection: MethodSection = {
  code: 'В',
  title: 'ВПР: уровень результатов',
  table: 1,
  zone: 'results',
  enabled: false,
  switchable: true,
  note: 'Раздел выключен: использование результатов ВПР для оценки деятельности школ не предусмотрено (письмо Рособрнадзора от 18.04.2025 № 02-86). Включайте только для внутреннего анализа и адресной методической помощи.',
  criteria: [
    {
      kind: 'yes_no',
      code: 'В1',
      wording: 'Не менее 30 % «2» хотя бы по одной процедуре ВПР (русский, математика; 5–8 кл.)',
      hint: {
        data: 'Отчёт ФИС ОКО «Статистика по отметкам» за прошлый учебный год: русский язык и математика, 5–8 классы.',
        threshold:
          '«Да», если хотя бы по одной работе «2» получили 30 % участников или больше, а писали не менее 10 человек.',
        why: 'Показывает, где отставание появилось ещё до выпускного экзамена и его можно успеть преодолеть.',
      },
      threshold: { op: '>=', value: 30, unit: 'PERCENT', base: 'NONE', minParticipants: 10 },
      dataSource: 'ФИС ОКО, статистика по отметкам',
      computable: 'RESULTS',
      provenance: LOW_RESULTS_METHOD,
      applies: allOf(NOT_PRIMARY, `(${anyOf(...vpr(5, 6, 7, 8))})`),
      enabled: true,
    },
    {
      kind: 'yes_no',
      code: 'В2',
      wording:
        'Низкие результаты (≥ 30 % «2») по двум и более оценочным процедурам года (ВПР 5–6 ру/ма + ОГЭ ру/ма) – федеральный признак ШНОР',
      hint: {
        data: 'ФИС ОКО (ВПР по русскому языку и математике, 5 и 6 классы) и протоколы ОГЭ по русскому языку и математике.',
        threshold: '«Да», если 30 % «2» или больше получено не менее чем по двум из этих процедур за год.',
        why: 'Это федеральное правило, по которому выявляют школы с низкими результатами.',
      },
      threshold: { op: '>=', value: 2, unit: 'PROCEDURE', base: 'NONE', minParticipants: 10 },
      dataSource: 'ФИС ОКО и протоколы РИС ГИА-9',
      computable: 'RESULTS',
      provenance: LOW_RESULTS_METHOD,
      applies: allOf(NOT_PRIMARY, countOf(2, ...vpr(5, 6), taken(9, 'oge_ru'), taken(9, 'oge_ma'))),
      enabled: true,
    },
    {
      kind: 'yes_no',
      code: 'В3',
      wording: 'Доля «2» по той же процедуре выросла на 10 п.п. и более к прошлому году',
      hint: {
        data: 'ФИС ОКО, «Статистика по отметкам» за два года: одна и та же работа (например, русский язык, 4 класс).',
        threshold: '«Да», если хотя бы по одной работе доля «2» стала больше на 10 процентных пунктов или сильнее.',
        why: 'Резкое ухудшение лучше заметить сразу и разобраться в причинах.',
      },
      threshold: { op: '>=', value: 10, unit: 'PERCENTAGE_POINT', base: 'LAST_YEAR', minParticipants: 0 },
      dataSource: 'ФИС ОКО за два года',
      computable: 'RESULTS',
      provenance: VPR_ADVICE,
      applies: anyOf(...vpr(4, 5, 6, 7, 8)),
      enabled: true,
    },
    {
      kind: 'yes_no',
      code: 'В4',
      wording: 'Качество («4»+«5») по ВПР ниже нижнего квартиля муниципалитета по двум и более процедурам',
      hint: {
        data: 'ФИС ОКО, «Статистика по отметкам»: доля «4» и «5» по каждой работе. Нижний квартиль муниципалитета сообщает центр.',
        threshold: '«Да», если по двум работам или больше доля «4» и «5» меньше нижнего квартиля.',
        why: 'Показывает школы, где мало детей учатся на «4» и «5», даже если «двоек» немного.',
      },
      threshold: { op: '>=', value: 2, unit: 'PROCEDURE', base: 'FIRST_QUARTILE', minParticipants: 0 },
      dataSource: 'ФИС ОКО, статистика по отметкам',
      computable: 'RESULTS',
      provenance: PROPOSAL,
      applies: countOf(2, ...vpr(4, 5, 6, 7, 8)),
      enabled: true,
    },
  ],
};
