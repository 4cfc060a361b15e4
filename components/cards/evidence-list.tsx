import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Icon } from '@/components/ui/icon';
import type { CardEvidence } from '@/lib/diagnostics/cards/card-page';
import { removeEvidence } from '@/lib/diagnostics/cards/evidence-actions';
import { formatNumber } from '@/lib/kernel/russian';

type Props = { item: string; evidence: readonly CardEvidence[]; canRemove?: boolean };

const KILOBYTE = 1024;
const sizeWords = (size: number | null) =>
  size === null ? 'ссылка' : `${formatNumber(Math.max(1, Math.round(size / KILOBYTE)))} КБ`;

/** What proves an answer: files open from the portal, links lead out and are never fetched by it. */
export function EvidenceList({ item, evidence, canRemove = false }: Props) {
  if (evidence.length === 0) return null;
  return (
    <ul className="space-y-1.5" aria-label={`Подтверждения к ${item}`}>
      {evidence.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a
            className="link inline-flex min-w-0 items-center gap-2 break-all"
            href={one.href}
            rel="noreferrer noopener"
            {...(one.isFile ? { download: true } : { target: '_blank' })}
          >
            <Icon name="file" size={16} />
            {one.title}
          </a>
          <span className="text-sm text-ink-soft">
            {sizeWords(one.size)} · {one.addedBy}
          </span>
          {canRemove && (
            <ActionForm action={removeEvidence} label={`Убрать подтверждение «${one.title}»`}>
              <input type="hidden" name="evidenceId" value={one.id} />
              <SubmitButton variant="quiet" size="small" pendingText="Убираем…">
                Убрать
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
