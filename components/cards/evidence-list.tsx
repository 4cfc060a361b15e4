import { AttachmentList } from '@/components/form/attachments';
import type { CardEvidence } from '@/lib/diagnostics/cards/card-page';
import { removeEvidence } from '@/lib/diagnostics/cards/evidence-actions';

type Props = { item: string; evidence: readonly CardEvidence[]; canRemove?: boolean };

/** What proves an answer. */
export function EvidenceList({ item, evidence, canRemove = false }: Props) {
  return (
    <AttachmentList
      label={`Подтверждения к ${item}`}
      attachments={evidence}
      note={(one) => one.addedBy}
      remove={canRemove ? { action: removeEvidence, field: 'evidenceId' } : undefined}
    />
  );
}
