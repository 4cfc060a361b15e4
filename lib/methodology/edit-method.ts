import { z } from 'zod';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { Method, MethodCriterion, MethodRule, MethodSign } from '@/lib/methodology/method';

/**
 * One change of a draft each. They patch what they name and leave everything else as it is, known or not; whether the
 * result holds together is said by parseMethod, through which every save goes.
 */
export type ItemChange = Partial<
  Pick<MethodSign, 'wording' | 'hint' | 'provenance' | 'applies' | 'enabled' | 'formula' | 'threshold'> &
    Pick<MethodCriterion, 'dataSource' | 'computable'>
>;

/** A criterion or a sign of a method by its code, with the section and, for a sign, the criterion it stands in. */
export function findItem(method: Method, code: string) {
  for (const section of method.sections) {
    for (const criterion of section.criteria) {
      if (criterion.code === code) return { section, criterion, sign: undefined };
      const sign = criterion.kind === 'composite' ? criterion.signs.find((one) => one.code === code) : undefined;
      if (sign) return { section, criterion, sign };
    }
  }
  return undefined;
}

const withCriteria = (method: Method, change: (criteria: MethodCriterion[], section: string) => MethodCriterion[]) => ({
  ...method,
  sections: method.sections.map((section) => ({ ...section, criteria: change(section.criteria, section.code) })),
});

export function changeItem(method: Method, code: string, change: ItemChange): Method {
  if (!findItem(method, code)) throw notFound();
  const { dataSource, computable, formula, ...both } = change;
  const own = {
    ...(dataSource === undefined ? {} : { dataSource }),
    ...(computable === undefined ? {} : { computable }),
  };
  return withCriteria(method, (criteria) =>
    criteria.map((criterion) => {
      if (criterion.code === code) return { ...criterion, ...both, ...own };
      if (criterion.kind !== 'composite') return criterion;
      const signs = criterion.signs.map((sign) =>
        sign.code === code ? { ...sign, ...both, ...(formula === undefined ? {} : { formula }) } : sign,
      );
      return { ...criterion, signs };
    }),
  );
}

/** Which sections and items are on; a name is «section:А» or «item:А1». */
export function switchItems(method: Method, on: ReadonlySet<string>): Method {
  return {
    ...method,
    sections: method.sections.map((section) => ({
      ...section,
      enabled: on.has(`section:${section.code}`),
      criteria: section.criteria.map((criterion) => {
        const enabled = on.has(`item:${criterion.code}`);
        if (criterion.kind !== 'composite') return { ...criterion, enabled };
        const signs = criterion.signs.map((sign) => ({ ...sign, enabled: on.has(`item:${sign.code}`) }));
        return { ...criterion, enabled, signs };
      }),
    })),
  };
}

const whole = z.coerce.number('Нужно целое число').int('Нужно целое число').min(0, 'Не меньше нуля').max(1_000_000);

/** «12» as a number, «» as «не задано»; anything else is refused at the field. */
export function numberOf(text: string, field: string): number | null {
  if (text.trim() === '') return null;
  const parsed = whole.safeParse(text.trim());
  if (!parsed.success)
    throw new Refusal('invalid', 'Проверьте числа методики.', { [field]: parsed.error.issues[0]?.message ?? '' });
  return parsed.data;
}

export function changeParams(method: Method, values: ReadonlyMap<string, number | null>): Method {
  return {
    ...method,
    params: method.params.map((param) => ({ ...param, value: values.get(param.code) ?? null })),
  };
}

export type NewCriterion = { readonly code: string; readonly wording: string; readonly threshold: string };

/** A question that a person answers by hand, asked of every school until its page says otherwise. */
const newCriterion = ({ code, wording, threshold }: NewCriterion): MethodCriterion => ({
  kind: 'yes_no',
  code,
  wording,
  hint: { data: 'Не указано', threshold, why: 'Не указано' },
  threshold: null,
  dataSource: 'заполняет школа',
  computable: 'MANUAL',
  provenance: 'Муниципальная методика',
  applies: 'true',
  enabled: true,
});

export function addCriterion(method: Method, section: string, criterion: NewCriterion): Method {
  if (!method.sections.some((one) => one.code === section)) throw notFound();
  return withCriteria(method, (criteria, code) =>
    code === section ? [...criteria, newCriterion(criterion)] : criteria,
  );
}

export function addSection(
  method: Method,
  section: { readonly code: string; readonly title: string; readonly zone: 'results' | 'objectivity' },
  first: NewCriterion,
): Method {
  const table = section.zone === 'results' ? 1 : 2;
  const added = {
    ...section,
    table,
    enabled: true,
    switchable: true,
    note: '',
    criteria: [newCriterion(first)],
  } as const;
  return { ...method, sections: [...method.sections, { ...added, criteria: [...added.criteria] }] };
}

/** Without the item; a section left without criteria goes with its last one. */
export function removeItem(method: Method, code: string): Method {
  if (!findItem(method, code)) throw notFound();
  const less = withCriteria(method, (criteria) =>
    criteria.flatMap((criterion): MethodCriterion[] => {
      if (criterion.code === code) return [];
      if (criterion.kind !== 'composite') return [criterion];
      const signs = criterion.signs.filter((sign) => sign.code !== code);
      return signs.length === 0 ? [] : [{ ...criterion, signs }];
    }),
  );
  return { ...less, sections: less.sections.filter((section) => section.criteria.length > 0) };
}

/** One place earlier or later in its list; at the end of the list nothing happens. */
export function moved<T extends { readonly code: string }>(list: readonly T[], code: string, by: 'up' | 'down'): T[] {
  const from = list.findIndex((one) => one.code === code);
  const to = from + (by === 'up' ? -1 : 1);
  const [one, other] = [list[from], list[to]];
  return one && other ? list.map((each, index) => (index === from ? other : index === to ? one : each)) : [...list];
}

export function moveItem(method: Method, code: string, by: 'up' | 'down'): Method {
  if (!findItem(method, code)) throw notFound();
  return withCriteria(method, (criteria) =>
    moved(criteria, code, by).map(
      (criterion): MethodCriterion =>
        criterion.kind === 'composite' ? { ...criterion, signs: moved(criterion.signs, code, by) } : criterion,
    ),
  );
}

export function putRule(method: Method, rule: MethodRule): Method {
  const known = method.rules.some((one) => one.code === rule.code);
  // A new rule is tried before the last one, which always holds.
  const rules = known
    ? method.rules.map((one) => (one.code === rule.code ? { ...one, ...rule } : one))
    : [...method.rules.slice(0, -1), rule, ...method.rules.slice(-1)];
  return { ...method, rules };
}

export const removeRule = (method: Method, code: string): Method => ({
  ...method,
  rules: method.rules.filter((rule) => rule.code !== code),
});

export const moveRule = (method: Method, code: string, by: 'up' | 'down'): Method => ({
  ...method,
  rules: moved(method.rules, code, by),
});

export type VerdictChange = { readonly code: string; readonly words: string; readonly explanation: string };

/** Words of a verdict; an unknown code is a new verdict outside the scale that proposes nobody until it is told to. */
export function putVerdict(
  method: Method,
  verdict: VerdictChange & { readonly proposes: boolean; readonly level: number | null },
): Method {
  const known = method.verdicts.some((one) => one.code === verdict.code);
  const verdicts = known
    ? method.verdicts.map((one) => (one.code === verdict.code ? { ...one, ...verdict } : one))
    : [...method.verdicts, verdict];
  return { ...method, verdicts };
}

/** The start of a method of one's own: one section, one question, one verdict that always holds. */
export const emptyMethod = (of: { readonly code: string; readonly title: string }): Method => ({
  ...of,
  number: 1,
  provenance: 'Муниципальная методика',
  order: NO_ORDER,
  procedures: [],
  lowShare: { numerator: 3, denominator: 10 },
  params: [],
  sections: [
    {
      code: 'А',
      title: 'Первый раздел',
      table: 1,
      zone: 'results',
      enabled: true,
      switchable: true,
      note: '',
      criteria: [newCriterion({ code: 'А1', wording: 'Первый критерий', threshold: 'Когда ответ «да»' })],
    },
  ],
  federal: { groups: [], minimum: 1 },
  rules: [{ code: 'otherwise', verdict: 'outside', when: 'true', words: 'Ни одно из предыдущих правил не выполнено' }],
  verdicts: [
    {
      code: 'outside',
      words: 'вне зоны риска',
      level: 0,
      proposes: false,
      explanation: 'Правила методики не нашли причин предлагать школе помощь.',
    },
  ],
  borderlineWords: 'погранично: недостающие данные могут изменить вывод',
  publicLabel: 'ШНРО',
});

/** A draft has no order yet; what it was copied from was approved by another. */
export const NO_ORDER: Method['order'] = { number: '', date: null, title: 'Ещё не утверждена приказом', issuer: '' };

const CODE_KEPT = 24;

/** The code of a copy: codes of methods are unique among all municipalities. `tag` is 6 random hex digits. */
export const copyCode = (code: string, tag: string): string => `${code.slice(0, CODE_KEPT)}-${tag}`;
