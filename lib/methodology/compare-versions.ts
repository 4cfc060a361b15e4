import { canonicalJson } from '@/lib/methodology/canonical-json';
import type { Method, MethodCriterion, MethodSign } from '@/lib/methodology/method';
import { paramWords, ruleWords } from '@/lib/methodology/method-words';
import {
  COMPUTABLE_WORDS,
  CRITERION_KIND_WORDS,
  MEASURE_OF_WORDS,
  MEASURE_UNIT_WORDS,
  TABLE_WORDS,
  THRESHOLD_BASE_WORDS,
  THRESHOLD_OP_WORDS,
  THRESHOLD_UNIT_WORDS,
  ZONE_WORDS,
} from '@/lib/methodology/words';

/** One line of a comparison: where it is and what happened there, in Russian. */
export type VersionChange = { readonly where: string; readonly text: string };

/** A part that is compared, what it is called, and the words of its codes where it holds any. */
type Field = readonly [name: string, title: string, words?: Readonly<Record<string, string>>];

function said(value: unknown, words: Readonly<Record<string, string>> = {}): string {
  if (value === undefined || value === null || value === false || value === '') return 'нет';
  if (value === true) return 'да';
  const word = words[String(value)];
  if (word !== undefined || typeof value === 'string') return `«${word ?? String(value)}»`;
  if (typeof value !== 'object') return String(value);
  const parts = Object.values(value).map((part) =>
    typeof part === 'object' ? canonicalJson(part ?? null) : (words[String(part)] ?? String(part)),
  );
  return `«${parts.join('; ')}»`;
}

const COMPARED: readonly Field[] = [
  ['wording', 'Формулировка'],
  ['hint', 'Подсказка'],
  ['kind', 'Что отвечают', CRITERION_KIND_WORDS],
  ['number', 'Какое число вписывают'],
  ['threshold', 'Порог', { ...THRESHOLD_OP_WORDS, ...THRESHOLD_UNIT_WORDS, ...THRESHOLD_BASE_WORDS }],
  ['applies', 'Кого касается'],
  ['dataSource', 'Источник данных'],
  ['computable', 'Способ заполнения', COMPUTABLE_WORDS],
  ['computed', 'Вычисление'],
  ['formula', 'Формула'],
  ['provenance', 'Откуда правило'],
];

type Row = { readonly code: string; readonly of: MethodCriterion | MethodSign };

const rowsOf = (method: Method): Row[] =>
  method.sections.flatMap((section) =>
    section.criteria.flatMap((criterion): Row[] => [
      { code: criterion.code, of: criterion },
      ...(criterion.kind === 'composite' ? criterion.signs.map((sign) => ({ code: sign.code, of: sign })) : []),
    ]),
  );

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);
const fieldOf = (of: object, name: string): unknown => Reflect.get(of, name);
const byCode = <T extends { readonly code: string }>(list: readonly T[]) => new Map(list.map((one) => [one.code, one]));
const switchWords = (on: boolean) => (on ? 'Включён.' : 'Выключен.');

/** What is only in the one, only in the other, and what is in both. */
function paired<T extends { readonly code: string }>(before: readonly T[], after: readonly T[]) {
  const [old, fresh] = [byCode(before), byCode(after)];
  return {
    added: after.filter((one) => !old.has(one.code)),
    removed: before.filter((one) => !fresh.has(one.code)),
    both: after.flatMap((one) => {
      const was = old.get(one.code);
      return was ? [[was, one] as const] : [];
    }),
  };
}

/** Whether what both have stands in another order. */
function reordered<T extends { readonly code: string }>(before: readonly T[], after: readonly T[]): boolean {
  const [old, fresh] = [byCode(before), byCode(after)];
  const left = before.filter((one) => fresh.has(one.code)).map((one) => one.code);
  const right = after.filter((one) => old.has(one.code)).map((one) => one.code);
  return left.join('\n') !== right.join('\n');
}

/**
 * Two versions of a method line by line: what was added, removed or changed in sections, criteria and signs, numbers,
 * rules, verdicts, measures, procedures and lists. The number of the version and the order are not compared: they always differ.
 */
export function compareVersions(before: Method, after: Method): readonly VersionChange[] {
  const changes = [
    ...aboutChanges(before, after),
    ...sectionChanges(before, after),
    ...itemChanges(before, after),
    ...numberChanges(before, after),
    ...ruleChanges(before, after),
    ...verdictChanges(before, after),
    ...measureChanges(before, after),
    ...procedureChanges(before, after),
    ...federalChanges(before, after),
    ...listChanges(before, after),
  ];
  return changes;
}

function fieldChanges(where: string, before: object, after: object, fields: readonly Field[]) {
  return fields.flatMap(([name, title, words]) => {
    const [was, is] = [fieldOf(before, name), fieldOf(after, name)];
    return same(was, is) ? [] : [{ where, text: `${title}: было ${said(was, words)}, стало ${said(is, words)}.` }];
  });
}

const aboutChanges = (before: Method, after: Method) =>
  fieldChanges('Методика', before, after, [
    ['title', 'Название'],
    ['provenance', 'Происхождение'],
    ['publicLabel', 'Название школы из списка'],
    ['borderlineWords', 'Слова о пограничном выводе'],
  ]);

function sectionChanges(before: Method, after: Method): VersionChange[] {
  const { added, removed, both } = paired(before.sections, after.sections);
  return [
    ...removed.map((one) => ({ where: `Раздел ${one.code}`, text: `Убран: «${one.title}».` })),
    ...added.map((one) => ({ where: `Раздел ${one.code}`, text: `Добавлен: «${one.title}».` })),
    ...both.flatMap(([was, is]) => {
      const where = `Раздел ${is.code}`;
      return [
        ...fieldChanges(where, was, is, [
          ['title', 'Название'],
          ['note', 'Примечание'],
          ['table', 'Таблица', TABLE_WORDS],
          ['zone', 'Зона', ZONE_WORDS],
          ['switchable', 'Муниципалитет может выключить'],
        ]),
        ...(was.enabled === is.enabled ? [] : [{ where, text: switchWords(is.enabled) }]),
        ...(reordered(was.criteria, is.criteria) ? [{ where, text: 'Изменён порядок критериев.' }] : []),
      ];
    }),
    ...(reordered(before.sections, after.sections) ? [{ where: 'Методика', text: 'Изменён порядок разделов.' }] : []),
  ];
}

function itemChanges(before: Method, after: Method): VersionChange[] {
  const { added, removed, both } = paired(rowsOf(before), rowsOf(after));
  return [
    ...removed.map(({ code, of }) => ({ where: code, text: `Убран: «${of.wording}».` })),
    ...added.map(({ code, of }) => ({ where: code, text: `Добавлен: «${of.wording}».` })),
    ...both.flatMap(([was, is]) => [
      ...fieldChanges(is.code, was.of, is.of, COMPARED),
      ...(was.of.enabled === is.of.enabled ? [] : [{ where: is.code, text: switchWords(is.of.enabled) }]),
    ]),
  ];
}

function numberChanges(before: Method, after: Method): VersionChange[] {
  const { added, removed, both } = paired(before.params, after.params);
  const where = 'Числа';
  return [
    ...removed.map((one) => ({ where, text: `Убрано: «${one.title}».` })),
    ...added.map((one) => ({ where, text: `Добавлено: «${one.title}» – ${paramWords(one)}.` })),
    ...both.flatMap(([was, is]) =>
      same(was, is) ? [] : [{ where, text: `«${is.title}»: было ${paramWords(was)}, стало ${paramWords(is)}.` }],
    ),
  ];
}

/** How the things of one kind are called in a comparison, and which of their parts are compared. */
type Kind<T> = {
  readonly where: (one: T) => string;
  readonly name: (one: T) => string;
  readonly fields: readonly Field[];
  /** «Изменён порядок показателей.»; absent where order means nothing. */
  readonly order?: readonly [where: string, text: string];
};

function codedChanges<T extends { readonly code: string }>(
  before: readonly T[],
  after: readonly T[],
  { where, name, fields, order }: Kind<T>,
): VersionChange[] {
  const { added, removed, both } = paired(before, after);
  return [
    ...removed.map((one) => ({ where: where(one), text: `Убрано: «${name(one)}».` })),
    ...added.map((one) => ({ where: where(one), text: `Добавлено: «${name(one)}».` })),
    ...both.flatMap(([was, is]) => fieldChanges(where(is), was, is, fields)),
    ...(order && reordered(before, after) ? [{ where: order[0], text: order[1] }] : []),
  ];
}

const RULE_FIELDS = [
  ['when', 'Условие'],
  ['words', 'Слова'],
  ['verdict', 'Вывод'],
] as const;

function ruleChanges(before: Method, after: Method): VersionChange[] {
  const { added, removed, both } = paired(before.rules, after.rules);
  return [
    ...removed.map((one) => ({ where: `Правило ${one.code}`, text: `Убрано: «${ruleWords(before, one)}».` })),
    ...added.map((one) => ({ where: `Правило ${one.code}`, text: `Добавлено: «${ruleWords(after, one)}».` })),
    ...both.flatMap(([was, is]) => fieldChanges(`Правило ${is.code}`, was, is, RULE_FIELDS)),
    ...(reordered(before.rules, after.rules) ? [{ where: 'Правила', text: 'Изменён порядок правил.' }] : []),
  ];
}

const verdictChanges = (before: Method, after: Method): VersionChange[] =>
  codedChanges(before.verdicts, after.verdicts, {
    where: ({ code }) => `Вывод ${code}`,
    name: ({ words }) => words,
    fields: [
      ['words', 'Слова'],
      ['explanation', 'Пояснение'],
      ['level', 'Место на шкале'],
      ['proposes', 'Предлагает в список'],
    ],
  });

const measureChanges = (before: Method, after: Method): VersionChange[] =>
  codedChanges(before.measures ?? [], after.measures ?? [], {
    where: ({ code }) => `Показатель ${code}`,
    name: ({ title, value }) => `${title}: ${value}`,
    fields: [
      ['title', 'Название'],
      ['of', 'Чей', MEASURE_OF_WORDS],
      ['unit', 'Что получается', MEASURE_UNIT_WORDS],
      ['value', 'Формула'],
      ['round', 'Знаков после запятой'],
      ['provenance', 'Откуда показатель'],
    ],
    order: ['Показатели', 'Изменён порядок показателей.'],
  });

const procedureChanges = (before: Method, after: Method): VersionChange[] =>
  codedChanges(before.procedures, after.procedures, {
    where: ({ code }) => `Процедура ${code}`,
    name: ({ title }) => title,
    fields: [
      ['title', 'Название'],
      ['exam', 'Экзамен'],
      ['subject', 'Предмет'],
      ['grade', 'Класс'],
      ['minParticipants', 'Наименьшее число участников'],
      ['smallSample', 'Малая выборка'],
      ['section', 'Раздел'],
      ['results', 'Загруженные результаты'],
    ],
    order: ['Процедуры', 'Изменён порядок процедур.'],
  });

/** Groups have no codes and are few: they are named whole. */
function federalChanges(before: Method, after: Method): VersionChange[] {
  const where = 'Федеральное правило';
  const share = ({ lowShare }: Method) => `${lowShare.numerator}/${lowShare.denominator}`;
  const groups = ({ federal }: Method) =>
    federal.groups
      .map(
        ({ title, procedures, item, counts }) =>
          `${title}: ${procedures.join(', ')}; «да» ${item ?? 'ни одного критерия'} считается за ${counts}`,
      )
      .join('; ');
  return (
    [
      ['Доля низких результатов', share(before), share(after)],
      ['Сколько процедур нужно', String(before.federal.minimum), String(after.federal.minimum)],
      ['Группы', groups(before), groups(after)],
    ] as const
  ).flatMap(([title, was, is]) =>
    was === is ? [] : [{ where, text: `${title}: было «${was || 'нет'}», стало «${is || 'нет'}».` }],
  );
}

function listChanges(before: Method, after: Method): VersionChange[] {
  const [old, fresh] = [before.lists ?? [], after.lists ?? []];
  return [
    ...codedChanges(old, fresh, {
      where: ({ code }) => `Список ${code}`,
      name: ({ title }) => title,
      fields: [
        ['title', 'Название'],
        ['missing', 'Вывод без данных'],
      ],
      order: ['Списки', 'Изменён порядок списков.'],
    }),
    ...paired(old, fresh).both.flatMap(([was, is]) => [
      ...codedChanges(was.rules, is.rules, {
        where: ({ code }) => `Список ${is.code}, правило ${code}`,
        name: ({ words }) => words,
        fields: RULE_FIELDS,
        order: [`Список ${is.code}`, 'Изменён порядок правил.'],
      }),
      ...codedChanges(was.verdicts, is.verdicts, {
        where: ({ code }) => `Список ${is.code}, вывод ${code}`,
        name: ({ words }) => words,
        fields: [['words', 'Слова']],
      }),
    ]),
  ];
}
