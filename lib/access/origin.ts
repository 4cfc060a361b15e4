import { Refusal } from '@/lib/kernel/refusal';

/**
 * Every request that changes something must come from a page of our own. Browsers send Origin with each of them; a
 * request without it is refused too (Next itself lets such actions through).
 */
export function assertOwnOrigin(origin: string | null, own: string): void {
  if (origin !== own) {
    throw new Refusal('forbidden', 'Запрос пришёл не со страницы портала. Обновите страницу и повторите.');
  }
}
