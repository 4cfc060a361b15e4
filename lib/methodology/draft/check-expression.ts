import { Refusal } from '@/lib/kernel/refusal';
import { applicabilityWords } from '@/lib/methodology/applicability-words';
import { CARD_WORDS, decisionTitles, pointsOf } from '@/lib/methodology/decision-words';
import { changeItem } from '@/lib/methodology/draft/change-items';
import { putListRule } from '@/lib/methodology/draft/change-lists';
import { putMeasure } from '@/lib/methodology/draft/change-measures';
import { putRule } from '@/lib/methodology/draft/change-rules';
import { compileDecision } from '@/lib/methodology/expression';
import { compileMeasures } from '@/lib/methodology/measures/compile-measures';
import { FUNCTIONS } from '@/lib/methodology/measures/functions';
import { readingOf, type Titles, titlesOf } from '@/lib/methodology/measures/reading';
import type { Method, MethodMeasure } from '@/lib/methodology/method';
import { methodProblems } from '@/lib/methodology/method-problems';

/** Where in a method an expression stands; an empty code is a new one. */
export type ExpressionPlace =
  | { readonly kind: 'applies'; readonly code: string }
  | { readonly kind: 'answer'; readonly code: string }
  | { readonly kind: 'rule'; readonly code: string }
  | { readonly kind: 'measure'; readonly code: string; readonly unit: MethodMeasure['unit'] }
  | { readonly kind: 'list'; readonly list: string; readonly code: string };

/** What there is to say of an expression that is being written: its Russian sentence, or what is wrong and where. */
export type ExpressionCheck =
  | { readonly isGood: true; readonly reading: string }
  | { readonly isGood: false; readonly problem: string };

/** The code that something new is checked under: as long as a code may be, and nobody names a measure so. */
const NEW = 'z'.repeat(32);

/**
 * Reads an expression as the method would with it in its place: the first problem that the method does not have without it,
 * or the sentence of it. `codes` are the words of codes in quotes. Nothing is saved.
 */
export function checkExpression(
  method: Method,
  place: ExpressionPlace,
  source: string,
  codes: Titles,
): ExpressionCheck {
  if (source.trim() === '') return { isGood: false, problem: 'Напишите условие.' };
  try {
    const tried = withExpression(method, place, source.trim());
    const before = new Set(methodProblems(method));
    const problem = methodProblems(tried).find((one) => !before.has(one));
    return problem === undefined
      ? { isGood: true, reading: expressionReading(tried, place, source.trim(), codes) }
      : { isGood: false, problem: brief(problem, source.trim()) };
  } catch (error) {
    if (error instanceof Refusal) return { isGood: false, problem: brief(error.message, source.trim()) };
    throw error;
  }
}

/** Without the place and the text, which the person has before him: «Знак 12: неизвестное имя meen.» */
function brief(problem: string, source: string): string {
  const quoted = `Выражение «${source}»`;
  const at = problem.indexOf(quoted);
  const rest =
    at < 0 ? problem.replace(/^[^:]*«[^»]*»: /, '') : problem.slice(at + quoted.length).replace(/^[,:] /, '');
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

const codeOf = (place: ExpressionPlace): string => (place.code === '' ? NEW : place.code);

function withExpression(method: Method, place: ExpressionPlace, source: string): Method {
  switch (place.kind) {
    case 'applies':
      return changeItem(method, place.code, { applies: source });
    case 'answer':
      return changeItem(method, place.code, { when: source });
    case 'rule': {
      const known = method.rules.find(({ code }) => code === place.code);
      const verdict = method.verdicts[0]?.code ?? '';
      return putRule(method, { verdict, words: '–', ...known, code: codeOf(place), when: source });
    }
    case 'measure': {
      const known = method.measures?.find(({ code }) => code === place.code);
      const fresh = { title: '–', of: 'SCHOOL', round: null, provenance: '–' } as const;
      return putMeasure(method, { ...fresh, ...known, code: codeOf(place), unit: place.unit, value: source });
    }
    case 'list': {
      const list = method.lists?.find(({ code }) => code === place.list);
      const known = list?.rules.find(({ code }) => code === place.code);
      const rule = { verdict: list?.missing ?? '', words: '–', ...known, code: codeOf(place), when: source };
      return putListRule(method, place.list, rule);
    }
  }
}

/** The sentence of an expression that the method has at this place. */
export function expressionReading(method: Method, place: ExpressionPlace, source: string, codes: Titles): string {
  if (place.kind === 'applies') return applicabilityWords(method, [source]);
  if (place.kind === 'rule') return sentence(readingOf(compileDecision(source), decisionTitles(method)));
  const compiled = compileMeasures(method);
  const titles = new Map([...titlesOf(method, codes), ...(place.kind === 'list' ? Object.entries(CARD_WORDS) : [])]);
  const expression =
    place.kind === 'answer'
      ? compiled.items.find(({ code }) => code === place.code)?.expression
      : place.kind === 'measure'
        ? compiled.measures.find(({ measure }) => measure.code === codeOf(place))?.expression
        : compiled.lists
            .find(({ list }) => list.code === place.list)
            ?.rules.find(({ rule }) => rule.code === codeOf(place))?.holds;
  if (!expression) return '';
  const words = readingOf(expression, titles);
  return place.kind === 'answer' ? `«Да», если ${words}.` : sentence(words);
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** A name that may be written at a place, and what it means. */
export type KnownName = { readonly write: string; readonly means: string };

const SCHOOL_NAMES: readonly KnownName[] = [
  { write: 'kind', means: 'вид школы: PRIMARY, BASIC, SECONDARY, GYMNASIUM, LYCEUM' },
  { write: 'grades', means: 'классы, которые есть в школе: 9 in grades' },
  { write: 'held', means: 'коды процедур, которые проводились: "ege_ru" in held' },
];

/** Every name that an expression of a place may use, in the order people look for them. */
export function knownNames(method: Method, place: ExpressionPlace): readonly KnownName[] {
  if (place.kind === 'applies') return SCHOOL_NAMES;
  if (place.kind === 'rule')
    return [
      ...Object.entries(CARD_WORDS).map(([write, means]) => ({ write, means })),
      ...method.sections.map(({ code, title }) => ({ write: pointsOf(code), means: `баллы раздела «${title}»` })),
      ...method.params.flatMap(({ code, title, value }) => [
        { write: `params.${code}`, means: title },
        ...(value === null ? [{ write: `has(params.${code})`, means: `задано ли число «${title}»` }] : []),
      ]),
    ];
  const measures = method.measures ?? [];
  const at = place.kind === 'measure' ? measures.findIndex(({ code }) => code === place.code) : -1;
  const above = at < 0 ? measures : measures.slice(0, at);
  return [
    ...above.map(({ code, title }) => ({ write: code, means: title })),
    ...method.params.map(({ code, title }) => ({ write: code, means: title })),
    ...(place.kind === 'list' ? Object.entries(CARD_WORDS).filter(([name]) => name !== 'federalMinimum') : []).map(
      ([write, means]) => ({ write, means }),
    ),
    ...FUNCTIONS.map(({ signature, doc }) => ({ write: signature, means: doc })),
    ...SCHOOL_NAMES,
    { write: 'place', means: 'где школа: CITY, TOWN, VILLAGE' },
    { write: 'year', means: 'год, с которого начинается учебный год результатов' },
  ];
}

const SUGGESTED_MAX = 6;

/** Names that may continue what stands before the cursor; none while a text in quotes is being written. */
export function suggestedNames(method: Method, place: ExpressionPlace, before: string): readonly KnownName[] {
  if ((before.match(/"/g) ?? []).length % 2 === 1) return [];
  const begun = /[\p{L}\d_.]+$/u.exec(before)?.[0].toLowerCase() ?? '';
  if (begun === '' || /^\d/.test(begun)) return [];
  const starting = (name: KnownName) =>
    name.write.toLowerCase().startsWith(begun) && name.write.toLowerCase() !== begun;
  const inside = (name: KnownName) => !starting(name) && name.write.toLowerCase().includes(begun) && begun.length > 2;
  const names = knownNames(method, place);
  return [...names.filter(starting), ...names.filter(inside)].slice(0, SUGGESTED_MAX);
}
