import type { Titles } from '@/lib/methodology/measures/reading';
import type { Method } from '@/lib/methodology/method';

/** Numbers of a card that the rules of a decision may name, as people call them. */
export const CARD_WORDS = {
  sum: 'сумма баллов',
  max: 'наибольшая возможная сумма',
  extra: 'сколько ещё баллов могли бы дать недостающие данные',
  missing: 'число критериев без данных',
  applicable: 'число критериев, которые касаются школы',
  low: 'число процедур с низкими результатами',
  federalMinimum: 'наименьшее число процедур федерального правила',
  objectivity: 'баллы по объективности',
  kind: 'вид школы',
} as const;

/** How a rule names the points of a section: codes are Russian letters, and names are not. */
export const pointsOf = (section: string): string => `points["${section}"]`;

/** Names of the condition of a rule as its Russian sentence says them, with the version's numbers put in. */
export const decisionTitles = (method: Method): Titles =>
  new Map([
    ...Object.entries(CARD_WORDS),
    ['federalMinimum', String(method.federal.minimum)],
    ...method.sections.flatMap(({ code }) =>
      [`points.${code}`, pointsOf(code)].map((name) => [name, `баллы раздела ${code}`] as const),
    ),
    ...method.params.flatMap(({ code, title, value }) => [
      [`params.${code}`, value === null ? `«${title}»` : String(value)] as const,
      [`has(params.${code})`, `число «${title}» задано`] as const,
    ]),
  ]);
