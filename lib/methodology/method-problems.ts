import { Refusal } from '@/lib/kernel/refusal';
import {
  compileApplicability,
  compileDecision,
  type DecisionScope,
  type Expression,
} from '@/lib/methodology/expression';
import { itemsOf } from '@/lib/methodology/items';
import { measureProblems } from '@/lib/methodology/measures/compile-measures';
import { type Method, methodSchema } from '@/lib/methodology/method';

/**
 * What does not hold together in a method, as Russian sentences: codes met twice, references to nothing, expressions
 * that do not compile or read what the method does not have, a decision that may end without a verdict, measures.
 */
export function methodProblems(method: Method): readonly string[] {
  return [
    ...repeatedCodes(method),
    ...brokenReferences(method),
    ...applicabilityProblems(method),
    ...numberProblems(method),
    ...ruleProblems(method),
    ...measureProblems(method),
  ];
}

/** Data as a method, or a refusal that names every problem. The door through which a stored or sent method comes in. */
export function parseMethod(data: unknown): Method {
  const parsed = methodSchema.safeParse(data);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Refusal('invalid', `Методика записана не по форме. ${issues.join('; ')}`);
  }
  const problems = methodProblems(parsed.data);
  if (problems.length > 0) throw new Refusal('invalid', problems.join(' '));
  return parsed.data;
}

const criteriaOf = (method: Method) => method.sections.flatMap((section) => section.criteria);

function repeatedCodes(method: Method): string[] {
  const items = itemsOf(method).map((item) => item.code);
  const composites = criteriaOf(method).flatMap((one) => (one.kind === 'composite' ? [one.code] : []));
  const groups: ReadonlyArray<readonly [string, readonly string[]]> = [
    ['раздела', method.sections.map((section) => section.code)],
    ['критерия или признака', [...items, ...composites]],
    ['процедуры', method.procedures.map((procedure) => procedure.code)],
    ['числа методики', method.params.map((param) => param.code)],
    ['правила', method.rules.map((rule) => rule.code)],
    ['вывода', method.verdicts.map((verdict) => verdict.code)],
  ];
  return groups.flatMap(([what, codes]) => {
    const repeated = new Set(codes.filter((code, index) => codes.indexOf(code) !== index));
    return [...repeated].map((code) => `Код ${what} «${code}» встречается дважды.`);
  });
}

function brokenReferences(method: Method): string[] {
  const sections = new Set(method.sections.map((section) => section.code));
  const procedures = new Set(method.procedures.map((procedure) => procedure.code));
  const items = new Set(itemsOf(method).map((item) => item.code));
  const verdicts = new Set(method.verdicts.map((verdict) => verdict.code));
  const grouped = method.federal.groups.flatMap((group) => group.procedures);
  const params = new Set([...method.params.map((param) => param.code), 'federalMinimum']);
  return [
    ...method.procedures.flatMap((procedure) =>
      procedure.section !== null && !sections.has(procedure.section)
        ? [`Процедура «${procedure.code}» относится к разделу «${procedure.section}», которого нет.`]
        : [],
    ),
    ...grouped.filter((code) => !procedures.has(code)).map((code) => `Федеральное правило: нет процедуры «${code}».`),
    // One procedure in two groups would be counted twice.
    ...grouped
      .filter((code, index) => grouped.indexOf(code) !== index)
      .map((code) => `Федеральное правило: процедура «${code}» стоит в двух группах.`),
    ...method.federal.groups.flatMap((group) =>
      group.item !== null && !items.has(group.item) ? [`Федеральное правило: нет критерия «${group.item}».`] : [],
    ),
    ...method.rules
      .filter((rule) => !verdicts.has(rule.verdict))
      .map((rule) => `Правило «${rule.code}» даёт вывод «${rule.verdict}», которого нет.`),
    ...method.rules.flatMap((rule) =>
      [...rule.words.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) =>
        name !== undefined && !params.has(name) ? [`Слова правила «${rule.code}»: нет числа «${name}».`] : [],
      ),
    ),
  ];
}

function applicabilityProblems(method: Method): string[] {
  const sources = new Set(itemsOf(method).flatMap((item) => item.applies));
  return [...sources].flatMap((source) => {
    const tried = attempt(() => compileApplicability(source).holds({ grades: [], kind: '', held: [] }));
    return typeof tried === 'string' ? [tried] : [];
  });
}

/** A typed number is compared with the threshold alone: nobody knows the numbers of other schools or years while it is typed. */
function numberProblems(method: Method): string[] {
  return criteriaOf(method).flatMap((criterion) => {
    if (criterion.kind !== 'number') return [];
    const { code, threshold, number, computed } = criterion;
    const where = `Критерий «${code}»`;
    return [
      ...(threshold.base === 'NONE' ? [] : [`${where}: вписанное число сравнивают с самим числом порога.`]),
      ...(threshold.minParticipants === 0
        ? []
        : [`${where}: у вписанного числа нет участников, оставьте их минимум 0.`]),
      ...(number.least !== null && number.most !== null && number.least >= number.most
        ? [`${where}: наименьшее число должно быть меньше наибольшего.`]
        : []),
      ...(computed === undefined
        ? []
        : [`${where}: число вписывает школа. Чтобы отвечал портал, сделайте критерий с ответом «да» или «нет».`]),
    ];
  });
}

function ruleProblems(method: Method): string[] {
  const sections = new Set(method.sections.map((section) => section.code));
  const params = new Set(method.params.map((param) => param.code));
  const zeros = zeroScope(method);
  const problems = method.rules.flatMap((rule) => {
    const compiled = attempt(() => compileDecision(rule.when));
    if (typeof compiled === 'string') return [compiled];
    const unknown = unknownReads(compiled, sections, params);
    if (unknown.length > 0) return unknown.map((name) => `Правило «${rule.code}»: неизвестное имя ${name}.`);
    // With nothing known every branch is walked, so a number that may be «не задано» and is read unguarded shows up.
    const tried = attempt(() => compiled.holds(zeros));
    return typeof tried === 'string' ? [tried] : [];
  });
  const last = method.rules.at(-1);
  if (last?.when !== 'true') problems.push('Последнее правило должно выполняться всегда: «true».');
  return problems;
}

function unknownReads(
  rule: Expression<'decision'>,
  sections: ReadonlySet<string>,
  params: ReadonlySet<string>,
): string[] {
  return [...rule.reads].filter((name) => {
    if (name.startsWith('params.')) return !params.has(name.slice('params.'.length));
    if (name.startsWith('points.')) return !sections.has(name.slice('points.'.length));
    // The maps whole would hide which number decides.
    return name === 'params' || name === 'points';
  });
}

function zeroScope(method: Method): DecisionScope {
  return {
    sum: 0,
    max: 1,
    extra: 0,
    missing: 0,
    applicable: 1,
    low: 0,
    federalMinimum: method.federal.minimum,
    objectivity: 0,
    kind: '',
    points: Object.fromEntries(method.sections.map((section) => [section.code, 0])),
    params: Object.fromEntries(
      method.params.flatMap((param) => (param.value === null ? [] : [[param.code, param.value]])),
    ),
  };
}

function attempt<T>(compute: () => T): T | string {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
