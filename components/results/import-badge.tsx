import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { ResultImportStatus } from '@/lib/results/import-view';
import type { CheckLevel } from '@/lib/results/screening';
import { CHECK_WORDS, DEAD_WORDS, IMPORT_STATUS_WORDS } from '@/lib/results/words';

type Look = { tone: BadgeTone; icon: IconName };

const STATUS: Record<ResultImportStatus, Look> = {
  READING: { tone: 'info', icon: 'clock' },
  MAPPING: { tone: 'warning', icon: 'edit' },
  CHECK: { tone: 'warning', icon: 'eye' },
  APPLIED: { tone: 'success', icon: 'check' },
  REPLACED: { tone: 'neutral', icon: 'right' },
  UNDONE: { tone: 'neutral', icon: 'cross' },
  FAILED: { tone: 'danger', icon: 'error' },
  CANCELLED: { tone: 'neutral', icon: 'cross' },
};
const DEAD: Look = { tone: 'danger', icon: 'error' };

const CHECK: Record<CheckLevel, Look> = {
  pass: { tone: 'success', icon: 'check' },
  warn: { tone: 'warning', icon: 'warning' },
  fail: { tone: 'danger', icon: 'error' },
};

export function ResultImportBadge({ status, isDead }: { status: ResultImportStatus; isDead: boolean }) {
  return <Badge {...(isDead ? DEAD : STATUS[status])}>{isDead ? DEAD_WORDS : IMPORT_STATUS_WORDS[status]}</Badge>;
}

export function CheckBadge({ level }: { level: CheckLevel }) {
  return <Badge {...CHECK[level]}>{CHECK_WORDS[level]}</Badge>;
}
