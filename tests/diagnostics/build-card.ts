import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import type { CardFacts, ProcedureResult } from '@/lib/diagnostics/scoring/card-facts';
import { itemsOf } from '@/lib/methodology/items';
import type { Method } from '@/lib/methodology/method';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

const grades = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

export const SCHOOLS = {
  SECONDARY: { kind: 'SECONDARY', grades: grades(11) },
  BASIC: { kind: 'BASIC', grades: grades(9) },
  PRIMARY: { kind: 'PRIMARY', grades: grades(4) },
} as const;

/** The version with section В switched on; nothing else differs. */
export const withVpr: Method = {
  ...defaultMethod,
  sections: defaultMethod.sections.map((section) => (section.code === 'В' ? { ...section, enabled: true } : section)),
};

export type CardParts = {
  school?: keyof typeof SCHOOLS;
  method?: Method;
  /** The answer to everything that is not named below; 'unanswered' leaves it out. */
  rest?: AnswerValue | 'unanswered';
  yes?: readonly string[];
  no?: readonly string[];
  noData?: readonly string[];
  notApplicable?: readonly string[];
  held?: readonly string[];
  procedures?: readonly ProcedureResult[];
};

/** Facts of a card: all procedures held, every item answered «нет» unless said otherwise. */
export function card(parts: CardParts = {}): CardFacts {
  const method = parts.method ?? defaultMethod;
  const school = SCHOOLS[parts.school ?? 'SECONDARY'];
  const rest = parts.rest ?? 'NO';
  const answers: Record<string, AnswerValue> = {};
  if (rest !== 'unanswered') for (const item of itemsOf(method)) answers[item.code] = rest;
  for (const code of parts.yes ?? []) answers[code] = 'YES';
  for (const code of parts.no ?? []) answers[code] = 'NO';
  for (const code of parts.noData ?? []) answers[code] = 'NO_DATA';
  for (const code of parts.notApplicable ?? []) answers[code] = 'NOT_APPLICABLE';
  return {
    school: { kind: school.kind, grades: [...school.grades] },
    held: [...(parts.held ?? method.procedures.map((procedure) => procedure.code))],
    answers,
    procedures: [...(parts.procedures ?? [])],
  };
}
