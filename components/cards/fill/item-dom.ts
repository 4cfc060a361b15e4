import type { Draft } from '@/lib/diagnostics/cards/save-queue';
import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';

/**
 * The card is plain HTML from the server: fieldsets with radios and a text area each, which work without JavaScript.
 * The autosave reads and writes that HTML by these names; nothing else knows them but the markup in fill-item.tsx.
 */
const VALUES: ReadonlySet<string> = new Set<AnswerValue>(['YES', 'NO', 'NOT_APPLICABLE', 'NO_DATA']);
const isValue = (text: string): text is AnswerValue => VALUES.has(text);

export type ItemSlot = 'state' | 'alert' | 'point';

export const itemBox = (code: string): HTMLElement | null => document.getElementById(code);

export const itemOf = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-item]')?.dataset.item : undefined;

export function slotOf(code: string, slot: ItemSlot): HTMLElement | null {
  return itemBox(code)?.querySelector<HTMLElement>(`[data-slot="${slot}"]`) ?? null;
}

export function readDraft(code: string): Draft {
  const box = itemBox(code);
  const checked = box?.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.value ?? '';
  const comment = box?.querySelector('textarea')?.value ?? '';
  return { value: isValue(checked) ? checked : null, comment };
}

/** Puts an answer into the fields; a comment that is being typed keeps its caret because only a different text is set. */
export function writeDraft(code: string, draft: Draft): void {
  const box = itemBox(code);
  if (!box) return;
  for (const radio of box.querySelectorAll<HTMLInputElement>('input[type="radio"]'))
    radio.checked = radio.value === draft.value;
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
    const isChanged =
      Array.from(radios).some((radio) => radio.checked !== radio.defaultChecked) ||
      (comment !== null && comment.value !== comment.defaultValue);
    return isChanged && box.dataset.item ? [box.dataset.item] : [];
  });
}

/** Leads the reader to an item: to its first control, with the question in sight. */
export function goToItem(code: string): void {
  const box = itemBox(code);
  const control =
    box?.querySelector<HTMLElement>('input[type="radio"]:checked') ??
    box?.querySelector<HTMLElement>('input[type="radio"]');
  box?.scrollIntoView({
    block: 'start',
    behavior: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });
  control?.focus({ preventScroll: true });
}
