import type { Day } from '@/lib/kernel/day';
import { Refusal } from '@/lib/kernel/refusal';
import { type CaseStatus, isWritable } from '@/lib/support/cases/case-moves';

/** The support of a school in a school year. */
export type SupportCase = {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  /** First year of the school year. */
  readonly year: number;
  readonly status: CaseStatus;
  readonly ground: string;
  /** The approved list it follows from; null: opened by request. */
  readonly listId: string | null;
  /** The case that this one carries on. */
  readonly previousId: string | null;
  readonly crisisSince: Day | null;
  readonly crisisReason: string;
  readonly crisisBy: string;
  readonly decisionGrounds: string;
  readonly decisionOrder: string;
  /** Grows with each move; a save names the one it saw. */
  readonly version: number;
  readonly createdAt: Date;
};

const STOPPED: Record<Exclude<CaseStatus, 'OPEN'>, string> = {
  PAUSED:
    'Сопровождение школы приостановлено: сейчас его можно только читать. Возобновите его, чтобы внести изменения.',
  EXITED: 'Сопровождение школы завершено: записи больше не меняются. Если решение ошибочно, откройте его снова.',
  CONTINUED: 'Сопровождение продолжено в следующем учебном году: записи вносите в новую карточку.',
};

/** What is paused or closed is read and not written in. */
export function assertWritable(standing: { readonly status: CaseStatus } | undefined): void {
  if (!standing || isWritable(standing) || standing.status === 'OPEN') return;
  throw new Refusal('closed', STOPPED[standing.status]);
}
