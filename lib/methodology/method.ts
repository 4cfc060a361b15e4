import { z } from 'zod';

/**
 * One version of a method, whole and as data. The code knows the *shape* of a method and nothing of its content: which
 * criteria there are, what they are called, whom they concern, which numbers decide and how a verdict is worded all
 * stand here (domain handbook §1.3 and «Method» of the settled questions are the content of the default version).
 *
 * Order is meaning: a section's, criterion's, sign's and rule's place in its array is its position. Positions of a
 * version never move, because what is switched off keeps its place (see `itemsOf`).
 */

const text = z.string().trim().min(1);
/** Codes are short and printed as they are: «А3», «Г01», «oge_ru». */
const code = z.string().regex(/^[\p{L}\d][\p{L}\d_-]{0,31}$/u);
const count = z.number().int().min(0).max(1_000_000);

/** A CEL expression (lib/methodology/expression.ts says over which names); empty is not an expression. */
const expression = z.string().trim().min(1).max(2000);

/** The order (приказ) that approves the version. A sample order has neither number nor date. */
const orderSchema = z.strictObject({
  number: z.string(),
  /** ISO date, «2026-09-01». */
  date: z.iso.date().nullable(),
  title: text,
  issuer: z.string(),
});

/** One subject of one exam in one year. It counts while the section it belongs to is on; null counts always. */
const procedureSchema = z.strictObject({
  code,
  title: text,
  exam: text,
  subject: text,
  grade: z.number().int().min(1).max(12),
  /** Results of fewer participants are never «low»; 0 sets no minimum. */
  minParticipants: count,
  /** Below this number of participants «малая выборка» is shown; it decides nothing. */
  smallSample: count,
  section: code.nullable(),
  /** Which rows of results it is; several subjects are one procedure (ЕГЭ mathematics). Absent: from answers alone. */
  results: z.strictObject({ exam: code, subjects: z.array(code).min(1) }).optional(),
});

/** A share as two integers, because nothing is compared in fractions. */
const shareSchema = z
  .strictObject({ numerator: count, denominator: count.min(1) })
  .refine((share) => share.numerator <= share.denominator, 'Доля не может быть больше единицы');

/** A number of the method that rules name as `params.<code>`; null is «не задано». */
const paramSchema = z.strictObject({
  code: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/),
  value: count.nullable(),
  title: text,
  unit: z.enum(['POINT', 'PERCENT', 'PROCEDURE', 'PERSON']),
});

export const THRESHOLD_OPS = ['>', '>=', '<', '<=', '='] as const;
export const THRESHOLD_UNITS = [
  'PERCENT',
  'PERCENTAGE_POINT',
  'PERSON',
  'PROCEDURE',
  'POINT',
  'IQR',
  'CORRELATION',
  'MARK',
] as const;
export const THRESHOLD_BASES = [
  'NONE',
  'MUNICIPALITY',
  'LAST_YEAR',
  'FIRST_QUARTILE',
  'THIRD_QUARTILE',
  'CONFIDENCE_INTERVAL',
] as const;

/** What the value of a criterion is compared with. */
const thresholdSchema = z.strictObject({
  op: z.enum(THRESHOLD_OPS),
  /** In `unit`; with a base it is the allowance added to the base (0: the base itself). */
  value: count,
  unit: z.enum(THRESHOLD_UNITS),
  base: z.enum(THRESHOLD_BASES),
  minParticipants: count,
});

/** The plain hint beside a question: which data to take, from which value it is «да», why it is asked. */
const hintSchema = z.strictObject({ data: text, threshold: text, why: text });

/** Names of measures are names of the language (lib/methodology/measures/language.ts). */
const measureName = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/);

export const MEASURE_UNITS = ['SHARE', 'POINT', 'MARK', 'PERSON', 'NUMBER', 'YES_NO', 'WORD'] as const;

/** A value computed from facts for each school, or once for each municipality. */
const measureSchema = z.strictObject({
  code: measureName,
  title: text,
  of: z.enum(['SCHOOL', 'MUNICIPALITY']),
  /** YES_NO is a condition and WORD a word (a cell of a typology); the rest are numbers. */
  unit: z.enum(MEASURE_UNITS),
  /** Over facts, numbers of the method and the measures above. */
  value: expression,
  /** Decimals kept, half up; null keeps the exact number. */
  round: z.number().int().min(0).max(12).nullable(),
  provenance: text,
});

/** How the portal answers an item from facts: «да» when it holds, «нет данных» when facts are missing. */
const computedSchema = z.strictObject({ when: expression });

const signSchema = z.strictObject({
  code,
  wording: text,
  /** The formula as a person reads it. */
  formula: text,
  hint: hintSchema,
  threshold: thresholdSchema.nullable(),
  provenance: text,
  applies: expression,
  enabled: z.boolean(),
  computed: computedSchema.optional(),
});

const criterionBase = {
  code,
  wording: text,
  hint: hintSchema,
  threshold: thresholdSchema.nullable(),
  /** Where the value comes from, in words: «протокол РИС ГИА-9, код 01». */
  dataSource: text,
  /** RESULTS: from imported results; FORM: from an aggregate form; MANUAL: by hand. */
  computable: z.enum(['RESULTS', 'FORM', 'MANUAL']),
  provenance: text,
  /** CEL over the school of the year: grades, kind, held. False makes it «неприменимо» by itself. */
  applies: expression,
  enabled: z.boolean(),
  computed: computedSchema.optional(),
};

/** What a school may type where it is asked for a number; the bounds are whole, in the unit of the threshold. */
const askedNumberSchema = z.strictObject({
  /** Digits after the comma, at most. */
  decimals: z.number().int().min(0).max(4),
  least: z.number().int().nullable(),
  most: z.number().int().nullable(),
});

const criterionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes_no'), ...criterionBase }),
  /** The school types a number and the threshold says «да» or «нет» of it. */
  z.strictObject({
    kind: z.literal('number'),
    ...criterionBase,
    threshold: thresholdSchema,
    number: askedNumberSchema,
  }),
  z.strictObject({ kind: z.literal('composite'), ...criterionBase, signs: z.array(signSchema).min(1) }),
]);

const sectionSchema = z.strictObject({
  code,
  title: text,
  /** Which of the two printed tables of the card it stands in. */
  table: z.union([z.literal(1), z.literal(2)]),
  /** Points of the objectivity zone are shown apart: they are not points of low results. */
  zone: z.enum(['results', 'objectivity']),
  enabled: z.boolean(),
  /** Whether a municipality may turn the section on and off. */
  switchable: z.boolean(),
  note: z.string(),
  criteria: z.array(criterionSchema).min(1),
});

/** Procedures that one answer can stand for when there are no results: its «да» counts for `counts` of them. */
const federalGroupSchema = z.strictObject({
  title: text,
  procedures: z.array(code).min(1),
  item: code.nullable(),
  counts: count,
});

/** First match wins. `words` may name params as {code}; a part in [brackets] is left out while its params are not set. */
const ruleSchema = z.strictObject({ code, verdict: code, when: expression, words: text });

const verdictSchema = z.strictObject({
  code,
  words: text,
  /** Place on the scale of risk, the higher the worse; null stands outside it («недостаточно данных»). */
  level: z.number().int().min(0).max(9).nullable(),
  /** A school with this verdict is put before the commission. */
  proposes: z.boolean(),
  explanation: text,
});

/**
 * One more decision beside the verdict of the card («школы в неблагоприятных условиях», «стабильно высокие», a typology):
 * the first rule that holds decides.
 */
const listSchema = z.strictObject({
  code: measureName,
  title: text,
  rules: z.array(z.strictObject({ code, verdict: code, when: expression, words: text })).min(1),
  verdicts: z.array(z.strictObject({ code, words: text })).min(1),
  /** The verdict when a rule cannot be decided for lack of data. */
  missing: code,
});

export const methodSchema = z.strictObject({
  code,
  title: text,
  /** Number of the version within the method. */
  number: z.number().int().min(1),
  provenance: text,
  order: orderSchema,
  procedures: z.array(procedureSchema),
  /** Results of a procedure are low when at least this share of participants got «2» or missed the minimum. */
  lowShare: shareSchema,
  params: z.array(paramSchema),
  sections: z.array(sectionSchema).min(1),
  federal: z.strictObject({ groups: z.array(federalGroupSchema), minimum: count.min(1) }),
  rules: z.array(ruleSchema).min(1),
  verdicts: z.array(verdictSchema).min(1),
  /** Said beside a verdict that the missing data could still change. */
  borderlineWords: text,
  /** What a school of an approved list is called in public. */
  publicLabel: text,
  /** Absent where the method computes nothing. */
  measures: z.array(measureSchema).optional(),
  lists: z.array(listSchema).optional(),
});

export type Method = z.infer<typeof methodSchema>;
export type MethodSection = Method['sections'][number];
export type MethodCriterion = MethodSection['criteria'][number];
export type MethodSign = z.infer<typeof signSchema>;
export type MethodProcedure = Method['procedures'][number];
export type MethodParam = Method['params'][number];
export type MethodRule = Method['rules'][number];
export type MethodVerdict = Method['verdicts'][number];
export type MethodHint = z.infer<typeof hintSchema>;
export type AskedNumber = z.infer<typeof askedNumberSchema>;
export type MethodThreshold = z.infer<typeof thresholdSchema>;
export type MethodMeasure = z.infer<typeof measureSchema>;
export type MethodList = z.infer<typeof listSchema>;
export type MethodListRule = MethodList['rules'][number];
