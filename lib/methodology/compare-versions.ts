import { canonicalJson } from '@/lib/methodology/canonical-json';
import type { Method, MethodCriterion, MethodSign } from '@/lib/methodology/method';
import { paramWords, ruleWords } from '@/lib/methodology/method-words';

/** One line of a comparison: where it is and what happened there, in Russian. */
export type VersionChange = { readonly where: string; readonly text: string };

const COMPARED: ReadonlyArray<readonly [keyof MethodSign | keyof MethodCriterion, string]> = [
  ['wording', 'Формулировка'],
  ['hint', 'Подсказка'],
  ['threshold', 'Порог'],
  ['applies', 'Кого касается'],
  ['dataSource', 'Источник данных'],
  ['computable', 'Способ заполнения'],
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

const said = (value: unknown): string =>
  value === undefined || value === null ? 'нет' : typeof value === 'string' ? `«${value}»` : readable(value);

function readable(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value)
    .map((part) => (typeof part === 'object' ? canonicalJson(part ?? null) : String(part)))
    .join('; ');
}

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
 * rules and verdicts. The number of the version and the order are not compared: they always differ.
 */
export function compareVersions(before: Method, after: Method): readonly VersionChange[] {
  const changes = [
    ...aboutChanges(before, after),
    ...sectionChanges(before, after),
    ...itemChanges(before, after),
    ...numberChanges(before, after),
    ...ruleChanges(before, after),
    ...verdictChanges(before, after),
    ...otherChanges(before, after),
  ];
  return changes;
}

function fieldChanges(where: string, before: object, after: object, fields: ReadonlyArray<readonly [string, string]>) {
  return fields.flatMap(([name, title]) => {
    const [was, is] = [fieldOf(before, name), fieldOf(after, name)];
    return same(was, is) ? [] : [{ where, text: `${title}: было ${said(was)}, стало ${said(is)}.` }];
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
          ['table', 'Таблица'],
          ['zone', 'Зона'],
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

function ruleChanges(before: Method, after: Method): VersionChange[] {
  const { added, removed, both } = paired(before.rules, after.rules);
  return [
    ...removed.map((one) => ({ where: `Правило ${one.code}`, text: `Убрано: «${ruleWords(before, one)}».` })),
    ...added.map((one) => ({ where: `Правило ${one.code}`, text: `Добавлено: «${ruleWords(after, one)}».` })),
    ...both.flatMap(([was, is]) =>
      fieldChanges(`Правило ${is.code}`, was, is, [
        ['when', 'Условие'],
        ['words', 'Слова'],
        ['verdict', 'Вывод'],
      ]),
    ),
    ...(reordered(before.rules, after.rules) ? [{ where: 'Правила', text: 'Изменён порядок правил.' }] : []),
  ];
}

function verdictChanges(before: Method, after: Method): VersionChange[] {
  const { added, removed, both } = paired(before.verdicts, after.verdicts);
  return [
    ...removed.map((one) => ({ where: `Вывод ${one.code}`, text: `Убран: «${one.words}».` })),
    ...added.map((one) => ({ where: `Вывод ${one.code}`, text: `Добавлен: «${one.words}».` })),
    ...both.flatMap(([was, is]) =>
      fieldChanges(`Вывод ${is.code}`, was, is, [
        ['words', 'Слова'],
        ['explanation', 'Пояснение'],
        ['level', 'Место на шкале'],
        ['proposes', 'Предлагает в список'],
      ]),
    ),
  ];
}

/** Parts that are compared whole: a change there is never passed over in silence. */
const otherChanges = (before: Method, after: Method): VersionChange[] =>
  (
    [
      ['procedures', 'Процедуры'],
      ['lowShare', 'Доля низких результатов'],
      ['federal', 'Федеральное правило'],
      ['measures', 'Показатели'],
      ['lists', 'Списки'],
    ] as const
  ).flatMap(([name, where]) => (same(before[name], after[name]) ? [] : [{ where, text: 'Изменено содержание.' }]));
