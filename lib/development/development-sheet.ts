import { meanWords } from '@/lib/development/course-result';
import type { DevelopmentList, DevelopmentTables } from '@/lib/development/development-queries';
import { indicatorWords } from '@/lib/development/indicators';
import {
  APPEARANCE_KIND_WORDS,
  APPEARANCE_LEVEL_WORDS,
  ASSOCIATION_KIND_WORDS,
  COURSE_FORM_WORDS,
  COURSE_STATE_WORDS,
  REQUEST_STATE_WORDS,
} from '@/lib/development/words';
import { formatDay } from '@/lib/kernel/day';
import { countWords, SMALL_COUNT_WORDS } from '@/lib/kernel/small-count';
import type { CellInput, ColumnPlan } from '@/lib/platform/spreadsheet/sheet-plan';

type Sheet = {
  readonly title: string;
  readonly columns: readonly ColumnPlan[];
  readonly rows: readonly (readonly CellInput[])[];
};

const column = (title: string, width = 20): ColumnPlan => ({ title, width, kind: 'text' });
const unknown = (n: number | null) => (n === null ? 'нет данных' : String(n));

/** Any list as a sheet: what the screen hides the file hides as well. */
export function developmentSheet(list: DevelopmentList, tables: DevelopmentTables): Sheet {
  switch (list) {
    case 'deficits':
      return {
        title: 'Профессиональные дефициты',
        columns: [
          ...[column('Школа', 24), column('Предмет', 20), column('Дефицит', 50), column('Педагогов', 12)],
          ...[column('Обследовано', 12), column('Откуда известно', 40), column('Дата', 12)],
        ],
        rows: tables.deficits.map((row) => [
          ...[row.schoolName, row.subject, row.word, countWords(row.teachers), String(row.ofTeachers), row.source],
          formatDay(row.foundOn),
        ]),
      };
    case 'requests':
      return {
        title: 'Заявки на курсы',
        columns: [
          ...[column('Школа', 24), column('Тема', 60), column('Форма', 16), column('Срок', 20), column('Человек', 10)],
          ...[column('Из них «группа риска»', 14), column('Состояние', 20), column('Примечание', 50)],
        ],
        rows: tables.requests.map((row) => [
          ...[row.schoolName, row.theme, COURSE_FORM_WORDS[row.form], row.term, String(row.people)],
          ...[countWords(row.atRisk), REQUEST_STATE_WORDS[row.state], row.note],
        ]),
      };
    case 'courses':
      return {
        title: 'Курсы',
        columns: [
          ...[column('Курс', 60), column('Проводит', 40), column('Часов', 10), column('Форма', 16), column('С', 12)],
          ...[column('По', 12), column('Мест', 10), column('Закончили', 12), column('Прошли оба теста', 14)],
          ...[
            column('Среднее до', 12),
            column('Среднее после', 12),
            column('Стало лучше', 12),
            column('Состояние', 14),
          ],
        ],
        rows: tables.courses.map((row) => {
          const { test } = row;
          const results =
            test === null
              ? ['', '', '', '']
              : test === 'small'
                ? [SMALL_COUNT_WORDS, '', '', '']
                : [test.people, meanWords(test.beforeHundredths), meanWords(test.afterHundredths), test.improved].map(
                    String,
                  );
          return [
            ...[row.title, row.organisation, String(row.hours), COURSE_FORM_WORDS[row.form], formatDay(row.startsOn)],
            ...[
              formatDay(row.endsOn),
              String(row.seats),
              String(row.finished),
              ...results,
              COURSE_STATE_WORDS[row.state],
            ],
          ];
        }),
      };
    case 'associations':
      return {
        title: 'Методобъединения',
        columns: [
          ...[column('Вид', 8), column('Предмет', 40), column('База', 24), column('Руководитель', 30)],
          ...[column('Задачи проекта', 12), column('В составе', 12), column('В плане', 10), column('Проведено', 10)],
          ...[column('Срок прошёл', 12), column('Протоколов', 12)],
        ],
        rows: tables.associations.map((row) => [
          ...[ASSOCIATION_KIND_WORDS[row.kind], row.subject, row.schoolName ?? 'муниципалитет', row.headPosition],
          ...[row.isForProject ? 'да' : '', ...[row.people, row.planned, row.done, row.late, row.meetings].map(String)],
        ]),
      };
    case 'experience':
      return {
        title: 'Опыт и конкурсы',
        columns: [
          ...[
            column('Школа', 24),
            column('Что', 20),
            column('Номер', 20),
            column('Название', 50),
            column('Уровень', 16),
          ],
          ...[column('Форма', 20), column('Тема', 50), column('Кто представил', 30), column('Результат', 30)],
        ],
        rows: tables.experience.map((row) => [
          ...[
            row.schoolName,
            APPEARANCE_KIND_WORDS[row.kind],
            row.number,
            row.title,
            APPEARANCE_LEVEL_WORDS[row.level],
          ],
          ...[row.form, row.theme, row.who, row.result],
        ]),
      };
    case 'numbers':
      return {
        title: 'Данные школ за год',
        columns: [
          ...[column('Школа', 24), column('Педагогов', 12), column('Из них «группа риска»', 14)],
          ...[column('ИОМ: успешные', 14), column('ИОМ: в затруднении', 14), column('Откуда известно', 40)],
        ],
        rows: tables.numbers.map((row) => [
          ...[row.schoolName, unknown(row.teachers)],
          row.riskTeachers === null ? 'нет данных' : countWords(row.riskTeachers),
          ...[unknown(row.routesSuccessful), unknown(row.routesDifficulty), row.source],
        ]),
      };
    case 'centre':
      return {
        title: 'Состав центра',
        columns: [
          ...[column('Состав с', 12), column('Приказ', 24), column('№', 6), column('Сотрудник', 30)],
          ...[column('Должность', 40), column('Место работы', 40)],
        ],
        rows: tables.rosters.flatMap((roster) =>
          tables.members
            .filter(({ rosterId }) => rosterId === roster.id)
            .map((row) => [
              ...[
                formatDay(roster.since),
                `№ ${roster.orderNumber} от ${roster.orderDate ? formatDay(roster.orderDate) : ''}`,
              ],
              ...[String(row.number), row.name ?? '', row.positions, row.workplaces],
            ]),
        ),
      };
    case 'indicators':
      return {
        title: 'Показатели программы',
        columns: [
          ...[column('№', 6), column('Показатель', 60), column('Значение', 24), column('Числитель', 12)],
          ...[column('Знаменатель', 12), column('Откуда', 60), column('Период', 24), column('Примечание', 50)],
        ],
        rows: tables.indicators.map((row) => [
          ...[String(row.number), row.title, indicatorWords(row), row.value ? String(row.value.numerator) : ''],
          ...[row.value?.denominator ? String(row.value.denominator) : '', row.source, row.period, row.remark],
        ]),
      };
  }
}
