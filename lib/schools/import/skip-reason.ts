import { fold } from '@/lib/kernel/russian';

const TOTAL = /^(всего|итог|в том числе)/;
const SIGNATURE =
  /^(исполнител|директор|начальник|заместител|руководител|специалист|методист|подпис|м\. ?п\.|примечани|по состоянию|дата|согласован|утвержд|составил|ответственн|тел\.|источник|\*)/;

/**
 * Why a row below the header holds no school; null when it may hold one. `hasKey` says that the row has a code or
 * another number of a school, and then only a total is skipped.
 */
export function skipReason(cells: readonly string[], header: readonly string[], hasKey: boolean): string | null {
  const filled = cells.filter((text) => text.trim() !== '');
  const distinct = new Set(filled.map(fold));
  const first = fold(filled[0] ?? '');
  if (cells.some((text) => TOTAL.test(fold(text))) && !hasKey) return 'итоговая строка';
  if (
    filled.length > 1 &&
    filled.every((text, index) => text.trim() === String(index + 1)) &&
    cells.length === filled.length
  )
    return 'строка с номерами столбцов';
  if (repeatsHeader(cells, header)) return 'повтор заголовка таблицы';
  if (hasKey) return null;
  if (SIGNATURE.test(first)) return 'подпись или примечание';
  if (distinct.size === 1 && header.filter((text) => text !== '').length > 2) return 'заголовок раздела';
  return null;
}

const repeatsHeader = (cells: readonly string[], header: readonly string[]) => {
  const same = cells.filter((text, index) => text.trim() !== '' && fold(text) === fold(header[index] ?? '')).length;
  return same >= 2 && same * 2 > cells.filter((text) => text.trim() !== '').length;
};
