import type { MethodCriterion, MethodSection } from '@/lib/methodology/method';
import { ALWAYS, allOf, NOT_PRIMARY, UPPER_SECONDARY } from '@/prisma/seed/reference/default-method/conditions';
import { EGE_TAKEN, OGE_TAKEN } from '@/prisma/seed/reference/default-method/exam-sections';
import { PROPOSAL, REPORT_AND_PROPOSAL, SUPERVISION_SIGN } from '@/prisma/seed/reference/default-method/provenance';

const NOBODY = { op: '=', value: 0, unit: 'PERSON', base: 'NONE', minParticipants: 0 } as const;
const ANYBODY = { op: '>', value: 0, unit: 'PERSON', base: 'NONE', minParticipants: 0 } as const;
const OVER_MUNICIPALITY = {
  op: '>',
  value: 0,
  unit: 'PERCENTAGE_POINT',
  base: 'MUNICIPALITY',
  minParticipants: 0,
} as const;
const UNDER_MUNICIPALITY = { ...OVER_MUNICIPALITY, op: '<' } as const;

const contests: MethodCriterion[] = [
  {
    kind: 'yes_no',
    code: 'Д1',
    wording: 'Нет победителей и призёров муниципального этапа ВсОШ',
    hint: {
      data: 'Протоколы муниципального этапа всероссийской олимпиады школьников за прошлый учебный год.',
      threshold: '«Да», если у школы нет ни одного победителя и ни одного призёра.',
      why: 'Показывает, есть ли в школе работа с сильными детьми; помочь может школа-партнёр.',
    },
    threshold: NOBODY,
    dataSource: 'протоколы муниципального этапа ВсОШ',
    computable: 'FORM',
    provenance: REPORT_AND_PROPOSAL,
    applies: allOf(NOT_PRIMARY, 'grades.exists(grade, grade >= 7)'),
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'Д2',
    wording: 'Нет участников регионального этапа ВсОШ (для СОШ)',
    hint: {
      data: 'Списки участников регионального этапа олимпиады за прошлый учебный год.',
      threshold: '«Да», если от школы никто не участвовал.',
      why: 'Показывает, доходят ли старшеклассники до следующей ступени олимпиады.',
    },
    threshold: NOBODY,
    dataSource: 'списки участников регионального этапа ВсОШ',
    computable: 'FORM',
    provenance: REPORT_AND_PROPOSAL,
    applies: allOf(UPPER_SECONDARY, 'grades.exists(grade, grade >= 9)'),
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'Д3',
    wording: 'Доля обучающихся 4–11 кл., участвовавших в школьном этапе ВсОШ, ниже муниципальной',
    hint: {
      data: 'Сколько учеников 4–11 классов участвовали хотя бы в одной олимпиаде школьного этапа и сколько их всего. Муниципальную долю сообщает центр.',
      threshold: '«Да», если доля в школе меньше муниципальной. Если доли равны – «нет».',
      why: 'Школьный этап открыт для всех: низкое участие говорит, что детям о нём не рассказали или им не помогли.',
    },
    threshold: UNDER_MUNICIPALITY,
    dataSource: 'отчёт школы о школьном этапе ВсОШ',
    computable: 'FORM',
    provenance: PROPOSAL,
    applies: 'grades.exists(grade, grade >= 4)',
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'Д4',
    wording: 'Нет победителей и призёров муниципальных/региональных конкурсов из утверждённого перечня',
    hint: {
      data: 'Итоги конкурсов из утверждённого перечня: их проводят органы власти в сфере образования.',
      threshold: '«Да», если за год нет ни одного победителя и ни одного призёра.',
      why: 'Показывает, есть ли у детей успехи за пределами уроков.',
    },
    threshold: NOBODY,
    dataSource: 'реестр мероприятий и конкурсов',
    computable: 'MANUAL',
    provenance: REPORT_AND_PROPOSAL,
    applies: ALWAYS,
    enabled: true,
  },
];

const internal: MethodCriterion[] = [
  {
    kind: 'yes_no',
    code: 'Е1',
    wording: 'Доля обучающихся с академической задолженностью по итогам года выше муниципальной',
    hint: {
      data: 'Форма центра: сколько учеников закончили прошлый учебный год с задолженностью и сколько учеников всего. Муниципальную долю сообщает центр.',
      threshold: '«Да», если доля в школе больше муниципальной. Если доли равны – «нет».',
      why: 'Задолженности копятся: чем раньше школа получит помощь, тем меньше детей отстанет.',
    },
    threshold: OVER_MUNICIPALITY,
    dataSource: 'форма центра',
    computable: 'FORM',
    provenance: REPORT_AND_PROPOSAL,
    applies: ALWAYS,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'Е2',
    wording: 'Есть обучающиеся, оставленные на повторное обучение',
    hint: {
      data: 'Форма ОО-1 или приказы школы о переводе за прошлый учебный год.',
      threshold: '«Да», если на повторное обучение оставлен хотя бы один ученик.',
      why: 'Второгодничество – редкая и тяжёлая для ребёнка мера; за ней обычно стоят трудности, с которыми можно помочь.',
    },
    threshold: ANYBODY,
    dataSource: 'форма ОО-1',
    computable: 'FORM',
    provenance: PROPOSAL,
    applies: ALWAYS,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'Е3',
    wording: 'Качество знаний по итогам промежуточной аттестации ниже муниципального',
    hint: {
      data: 'Форма центра: доля учеников, закончивших год на «4» и «5». Муниципальное значение сообщает центр.',
      threshold: '«Да», если доля в школе меньше муниципальной. Если доли равны – «нет».',
      why: 'Дополняет картину экзаменов тем, как дети учатся каждый год.',
    },
    threshold: UNDER_MUNICIPALITY,
    dataSource: 'форма центра',
    computable: 'FORM',
    provenance: REPORT_AND_PROPOSAL,
    applies: ALWAYS,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'Е4',
    wording: 'Более 30 % выпускников 9 кл. получили на ОГЭ отметку ниже годовой (русский или математика)',
    hint: {
      data: 'Протоколы ОГЭ и годовые отметки девятиклассников по русскому языку и математике.',
      threshold:
        '«Да», если хотя бы по одному предмету отметка ОГЭ ниже годовой больше чем у 30 % выпускников. Ровно 30 % – «нет».',
      why: 'Если школьные отметки расходятся с экзаменом, детям и родителям трудно понять, чему они научились.',
    },
    threshold: { op: '>', value: 30, unit: 'PERCENT', base: 'NONE', minParticipants: 0 },
    dataSource: 'протоколы РИС ГИА-9 и годовые отметки',
    computable: 'RESULTS',
    provenance: PROPOSAL,
    applies: OGE_TAKEN,
    enabled: true,
  },
  {
    kind: 'yes_no',
    code: 'Е5',
    wording: 'Есть медалисты / аттестат с отличием, не подтверждённые ЕГЭ (< 70 баллов по русскому или математике)',
    hint: {
      data: 'Список выпускников с медалью или аттестатом с отличием и их баллы ЕГЭ по русскому языку и профильной математике.',
      threshold: '«Да», если хотя бы у одного из них меньше 70 баллов по русскому языку или математике.',
      why: 'Показывает, насколько школьные отличия подтверждаются на экзамене.',
    },
    threshold: ANYBODY,
    dataSource: 'протоколы РИС ГИА-11 и книга выдачи аттестатов',
    computable: 'FORM',
    provenance: SUPERVISION_SIGN,
    applies: EGE_TAKEN,
    enabled: true,
  },
];

/** Д: olympiads and contests held by education authorities. */
export const contestSection: MethodSection = {
  code: 'Д',
  title: 'ВсОШ и конкурсы, проводимые органами власти в сфере образования',
  table: 1,
  zone: 'results',
  enabled: true,
  switchable: false,
  note: 'Всероссийская олимпиада школьников и конкурсы из утверждённого перечня за прошлый учебный год.',
  criteria: contests,
};

/** Е: interim attestation and the school's own marks. */
export const internalSection: MethodSection = {
  code: 'Е',
  title: 'Промежуточная аттестация и внутренняя оценка',
  table: 1,
  zone: 'results',
  enabled: true,
  switchable: false,
  note: 'Итоги прошлого учебного года.',
  criteria: internal,
};
