import { type Day, formatDay } from '@/lib/kernel/day';

/** One notification of a letter. */
export type LetterPart = {
  readonly title: string;
  readonly text: string;
  readonly due: Day | null;
  readonly link: string;
};

/**
 * The words of a letter: what, why, by when, and the address. Of several notifications the subject says how many; each
 * keeps its own address, so that the reader opens what he needs.
 */
export function letterWords(
  name: string,
  centre: string,
  parts: readonly LetterPart[],
  origin: string,
): { readonly subject: string; readonly text: string } {
  const [first] = parts;
  const subject = parts.length === 1 && first ? first.title : `Уведомления портала: ${parts.length}`;
  const body = parts.map(({ title, text, due, link }) =>
    [title, text, due ? `Срок: ${formatDay(due)}` : '', `${origin}${link}`].filter((line) => line !== '').join('\n'),
  );
  const end = [`${centre}`, `Какие письма приходят, выбирают на портале: ${origin}/notifications/choices`];
  return { subject, text: [`Здравствуйте, ${name}!`, ...body, end.join('\n')].join('\n\n') };
}

/** Minutes before a letter is tried again, by how often it was tried. */
const AGAIN_MINUTES = [5, 15, 60, 240, 720];

/** When a letter that failed is tried again; undefined: it is given up and shown as such. */
export function triedAgainAt(now: Date, attempts: number): Date | undefined {
  const minutes = AGAIN_MINUTES[attempts - 1];
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000);
}
