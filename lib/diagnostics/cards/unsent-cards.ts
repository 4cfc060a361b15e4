import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { unsentOf } from '@/lib/diagnostics/cards/unsent-store';
import { type Day, dayAt } from '@/lib/kernel/day';

/** Cards of running campaigns that a school has still to send, each with its own last day; open: not yet sent once, and in time. */
export async function unsentCards({
  viewer,
  tx,
}: QueryContext): Promise<readonly { cardId: string; schoolId: string; due: Day; isOpen: boolean }[]> {
  const cards = await unsentOf(tx, ownMunicipality(viewer));
  return cards.map(({ dueAt, ...card }) => ({ ...card, due: dayAt(dueAt, viewer.timeZone) }));
}
