import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { ImportResult } from '@/lib/schools/import/import-row';
import type { ImportStatus } from '@/lib/schools/import-store';
import { APPLIED_WORDS, IMPORT_STATUS_WORDS, RESULT_WORDS } from '@/lib/schools/import-words';

type Look = { tone: BadgeTone; icon: IconName };

const STATUS: Record<ImportStatus, Look> = {
  READING: { tone: 'info', icon: 'clock' },
  MAPPING: { tone: 'warning', icon: 'edit' },
  PREVIEW: { tone: 'warning', icon: 'eye' },
  APPLIED: { tone: 'success', icon: 'check' },
  FAILED: { tone: 'danger', icon: 'error' },
  CANCELLED: { tone: 'neutral', icon: 'cross' },
};

const RESULT: Record<ImportResult, Look> = {
  NEW: { tone: 'success', icon: 'plus' },
  CHANGED: { tone: 'info', icon: 'edit' },
  UNCHANGED: { tone: 'neutral', icon: 'check' },
  AMBIGUOUS: { tone: 'warning', icon: 'warning' },
  ERROR: { tone: 'danger', icon: 'error' },
  SKIPPED: { tone: 'neutral', icon: 'right' },
};

export function ImportStatusBadge({ status }: { status: ImportStatus }) {
  return <Badge {...STATUS[status]}>{IMPORT_STATUS_WORDS[status]}</Badge>;
}

export function RowBadge({ result, applied }: { result: ImportResult; applied: boolean }) {
  return <Badge {...RESULT[result]}>{(applied ? APPLIED_WORDS : RESULT_WORDS)[result]}</Badge>;
}
