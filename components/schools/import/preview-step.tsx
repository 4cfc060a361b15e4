import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { DecideForm } from '@/components/schools/import/decide-form';
import { RowsTable } from '@/components/schools/import/rows-table';
import { SeenImport } from '@/components/schools/import/seen-import';
import { SCHOOL_FORMS } from '@/components/schools/words';
import { DownloadLink } from '@/components/table/download-link';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { Pagination } from '@/components/table/pagination';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Stat } from '@/components/ui/stat';
import { Columns, Section } from '@/components/ui/surface';
import { type Tab, Tabs } from '@/components/ui/tabs';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { count, formatNumber } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { ImportResult } from '@/lib/schools/import/import-row';
import { IMPORT_VIEWS, type ImportView } from '@/lib/schools/import/import-view';
import { applyList, backToColumns, decideRows } from '@/lib/schools/import-actions';
import type { ImportPage } from '@/lib/schools/import-queries';
import type { SchoolImport } from '@/lib/schools/import-store';

const ROW_FORMS = ['строка', 'строки', 'строк'] as const;

type Counts = Readonly<Record<ImportResult, number>> & { readonly warnings: number };

function countsOf({ findings }: SchoolImport): Counts {
  const rows = findings?.summary?.rows;
  const of = (result: ImportResult) => rows?.[result] ?? 0;
  return {
    NEW: of('NEW'),
    CHANGED: of('CHANGED'),
    UNCHANGED: of('UNCHANGED'),
    AMBIGUOUS: of('AMBIGUOUS'),
    ERROR: of('ERROR'),
    SKIPPED: of('SKIPPED'),
    warnings: findings?.summary?.warnings ?? 0,
  };
}

/** What the list would do to the register, row by row; after applying, what it has done. */
export function PreviewStep({ page, address }: { page: ImportPage; address: ListAddress }) {
  const { found } = page;
  const counts = countsOf(found);
  const applied = found.status === 'APPLIED';
  const to = (show: ImportView) => listHref({ path: address.path, params: {} }, { show });
  return (
    <>
      {applied ? (
        <Done found={found} page={page} />
      ) : (
        <Verdict found={found} counts={counts} ask={to('ask')} errors={to('errors')} />
      )}
      <Columns count={4}>
        <Stat label={applied ? 'Добавлено' : 'Новых школ'} value={formatNumber(counts.NEW)} href={to('new')} />
        <Stat label={applied ? 'Изменено' : 'Изменится'} value={formatNumber(counts.CHANGED)} href={to('changed')} />
        <Stat label="Без изменений" value={formatNumber(counts.UNCHANGED)} href={to('unchanged')} />
        {applied ? (
          <Stat label="Пропущено строк" value={formatNumber(counts.SKIPPED)} href={to('skipped')} />
        ) : (
          <Stat
            label="Мешают загрузке"
            value={formatNumber(counts.ERROR + counts.AMBIGUOUS)}
            note={`ошибок: ${counts.ERROR}, уточнить: ${counts.AMBIGUOUS}`}
            href={to(counts.ERROR > 0 || counts.AMBIGUOUS === 0 ? 'errors' : 'ask')}
          />
        )}
      </Columns>
      <Section
        title="Строки файла"
        lead="Номера строк и буквы столбцов – как в вашей таблице."
        actions={
          counts.ERROR + counts.AMBIGUOUS + counts.warnings > 0 && (
            <DownloadLink href={links.schoolImportErrors(found.id)} title="Скачать ошибки" what="и замечания" />
          )
        }
      >
        <Tabs label="Какие строки показать" tabs={tabsOf(page, counts, address)} />
        {page.show === 'ask' && !applied && page.rows.length > 0 ? (
          <DecideForm found={found} rows={page.rows} />
        ) : (
          <RowsTable rows={page.rows} applied={applied} />
        )}
        {(page.after || page.before) && (
          <Pagination
            address={address}
            after={page.after}
            before={page.before}
            shown={page.rows.length}
            forms={ROW_FORMS}
          />
        )}
      </Section>
    </>
  );
}

const TAB_WORDS: Record<ImportView, string> = {
  new: 'Новые',
  changed: 'Изменяются',
  ask: 'Уточнить',
  errors: 'Ошибки',
  warnings: 'Замечания',
  unchanged: 'Без изменений',
  skipped: 'Пропущены',
};

function tabsOf(page: ImportPage, counts: Counts, { path }: ListAddress): Tab[] {
  const of: Record<ImportView, number> = {
    new: counts.NEW,
    changed: counts.CHANGED,
    ask: counts.AMBIGUOUS,
    errors: counts.ERROR,
    warnings: counts.warnings,
    unchanged: counts.UNCHANGED,
    skipped: counts.SKIPPED,
  };
  const all = counts.NEW + counts.CHANGED + counts.UNCHANGED + counts.AMBIGUOUS + counts.ERROR;
  return [
    { href: path, title: 'Все школы', count: all, current: page.show === undefined },
    ...IMPORT_VIEWS.filter((view) => of[view] > 0 || page.show === view).map((view) => ({
      href: listHref({ path, params: {} }, { show: view }),
      title: TAB_WORDS[view],
      count: of[view],
      current: page.show === view,
    })),
  ];
}

function Verdict({ found, counts, ask, errors }: { found: SchoolImport; counts: Counts; ask: string; errors: string }) {
  if (counts.ERROR > 0) {
    return (
      <Notice
        tone="error"
        title={`Пока загрузить нельзя: ${count(counts.ERROR, ['строка с ошибкой', 'строки с ошибками', 'строк с ошибками'])}`}
        actions={
          <>
            <ButtonLink href={errors} variant="secondary">
              Показать ошибки
            </ButtonLink>
            <ButtonLink href={links.importSchools()} variant="secondary">
              Загрузить исправленный файл
            </ButtonLink>
            <WaysBack found={found} />
          </>
        }
      >
        <p>
          Список загружается только целиком. Исправьте строки в файле и загрузите его снова – реестр пока не изменился.
        </p>
      </Notice>
    );
  }
  if (counts.AMBIGUOUS > 0) {
    return (
      <Notice
        tone="warning"
        title={`Нужно ваше решение: ${count(counts.AMBIGUOUS, ROW_FORMS)}`}
        actions={
          <>
            <ButtonLink href={ask}>Уточнить школы</ButtonLink>
            <WaysBack found={found} />
          </>
        }
      >
        <p>Портал не уверен, какие это школы реестра. Выберите – и список можно будет загрузить.</p>
      </Notice>
    );
  }
  const nothing = counts.NEW + counts.CHANGED === 0;
  const button = nothing
    ? 'Нечего менять: завершить'
    : `Применить: будет добавлено ${formatNumber(counts.NEW)}, изменено ${formatNumber(counts.CHANGED)}`;
  return (
    <Notice
      tone={nothing ? 'info' : 'success'}
      title={nothing ? 'Нечего менять' : 'Список можно загрузить'}
      actions={
        <>
          <ActionForm action={applyList} label="Загрузка списка в реестр">
            <SeenImport found={found} />
            <SubmitButton variant={nothing ? 'secondary' : 'primary'} pendingText="Загружаем…">
              {button}
            </SubmitButton>
          </ActionForm>
          <WaysBack found={found} />
        </>
      }
    >
      <p>
        {nothing
          ? `Все школы реестра уже такие, как в файле: ${count(counts.UNCHANGED, SCHOOL_FORMS)}.`
          : `Загрузятся все строки или ни одной. Вид, классы и число обучающихся запишутся за ${formatSchoolYear(found.options.year)} учебный год.`}
      </p>
    </Notice>
  );
}

/** The ways back: to the columns, and to the questions about schools that were answered. */
function WaysBack({ found }: { found: SchoolImport }) {
  return (
    <>
      <ActionForm action={backToColumns} label="Возврат к столбцам">
        <SeenImport found={found} />
        <SubmitButton variant="quiet" pendingText="Открываем…">
          Изменить столбцы
        </SubmitButton>
      </ActionForm>
      {Object.keys(found.options.decisions).length > 0 && (
        <ActionForm action={decideRows} label="Отмена решений о школах">
          <SeenImport found={found} />
          <input type="hidden" name="forget" value="1" />
          <SubmitButton variant="quiet" pendingText="Отменяем…">
            Решить о школах заново
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

function Done({ found, page }: { found: SchoolImport; page: ImportPage }) {
  return (
    <Notice
      tone="success"
      title={found.created + found.changed === 0 ? 'Менять было нечего' : 'Список загружен в реестр'}
      actions={
        <>
          <ButtonLink href={links.schools()}>К реестру школ</ButtonLink>
          <ButtonLink href={links.importSchools()} variant="secondary">
            Все загрузки
          </ButtonLink>
        </>
      }
    >
      <p>
        {found.appliedAt && `${formatMoment(found.appliedAt, page.timeZone)}. `}Вид, классы и число обучающихся записаны
        за {formatSchoolYear(found.options.year)} учебный год.
      </p>
    </Notice>
  );
}
