import { newCriterion } from '@/lib/methodology/draft/change-items';
import type { Method } from '@/lib/methodology/method';

/** A draft has no order yet; what it was copied from was approved by another. */
export const NO_ORDER: Method['order'] = { number: '', date: null, title: 'Ещё не утверждена приказом', issuer: '' };

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

const CODE_KEPT = 24;

/** The code of a copy: codes of methods are unique among all municipalities. `tag` is 6 random hex digits. */
export const copyCode = (code: string, tag: string): string => `${code.slice(0, CODE_KEPT)}-${tag}`;
