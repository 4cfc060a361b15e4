import { type Method, type MethodCriterion, methodSchema } from '@/lib/methodology/method';

/** One section as the database keeps it: what is filtered and printed in columns, the rest in `properties`. */
export type SectionRow = {
  readonly code: string;
  readonly title: string;
  readonly tableNo: number;
  readonly position: number;
  readonly enabled: boolean;
  readonly properties: unknown;
};

/** One criterion, or one sign that names its criterion in `parentCode`. Position counts through the whole version. */
export type CriterionRow = {
  readonly code: string;
  readonly sectionCode: string;
  readonly parentCode: string | null;
  readonly kind: string;
  readonly wording: string;
  readonly position: number;
  readonly enabled: boolean;
  readonly properties: unknown;
};

/** A version taken apart into rows; `decision` is everything that is not a section. */
export type MethodRows = {
  readonly decision: unknown;
  readonly sections: readonly SectionRow[];
  readonly criteria: readonly CriterionRow[];
};

const SIGN = 'sign';

/** Takes a method apart for the database. `fromRows` of the result is the same method. */
export function toRows(method: Method): MethodRows {
  const { sections, ...decision } = method;
  const criteria: CriterionRow[] = [];
  sections.forEach((section) => {
    for (const criterion of section.criteria) criteria.push(...rowsOf(criterion, section.code, criteria.length));
  });
  return {
    decision,
    criteria,
    sections: sections.map(({ code, title, table, enabled, criteria: _criteria, ...properties }, position) => ({
      code,
      title,
      tableNo: table,
      position,
      enabled,
      properties,
    })),
  };
}

function rowsOf(criterion: MethodCriterion, sectionCode: string, first: number): CriterionRow[] {
  const { code, kind, wording, enabled, ...rest } = criterion;
  const signs = 'signs' in rest ? rest.signs : [];
  const properties = Object.fromEntries(Object.entries(rest).filter(([name]) => name !== 'signs'));
  const own: CriterionRow = {
    code,
    sectionCode,
    parentCode: null,
    kind,
    wording,
    position: first,
    enabled,
    properties,
  };
  return [
    own,
    ...signs.map(({ code: sign, wording: words, enabled: on, ...more }, index) => ({
      code: sign,
      sectionCode,
      parentCode: code,
      kind: SIGN,
      wording: words,
      position: first + 1 + index,
      enabled: on,
      properties: more,
    })),
  ];
}

/** Puts a method together again; refuses rows that are not one (a hand in the database, an older shape). */
export function fromRows(rows: MethodRows): Method {
  const ordered = <T extends { readonly position: number }>(list: readonly T[]) =>
    [...list].sort((a, b) => a.position - b.position);
  const criteria = ordered(rows.criteria);
  return methodSchema.parse({
    ...record(rows.decision),
    sections: ordered(rows.sections).map((section) => ({
      ...record(section.properties),
      code: section.code,
      title: section.title,
      table: section.tableNo,
      enabled: section.enabled,
      criteria: criteria
        .filter((row) => row.sectionCode === section.code && row.parentCode === null)
        .map((row) => ({
          ...whole(row),
          kind: row.kind,
          ...(row.kind === 'composite'
            ? { signs: criteria.filter((sign) => sign.parentCode === row.code).map(whole) }
            : {}),
        })),
    })),
  });
}

const whole = (row: CriterionRow) => ({
  ...record(row.properties),
  code: row.code,
  wording: row.wording,
  enabled: row.enabled,
});

const record = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
