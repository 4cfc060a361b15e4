import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { ImportStatusBadge } from '@/components/schools/import/import-badge';
import { MappingStep } from '@/components/schools/import/mapping-step';
import { PreviewStep } from '@/components/schools/import/preview-step';
import { WatchImport } from '@/components/schools/import/watch-import';
import type { ListAddress } from '@/components/table/list-address';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { type Step, Steps } from '@/components/ui/steps';
import { Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { cancelImport } from '@/lib/schools/import-actions';
import type { ImportPage } from '@/lib/schools/import-queries';
import type { ImportStatus } from '@/lib/schools/import-store';

const STEPS = ['Файл', 'Столбцы', 'Проверка', 'Готово'] as const;

/** Where the import stands; a reading belongs to the step it leads to. */
function stepOf(page: ImportPage): number {
  const { status, options } = page.found;
  const at: Record<ImportStatus, number> = {
    READING: options.columns ? 2 : 0,
    MAPPING: 1,
    PREVIEW: 2,
    APPLIED: 4,
    FAILED: 0,
    CANCELLED: 0,
  };
  return at[status];
}

const steps = (now: number): Step[] =>
  STEPS.map((title, index) => ({ title, state: index < now ? 'done' : index === now ? 'current' : 'ahead' }));

/** One import from the upload to the change of the register. */
export function ImportScreen({ page, address }: { page: ImportPage; address: ListAddress }) {
  const { found } = page;
  const isOpen = found.status === 'READING' || found.status === 'MAPPING' || found.status === 'PREVIEW';
  const { status, version, rowsDone, rowsTotal } = found;
  return (
    <>
      <PageHeader
        title={found.fileName}
        lead={`Загружает ${found.authorName ?? 'сотрудник центра'}, ${formatMoment(found.createdAt, page.timeZone)}`}
        crumbs={[
          { href: links.schools(), title: 'Школы' },
          { href: links.importSchools(), title: 'Загрузка списка школ' },
        ]}
        status={<ImportStatusBadge status={status} />}
        actions={isOpen && <Cancel id={found.id} />}
      />
      <Stack gap="medium">
        {status !== 'CANCELLED' && status !== 'FAILED' && <Steps label="Шаги загрузки" steps={steps(stepOf(page))} />}
        {isOpen && status !== 'READING' && (
          <WatchImport {...{ status, version, rowsDone, rowsTotal }} address={links.importState(found.id)} />
        )}
        <StepBody page={page} address={address} />
      </Stack>
    </>
  );
}

function StepBody({ page, address }: { page: ImportPage; address: ListAddress }): ReactNode {
  const { found } = page;
  switch (found.status) {
    case 'READING':
      return <Reading page={page} />;
    case 'MAPPING':
      return <MappingStep page={page} />;
    case 'FAILED':
      return (
        <Notice
          tone="error"
          title="Файл не прочитан"
          actions={<ButtonLink href={links.importSchools()}>Загрузить другой файл</ButtonLink>}
        >
          <p>{found.failure}</p>
        </Notice>
      );
    case 'CANCELLED':
      return (
        <Notice
          title="Загрузка отменена"
          actions={<ButtonLink href={links.importSchools()}>Загрузить другой файл</ButtonLink>}
        >
          <p>Реестр школ не изменился.</p>
        </Notice>
      );
    default:
      return <PreviewStep page={page} address={address} />;
  }
}

function Reading({ page: { found } }: { page: ImportPage }) {
  const { status, version, rowsDone, rowsTotal } = found;
  return (
    <Surface>
      <div className="space-y-4">
        <h2 className="text-xl">{found.options.columns ? 'Проверяем строки' : 'Читаем файл'}</h2>
        <WatchImport {...{ status, version, rowsDone, rowsTotal }} address={links.importState(found.id)} />
        <p className="text-ink-soft">
          Обычно это несколько секунд. Страницу можно закрыть: загрузка останется в списке загрузок.
        </p>
        <noscript>
          <meta httpEquiv="refresh" content="2" />
          <ButtonLink href={links.schoolImport(found.id)} variant="secondary">
            Обновить
          </ButtonLink>
        </noscript>
      </div>
    </Surface>
  );
}

function Cancel({ id }: { id: string }) {
  return (
    <ActionForm action={cancelImport} label="Отмена загрузки">
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="quiet" pendingText="Отменяем…">
        Отменить загрузку
      </SubmitButton>
    </ActionForm>
  );
}
