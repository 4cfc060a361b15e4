import type { RowWords } from '../../../../lib/roadmaps/plan';

type Row = Pick<RowWords, 'number' | 'measure' | 'term' | 'responsible' | 'result' | 'form'> & {
  readonly kind?: RowWords['kind'];
  /** Criterion of the default method that the row answers to. */
  readonly item?: string;
};

const section = (number: string, measure: string): Row => ({
  ...{ kind: 'SECTION', number, measure, term: '', responsible: '', result: '', form: '' },
});

/** A school's plan for a school year, to show and to begin with. */
export const schoolRoadmap: readonly Row[] = [
  section('1', 'Нормативное обеспечение'),
  {
    number: '1.1',
    measure: 'Разработка и утверждение программы повышения качества образования школы',
    term: 'сентябрь',
    responsible: 'Директор',
    result: 'Программа утверждена',
    form: 'Приказ школы',
  },
  {
    number: '1.2',
    measure: 'Назначение ответственных за работу с обучающимися «группы риска»',
    term: 'до 15 октября',
    responsible: 'Директор',
    result: 'Ответственные назначены в каждом классе 5–9',
    form: 'Приказ школы',
  },
  section('2', 'Качество преподавания'),
  {
    number: '2.1',
    measure: 'Входная диагностика по математике в 9 классе и разбор дефицитов',
    term: 'сентябрь, октябрь',
    responsible: 'Заместитель директора, ШМО учителей математики',
    result: 'Известны темы, в которых ошибается больше половины класса',
    form: 'Аналитическая справка',
    item: 'А1',
  },
  {
    number: '2.2',
    measure: 'Взаимопосещение уроков с учителями школы-партнёра',
    term: 'октябрь–апрель',
    responsible: 'Заместитель директора, школа-партнёр',
    result: 'Не меньше 8 уроков с обсуждением',
    form: 'Листы обсуждения уроков',
  },
  {
    kind: 'SUBROW',
    number: '',
    measure: 'первое полугодие: математика',
    term: 'октябрь–декабрь',
    responsible: 'ШМО учителей математики',
    result: '',
    form: '',
  },
  {
    kind: 'SUBROW',
    number: '',
    measure: 'второе полугодие: русский язык',
    term: 'январь–апрель',
    responsible: 'ШМО учителей русского языка',
    result: '',
    form: '',
  },
  {
    number: '2.3',
    measure: 'Курсы повышения квалификации по подготовке к ГИА для двух учителей',
    term: 'в течение года',
    responsible: 'Директор, МОЦ',
    result: 'Два удостоверения',
    form: 'Копии удостоверений',
  },
  section('3', 'Работа с обучающимися и родителями'),
  {
    number: '3.1',
    measure: 'Дополнительные занятия для обучающихся «группы риска» 9 класса',
    term: 'ноябрь–май',
    responsible: 'Учителя-предметники',
    result: 'Доля «2» в пробной работе меньше, чем в сентябре',
    form: 'Ведомости пробных работ',
    item: 'А1',
  },
  {
    number: '3.2',
    measure: 'Встречи с родителями обучающихся «группы риска»',
    term: 'ноябрь, февраль, апрель',
    responsible: 'Классные руководители, социальный педагог',
    result: 'Охвачены все семьи группы риска',
    form: 'Протоколы встреч',
  },
  section('4', 'Итоги'),
  {
    number: '4.1',
    measure: 'Промежуточный отчёт о выполнении дорожной карты на совете центра',
    term: 'январь',
    responsible: 'Директор',
    result: 'Решение совета центра',
    form: 'Отчёт, протокол',
  },
  {
    number: '4.2',
    measure: 'Участие в выездных мероприятиях региона',
    term: 'по плану СОИРО',
    responsible: 'Директор, СОИРО',
    result: '',
    form: '',
  },
];
