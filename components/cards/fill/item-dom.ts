import type { Draft } from '@/lib/diagnostics/cards/save-queue';
import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import { typedWords } from '@/lib/diagnostics/scoring/typed-number';
import type { NumberQuestion } from '@/lib/methodology/items';

/**
 * The card is plain HTML from the server: fieldsets with radios, perhaps a number, and a text area, which work without JavaScript.
 * The autosave reads and writes that HTML by these names; nothing else knows them but the markup in fill-item.tsx.
 */
const VALUES: ReadonlySet<string> = new Set<AnswerValue>(['YES', 'NO', 'NOT_APPLICABLE', 'NO_DATA']);
const isValue = (text: string): text is AnswerValue => VALUES.has(text);

export type ItemSlot = 'state' | 'alert' | 'point' | 'number';

export const itemBox = (code: string): HTMLElement | null => document.getElementById(code);

export const itemOf = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-item]')?.dataset.item : undefined;

export function slotOf(code: string, slot: ItemSlot): HTMLElement | null {
  return itemBox(code)?.querySelector<HTMLElement>(`[data-slot="${slot}"]`) ?? null;
}

const numberField = (box: Element) => box.querySelector<HTMLInputElement>('input[data-number]');

/**
 * What a change of one field means for the others. Another answer than the portal's does not keep the portal's reason as its
 * comment. A number and a chosen «нет данных» exclude each other: what is given last stands.
 */
export function levelFields(code: string, target: EventTarget | null): void {
  const box = itemBox(code);
  if (!box) return;
  const comment = box.querySelector('textarea');
  const chosen = target instanceof HTMLInputElement && target.type === 'radio' ? target.value : undefined;
  if (
    comment?.dataset.reason &&
    chosen &&
    chosen !== comment.dataset.answer &&
    comment.value === comment.dataset.reason
  )
    comment.value = '';
  levelNumber(code, box, target);
}

function levelNumber(code: string, box: Element, target: EventTarget | null): void {
  const field = numberField(box);
  if (!field) return;
  if (target === field && field.value.trim() !== '') {
    for (const radio of box.querySelectorAll<HTMLInputElement>('input[type="radio"]')) radio.checked = false;
  } else if (target instanceof HTMLInputElement && target.type === 'radio' && target.checked) field.value = '';
  writeNumberWords(code, field);
}

function writeNumberWords(code: string, field: HTMLInputElement): void {
  const question: NumberQuestion = JSON.parse(field.dataset.number ?? '');
  writeSlot(code, 'number', typedWords(field.value, question));
}

export function readDraft(code: string): Draft {
  const box = itemBox(code);
  const checked = box?.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.value ?? '';
  const comment = box?.querySelector('textarea')?.value ?? '';
  const number = box ? (numberField(box)?.value ?? '') : '';
  return { value: isValue(checked) ? checked : null, number, comment };
}

/** Puts an answer into the fields; a comment that is being typed keeps its caret because only a different text is set. */
export function writeDraft(code: string, draft: Draft): void {
  const box = itemBox(code);
  if (!box) return;
  for (const radio of box.querySelectorAll<HTMLInputElement>('input[type="radio"]'))
    radio.checked = radio.value === draft.value;
  const field = numberField(box);
  if (field && field.value !== draft.number) field.value = draft.number;
  if (field) writeNumberWords(code, field);
  const comment = box.querySelector('textarea');
  if (comment && comment.value !== draft.comment) comment.value = draft.comment;
  if (draft.comment) comment?.closest('details')?.setAttribute('open', '');
}

export function writeVersion(code: string, version: number): void {
  const field = itemBox(code)?.querySelector<HTMLInputElement>('input[type="hidden"][data-version]');
  if (field) field.value = String(version);
}

export function writeSlot(code: string, slot: ItemSlot, text: string): void {
  const element = slotOf(code, slot);
  if (element && element.textContent !== text) element.textContent = text;
}

/** Items whose fields differ from what the server sent: answered before this script was there, or restored by the browser. */
export function changedItems(): readonly string[] {
  const boxes = document.querySelectorAll<HTMLElement>('[data-card-fill] [data-item]');
  return Array.from(boxes).flatMap((box) => {
    const radios = box.querySelectorAll<HTMLInputElement>('input[type="radio"]');
    const comment = box.querySelector('textarea');
    const number = numberField(box);
    const isChanged =
      Array.from(radios).some((radio) => radio.checked !== radio.defaultChecked) ||
      (number !== null && number.value !== number.defaultValue) ||
      (comment !== null && comment.value !== comment.defaultValue);
    return isChanged && box.dataset.item ? [box.dataset.item] : [];
  });
}

/** Leads the reader to an item: to its first control, with the question in sight. */
export function goToItem(code: string): void {
  const box = itemBox(code);
  const control =
    (box && numberField(box)) ??
    box?.querySelector<HTMLElement>('input[type="radio"]:checked') ??
    box?.querySelector<HTMLElement>('input[type="radio"]');
  box?.scrollIntoView({
    block: 'start',
    behavior: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });
  control?.focus({ preventScroll: true });
}
