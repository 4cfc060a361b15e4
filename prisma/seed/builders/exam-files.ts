import { type ExamPupil, type ExamSchool, type Paper, scoreOf } from './exam-pupils';

export type Cell = string | number | null;
export type ExamSheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

const letterOf = ({ className }: ExamPupil) => (className === 'В' ? 'НЕТ' : className);
/** Tasks not begun are «X», Latin and Cyrillic by turns, as real files have it. */
const cellOf = (got: number, index: number): Cell =>
  got === 0 && index % 4 === 1 ? (index % 8 === 1 ? 'X' : 'Х') : got;

/** ФИС ОКО 2020: `Sheet1`, «Учебник» in the middle, in Russian of grade 4 two variants on two days. */
export function vpr2020(pupils: readonly ExamPupil[], paper: Paper): ExamSheet {
  const half = Math.floor(paper.tasks.length / 2);
  const tasks = paper.tasks.map((_, index) => `a-${index + 1}-grade`);
  const header = [
    ...['groups', 'user', 'id', 'code', 'otc', 'gender', 'klass', 'var-1', 'var-2', 'sum'],
    ...tasks.slice(0, half),
    'Учебник',
    ...tasks.slice(half),
  ];
  const rows = pupils.map((pupil, index): Cell[] => {
    const points: Cell[] = pupil.isAbsent ? pupil.points.map(() => null) : pupil.points.map(cellOf);
    const variant = pupil.isAbsent ? 'отсутствовал' : 3;
    return [
      ...[`reg99;reg99_m001`, `sch${pupil.school.number}`, 100_000 + index, pupil.code, pupil.journal],
      ...[index % 2 === 0 ? 'м' : 'ж', letterOf(pupil), variant, variant],
      pupil.isAbsent ? null : scoreOf(pupil),
      ...points.slice(0, half),
      'Учебник математики',
      ...points.slice(half),
    ];
  });
  return { name: 'Sheet1', rows: [header, ...rows] };
}

/** ФИС ОКО 2021: `Sheet`, Russian headers. */
export function vpr2021(pupils: readonly ExamPupil[], paper: Paper): ExamSheet {
  const header = [
    ...['логин школы', 'регион', 'номер обучающегося', 'код обучающегося', 'отметка за предыдущую четверть/триместр'],
    ...['пол', 'класс', 'вариант', 'всего баллов'],
    ...paper.tasks.map((_, index) => `балл за ${index + 1}`),
    ...['Учебник', 'Др.уч. автор', 'Др.уч. название'],
  ];
  const rows = pupils.map((pupil, index): Cell[] => [
    ...[`sch${pupil.school.number}`, 'СПО Светлый край', index + 1, pupil.code, pupil.journal],
    ...[index % 2 === 0 ? 'м' : 'ж', letterOf(pupil).toLowerCase(), pupil.isAbsent ? 'отсутствовал' : 7],
    pupil.isAbsent ? null : scoreOf(pupil),
    ...pupil.points.map((got, place) => (pupil.isAbsent ? null : cellOf(got, place))),
    ...['Букварь', null, null],
  ]);
  return { name: 'Sheet', rows: [header, ...rows] };
}

/** ФИС ОКО 2022 and after: a sheet of classes before the protocol; who was absent has a 0. */
export function vpr2022(pupils: readonly ExamPupil[], paper: Paper, loadedOn = '2022-04-20'): ExamSheet[] {
  const header = [
    ...['Пользователь', 'Код региона', 'Регион', 'Муниципалитет', 'Школа', 'Дата загрузки', 'Код', 'Вариант'],
    ...paper.tasks.map((max, index) => `${index === 15 ? '16 (1)' : index + 1} (${max}б)`),
    ...['Наименование класса', 'Пол', 'Отметка за предыдущий триместр/ четверть/полугодие', 'Итого баллов'],
  ];
  const rows = pupils.map((pupil, index): Cell[] => [
    ...[`edu${pupil.school.number}`, 99, 'reg990000 | Светлый край', 'reg99_m001 | Светлореченск'],
    ...[`edu${pupil.school.number} | ${pupil.school.name}`, loadedOn, pupil.code],
    pupil.isAbsent ? 'отсутствовал' : 5,
    ...pupil.points.map((got, place) => (pupil.isAbsent ? null : cellOf(got, place))),
    ...[letterOf(pupil), index % 2 === 0 ? 'м' : 'ж', pupil.journal, pupil.isAbsent ? 0 : scoreOf(pupil)],
  ]);
  const classes = [...new Set(pupils.map(({ school }) => school.number))].map((number): Cell[] => [
    `edu${number}`,
    'А',
    25,
  ]);
  return [
    { name: 'Классы', rows: [['Пользователь', 'Класс', 'Число обучающихся'], ...classes] },
    { name: 'Протокол', rows: [header, ...rows] },
  ];
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2).replace('.', ',')}`;

type Group = { readonly school: ExamSchool; readonly wrote: readonly ExamPupil[] };
export const bySchool = (pupils: readonly ExamPupil[]): Group[] => {
  const groups = new Map<string, ExamPupil[]>();
  for (const pupil of pupils) groups.set(pupil.school.number, [...(groups.get(pupil.school.number) ?? []), pupil]);
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ school: first.school, wrote: all.filter(({ isAbsent }) => !isAbsent) }] : [];
  });
};

const shareOf = (wrote: readonly ExamPupil[], has: (pupil: ExamPupil) => boolean) =>
  percent(wrote.filter(has).length, wrote.length);

type Marked = (pupil: ExamPupil) => number;

/** «Статистика по отметкам»: the whole, the region, the municipality, then the schools. */
export function markStatistics(pupils: readonly ExamPupil[], mark: Marked): ExamSheet {
  const line = (title: string, wrote: readonly ExamPupil[]): Cell[] => [
    title,
    wrote.length,
    ...[2, 3, 4, 5].map((value) => shareOf(wrote, (pupil) => mark(pupil) === value)),
  ];
  const all = pupils.filter(({ isAbsent }) => !isAbsent);
  const rows = bySchool(pupils).map(({ school, wrote }) => line(`${school.name} (edu${school.number})`, wrote));
  const territories = ['Вся выборка', 'Светлый край', 'город Светлореченск'].map((title) => line(title, all));
  return { name: 'Лист1', rows: [['Группы участников', 'Кол-во участников', 2, 3, 4, 5], ...territories, ...rows] };
}

/** «Распределение первичных баллов». */
export function scoreDistribution(pupils: readonly ExamPupil[], maxScore: number): ExamSheet {
  const scores = Array.from({ length: maxScore + 1 }, (_, score) => score);
  const line = (title: string, wrote: readonly ExamPupil[]): Cell[] => [
    title,
    wrote.length,
    ...scores.map((score) => shareOf(wrote, (pupil) => scoreOf(pupil) === score)),
  ];
  const all = pupils.filter(({ isAbsent }) => !isAbsent);
  const rows = bySchool(pupils).map(({ school, wrote }) => line(`${school.name} (edu${school.number})`, wrote));
  return {
    name: 'Лист1',
    rows: [
      ['Группы участников', 'Кол-во участников', ...scores],
      line('Вся выборка', all),
      line('Светлый край', all),
      ...rows,
    ],
  };
}

/** «Сравнение отметок с отметками по журналу»: three rows under each group. */
export function journalComparison(pupils: readonly ExamPupil[], mark: Marked): ExamSheet {
  const kinds: readonly (readonly [string, (pupil: ExamPupil) => boolean])[] = [
    ['Понизили (Отметка < Отметка по журналу) %', (pupil) => mark(pupil) < pupil.journal],
    ['Подтвердили (Отметка = Отметке по журналу) %', (pupil) => mark(pupil) === pupil.journal],
    ['Повысили (Отметка > Отметка по журналу) %', (pupil) => mark(pupil) > pupil.journal],
  ];
  const rows = bySchool(pupils).flatMap(({ school, wrote }): Cell[][] => [
    [`${school.name} (edu${school.number})`, null, null],
    ...kinds.map(([title, has]): Cell[] => [title, wrote.filter(has).length, shareOf(wrote, has)]),
    ['Всего', wrote.length, '100'],
  ]);
  return { name: 'Лист1', rows: [['Группы участников', 'Кол-во участников', '%'], ...rows] };
}

type Work = { readonly year: number; readonly grade: number; readonly subject: string };

/** Flat regional tables: year and percents with a decimal comma as text, nothing where it is 0. */
export function flatMarks(pupils: readonly ExamPupil[], mark: Marked, { year, grade, subject }: Work): ExamSheet {
  const header = ['Год', 'Класс', 'Предмет', 'Муниципалитет', 'Логин', 'ОО', 'Кол-во участников', '2', '3', '4', '5'];
  const rows = bySchool(pupils).map(({ school, wrote }): Cell[] => [
    ...[String(year), grade, subject, 'Светлореченск', `sch${school.number}`, school.name, wrote.length],
    ...[2, 3, 4, 5].map((value) => shareOf(wrote, (pupil) => mark(pupil) === value)),
  ]);
  return { name: 'marks', rows: [header, ...rows] };
}

export function flatScores(pupils: readonly ExamPupil[], maxScore: number, { year, grade, subject }: Work): ExamSheet {
  const scores = Array.from({ length: maxScore + 1 }, (_, score) => score);
  const header = [
    'Год',
    'Класс',
    'Предмет',
    'Муниципалитет',
    'Логин',
    'ОО',
    'Кол-во участников',
    ...scores.map(String),
  ];
  const rows = bySchool(pupils).map(({ school, wrote }): Cell[] => [
    ...[String(year), grade, subject, 'Светлореченск', `sch${school.number}`, school.name, wrote.length],
    ...scores.map((score) => {
      const share = shareOf(wrote, (pupil) => scoreOf(pupil) === score);
      return share === '0,00' ? null : share;
    }),
  ]);
  return { name: 'scores', rows: [header, ...rows] };
}

export const flatBias = (schools: readonly ExamSchool[]): ExamSheet => ({
  name: 'Признаки необъективности 2022',
  rows: [
    ['Год', 'Логин', 'Муниципалитет', 'ОО', '4 РУ', '4 МА', '5 РУ', '5 МА', 'Количество маркеров'],
    ...schools.map((school, index): Cell[] => [
      ...['2022', `edu${school.number}`, 'Светлореченск', school.name],
      ...(index % 3 === 0 ? [1, null, 1, null, 2] : [null, null, null, null, null]),
    ]),
  ],
});

/** How a protocol of РИС ГИА is laid out: every column, or every second one with merged cells. */
export type GiaShape = { readonly exam: 'OGE' | 'EGE'; readonly isSparse?: boolean; readonly isOld?: boolean };

const GIA_HEADER = [
  '№',
  'Код МСУ',
  'Код ОО',
  'Класс',
  'Код ППЭ',
  'Аудитория',
  'Фамилия',
  'Имя',
  'Отчество',
  'Серия',
  'Номер',
];

/** One block of a protocol with its title and its footers. */
export function giaBlock(
  pupils: readonly ExamPupil[],
  title: string,
  { exam, isSparse = false, isOld = false }: GiaShape,
  result: (pupil: ExamPupil) => number,
): Cell[][] {
  const answers = isOld
    ? ['Часть с кратким ответом', 'Часть с развёрнутым ответом']
    : ['Задания с кратким ответом', 'Задания с развёрнутым ответом'];
  const header = [
    ...GIA_HEADER,
    ...answers,
    'Первичный балл',
    exam === 'OGE' ? 'Оценка' : isOld ? 'Балл' : 'Тестовый балл',
  ];
  const rows = pupils.map((pupil, index): Cell[] => {
    const short = pupil.points.slice(0, 8).map((got) => (got === 0 ? '-' : got === 1 ? '+' : String(got)));
    const long = pupil.points.slice(8).map((got) => `${got}(${Math.max(got, 3)})`);
    const paper = pupil.isAbsent
      ? [null, null, null, null]
      : [short.join(''), long.join(''), scoreOf(pupil), result(pupil)];
    const grade = exam === 'OGE' ? 9 : 11;
    return [
      ...[index + 1, '056', Number(pupil.school.code), `${grade}${pupil.className}`, '0301', '0012'],
      ...[pupil.surname, pupil.name, 'Сергеевич', '9999', pupil.document],
      ...paper,
    ];
  });
  const wide = (row: readonly Cell[]): Cell[] => (isSparse ? row.flatMap((cell): Cell[] => [cell, null]) : [...row]);
  return [
    [title],
    [],
    wide(header),
    ...rows.map(wide),
    wide(['Средние', ...new Array<Cell>(12).fill(null), '12,3', '3,4']),
    wide(['Минимальная граница', ...new Array<Cell>(12).fill(null), 15, 3]),
    [`Всего участников: ${pupils.length}`],
    [],
  ];
}

/** A protocol of a stage of ВсОШ. */
export const olympiadProtocol = (pupils: readonly ExamPupil[], title: string): ExamSheet => ({
  name: 'Протокол',
  rows: [
    [title],
    ['№', 'Фамилия', 'Имя', 'Отчество', 'Школа', 'Класс', 'Количество баллов', 'Статус'],
    ...pupils.map((pupil, index): Cell[] => [
      ...[index + 1, pupil.surname, pupil.name, 'Петровна', pupil.school.name, 9, scoreOf(pupil)],
      index % 7 === 0 ? 'Победитель' : index % 5 === 0 ? 'призёр' : 'участник',
    ]),
  ],
});
