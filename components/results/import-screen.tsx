import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import { ErrorSummary } from '@/components/form/error-summary';
import { freshKey } from '@/components/form/idempotency-key';
import { SubmitButton } from '@/components/form/submit-button';
import { FileInput } from '@/components/form/text-input';
import { CheckStep } from '@/components/results/check-step';
import { ResultImportBadge } from '@/components/results/import-badge';
import { MappingStep } from '@/components/results/mapping-step';
import { SeenResultImport } from '@/components/results/seen-import';
import { WrittenTable } from '@/components/results/written-table';
import { WatchImport } from '@/components/schools/import/watch-import';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { count } from '@/lib/kernel/russian';
import { cancelResults, undoResults } from '@/lib/results/actions';
import type { ResultImportPage } from '@/lib/results/import-queries';

/** `cards`: what has become of the cards that are computed from it. */
type Props = { page: ResultImportPage; refusal: string | undefined; cards?: ReactNode };

/** One file of results from the upload to its counts, its replacement and its taking back. */
export function ResultImportScreen({ page, refusal, cards }: Props) {
  const { found } = page;
  const isOpen = found.status === 'READING' || found.status === 'MAPPING' || found.status === 'CHECK';
  const { version, rowsDone } = found;
  return (
    <>
      <PageHeader
        title={found.fileName}
        lead={
          <>
            {found.layoutTitle && <p>{found.layoutTitle}.</p>}
            <p>
              Прислал {found.authorName ?? 'сотрудник центра'}, {formatMoment(found.createdAt, page.timeZone)}.
            </p>
          </>
        }
        crumbs={[
          { href: links.results(), title: 'Результаты' },
          { href: links.resultImports(), title: 'Файлы' },
        ]}
        status={<ResultImportBadge status={found.status} isDead={found.isDead} />}
        actions={isOpen && <Cancel id={found.id} />}
      />
      <Stack gap="medium">
        {isOpen && !found.isDead && (
          <WatchImport
            status={found.status}
            version={version}
            rowsDone={rowsDone}
            rowsTotal={0}
            address={links.resultImportState(found.id)}
          />
        )}
        {found.replacesId && isOpen && (
          <Notice title={`Этот файл заменит «${found.replacesName ?? ''}»`}>
            <p>Все результаты прежнего файла уйдут в историю. Замену можно будет отменить.</p>
          </Notice>
        )}
        <Body page={page} refusal={refusal} cards={cards} />
      </Stack>
    </>
  );
}

function Body({ page, refusal, cards }: Props) {
  const { found, check, unknown } = page;
  if (found.isDead)
    return <Again title="Чтение прервано" text="Портал перезапускали, а файлы он не хранит. Загрузите файл снова." />;
  if (found.status === 'READING') return <Reading />;
  if (found.status === 'MAPPING' && unknown) return <MappingStep page={page} unknown={unknown} refusal={refusal} />;
  if (found.status === 'CHECK' && check) return <CheckStep page={page} check={check} />;
  if (found.status === 'FAILED') return <Again title="Файл не прочитан" text={found.failure} />;
  if (found.status === 'CANCELLED') return <Again title="Файл не загружен" text="Ничего не изменилось." />;
  return <Written page={page} refusal={refusal} cards={cards} />;
}

function Reading() {
  return (
    <Surface>
      <p className="text-ink-soft">
        Читаем файл. Обычно это несколько секунд. Страницу можно закрыть: файл останется в списке.
      </p>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
    </Surface>
  );
}

function Again({ title, text }: { title: string; text: string }) {
  return (
    <Notice
      tone="error"
      title={title}
      actions={<ButtonLink href={links.resultImports()}>К файлам результатов</ButtonLink>}
    >
      <p>{text}</p>
    </Notice>
  );
}

function Written({ page, refusal, cards }: Props) {
  const { found, rows } = page;
  return (
    <>
      <Outcome page={page} />
      {cards}
      {found.status === 'APPLIED' && (
        <>
          <Section
            title="Это не тот файл?"
            lead="Пришлите правильный: портал проверит его и заменит этот целиком. Или отмените загрузку."
          >
            <Surface>
              <form
                action={links.uploadResults()}
                method="post"
                encType="multipart/form-data"
                aria-label="Замена файла"
                className="space-y-6"
              >
                {refusal && <ErrorSummary title="Файл не принят" fields={{ file: refusal }} />}
                <input type="hidden" name="_key" value={freshKey()} />
                <input type="hidden" name="replaces" value={found.id} />
                <FileInput
                  name="file"
                  label="Файл вместо этого"
                  hint="xlsx, xls, ods или csv, не больше 20 МБ."
                  accept=".xlsx,.xls,.ods,.csv,.txt"
                  required
                />
                <SubmitButton pendingText="Отправляем файл…">Заменить файл</SubmitButton>
              </form>
            </Surface>
          </Section>
          <Disclosure title="Отменить загрузку">
            <ActionForm action={undoResults} label="Отмена загрузки">
              <SeenResultImport found={found} />
              <p>
                {found.replacesName
                  ? `Снова будет действовать файл «${found.replacesName}».`
                  : 'Результаты этого файла перестанут действовать; если он что-то сменил, прежнее вернётся.'}
              </p>
              <SubmitButton variant="danger" pendingText="Отменяем…">
                Да, отменить загрузку
              </SubmitButton>
            </ActionForm>
          </Disclosure>
        </>
      )}
      {rows.length > 0 && (
        <Section title="Что записано из этого файла">
          <WrittenTable rows={rows} />
        </Section>
      )}
    </>
  );
}

function Outcome({ page: { found, timeZone } }: { page: ResultImportPage }) {
  if (found.status === 'REPLACED')
    return (
      <Notice title="Вместо этого файла действует другой">
        <p>
          {found.replacedBy && (
            <SiteLink href={links.resultImport(found.replacedBy.id)} className="link">
              {found.replacedBy.fileName}
            </SiteLink>
          )}
          . Если его отменить, этот файл снова будет действовать.
        </p>
      </Notice>
    );
  if (found.status === 'UNDONE')
    return (
      <Notice title="Загрузка отменена">
        <p>Результаты этого файла больше не действуют. Числа остались в истории.</p>
      </Notice>
    );
  return (
    <Notice
      tone="success"
      title="Файл загружен"
      actions={<ButtonLink href={links.results()}>К результатам</ButtonLink>}
    >
      <p>
        {found.appliedAt && `${formatMoment(found.appliedAt, timeZone)}. `}
        {count(found.schools, ['школа', 'школы', 'школ'])},{' '}
        {count(found.results, ['результат', 'результата', 'результатов'])},{' '}
        {count(found.figures, ['показатель', 'показателя', 'показателей'])}.
      </p>
      {found.pupilsDropped > 0 && (
        <p>
          Посчитано и не сохранено: {count(found.pupilsDropped, ['строка', 'строки', 'строк'])} об участниках. Файл
          портал не хранит.
        </p>
      )}
    </Notice>
  );
}

function Cancel({ id }: { id: string }) {
  return (
    <ActionForm action={cancelResults} label="Отказ от файла">
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="quiet" pendingText="Отменяем…">
        Не загружать
      </SubmitButton>
    </ActionForm>
  );
}
