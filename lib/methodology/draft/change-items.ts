import { notFound, Refusal } from '@/lib/kernel/refusal';
import { moved } from '@/lib/methodology/draft/by-code';
import type { AskedNumber, Method, MethodCriterion, MethodSign } from '@/lib/methodology/method';

/**
 * One change of a draft each, here and in the other `change-…` files. They patch what they name and leave everything else
 * as it is; whether the result holds together is said by parseMethod, through which every save goes.
 */
export type ItemChange = Partial<
  Pick<MethodSign, 'wording' | 'hint' | 'provenance' | 'applies' | 'enabled' | 'formula' | 'threshold'> &
    Pick<MethodCriterion, 'dataSource' | 'computable'>
> & {
  /** The condition by which the portal answers; null leaves the answer to people, undefined as it is. */
  readonly when?: string | null;
  /** What may be typed, where a number is asked. */
  readonly number?: AskedNumber;
};

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
  const { dataSource, computable, formula, when, number, ...both } = change;
  const own = {
    ...(dataSource === undefined ? {} : { dataSource }),
    ...(computable === undefined ? {} : { computable }),
  };
  return withCriteria(method, (criteria) =>
    criteria.map((criterion) => {
      if (criterion.code === code) {
        if (criterion.kind !== 'number') return answeredBy({ ...criterion, ...both, ...own }, when);
        const threshold = both.threshold ?? (both.threshold === null ? noThreshold() : criterion.threshold);
        return answeredBy({ ...criterion, ...both, ...own, threshold, number: number ?? criterion.number }, when);
      }
      if (criterion.kind !== 'composite') return criterion;
      const signs = criterion.signs.map((sign) =>
        sign.code === code
          ? answeredBy({ ...sign, ...both, ...(formula === undefined ? {} : { formula }) }, when)
          : sign,
      );
      return { ...criterion, signs };
    }),
  );
}

function noThreshold(): never {
  throw new Refusal('invalid', 'Вписанное число с чем-то сравнивают: задайте порог.', { op: 'Выберите сравнение' });
}

function answeredBy(of: MethodCriterion, when: string | null | undefined): MethodCriterion;
function answeredBy(of: MethodSign, when: string | null | undefined): MethodSign;
function answeredBy(of: MethodCriterion | MethodSign, when: string | null | undefined) {
  if (when === undefined) return of;
  const { computed: _, ...byHand } = of;
  return when === null ? byHand : { ...byHand, computed: { when } };
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

export type NewItem = { readonly code: string; readonly wording: string; readonly threshold: string };

const askedOfAll = ({ code, wording, threshold }: NewItem) => ({
  code,
  wording,
  hint: { data: 'Не указано', threshold, why: 'Не указано' },
  threshold: null,
  provenance: 'Муниципальная методика',
  applies: 'true',
  enabled: true,
});

/** A question that a person answers by hand, asked of every school until its page says otherwise. */
export const newCriterion = (item: NewItem): MethodCriterion => ({
  ...askedOfAll(item),
  kind: 'yes_no',
  dataSource: 'заполняет школа',
  computable: 'MANUAL',
});

/** A question that a person answers with a number of per cent; its page says which number it is. */
export const newNumber = (item: NewItem): MethodCriterion => ({
  ...newCriterion(item),
  kind: 'number',
  threshold: { op: '>', value: 0, unit: 'PERCENT', base: 'NONE', minParticipants: 0 },
  number: { decimals: 1, least: 0, most: 100 },
});

/** A criterion of several signs, each worth a point; it begins with one. */
export const newComposite = (item: NewItem, first: NewItem): MethodCriterion => ({
  ...newCriterion(item),
  kind: 'composite',
  signs: [newSign(first)],
});

const newSign = (item: NewItem): MethodSign => ({ ...askedOfAll(item), formula: item.threshold });

export function addCriterion(method: Method, section: string, criterion: MethodCriterion): Method {
  if (!method.sections.some((one) => one.code === section)) throw notFound();
  return withCriteria(method, (criteria, code) => (code === section ? [...criteria, criterion] : criteria));
}

/** One more sign at the end of a composite criterion; a question of yes and no has none. */
export function addSign(method: Method, criterion: string, sign: NewItem): Method {
  const found = findItem(method, criterion);
  if (found?.criterion.kind !== 'composite' || found.sign) throw notFound();
  return withCriteria(method, (criteria) =>
    criteria.map((one) =>
      one.code === criterion && one.kind === 'composite' ? { ...one, signs: [...one.signs, newSign(sign)] } : one,
    ),
  );
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

export function moveItem(method: Method, code: string, by: 'up' | 'down'): Method {
  if (!findItem(method, code)) throw notFound();
  return withCriteria(method, (criteria) =>
    moved(criteria, code, by).map(
      (criterion): MethodCriterion =>
        criterion.kind === 'composite' ? { ...criterion, signs: moved(criterion.signs, code, by) } : criterion,
    ),
  );
}
