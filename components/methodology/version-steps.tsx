import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { DownloadLink } from '@/components/table/download-link';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { links } from '@/lib/kernel/links';
import { archiveMethod, copyMethod } from '@/lib/methodology/version-actions';
import type { MethodPage } from '@/lib/methodology/version-queries';

/** What the viewer may do with a version, by its state: the page of the version offers nothing that would be refused. */
export function VersionSteps({ version, may }: Pick<MethodPage, 'version' | 'may'>) {
  const isDraft = version.status === 'DRAFT';
  const isOwn = version.owner === 'MUNICIPALITY';
  if (!may.change && !may.approve) return null;
  return (
    <div className="print:hidden">
      <ButtonRow>
        {may.change && isDraft && <ButtonLink href={links.methodEdit(version.id)}>Править черновик</ButtonLink>}
        {may.approve && isDraft && <ButtonLink href={links.methodApprove(version.id)}>Утвердить приказом</ButtonLink>}
        {may.change && !isDraft && (
          <ActionForm action={copyMethod} label="Сделать черновик из этой версии">
            <input type="hidden" name="versionId" value={version.id} />
            <SubmitButton pendingText="Копируем…">Сделать черновик из этой версии</SubmitButton>
          </ActionForm>
        )}
        <ButtonLink variant="secondary" href={links.methodCompare({ to: version.id })}>
          Сравнить с другой версией
        </ButtonLink>
        {may.change && (
          <DownloadLink href={links.methodFile(version.id)} format="json" what="версию подписанным файлом" />
        )}
        {may.approve && isOwn && version.status === 'PUBLISHED' && (
          <ButtonLink variant="quiet" href={links.methodApprove(version.id)}>
            Перенести в архив
          </ButtonLink>
        )}
      </ButtonRow>
    </div>
  );
}

/** The question before a version goes to the archive. */
export function ArchiveForm({ versionId }: { versionId: string }) {
  return (
    <ActionForm action={archiveMethod} label="Перенести версию в архив">
      <input type="hidden" name="versionId" value={versionId} />
      <p className="max-w-measure">
        Новые кампании по этой версии открыть будет нельзя. Прошедшие и открытые кампании остаются как были. Вернуть
        версию из архива нельзя, но можно сделать её копию.
      </p>
      <SubmitButton variant="danger" pendingText="Переносим…">
        Да, перенести в архив
      </SubmitButton>
    </ActionForm>
  );
}
