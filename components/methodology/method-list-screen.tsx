import { ActionForm } from '@/components/form/action-form';
import { ErrorSummary } from '@/components/form/error-summary';
import { freshKey } from '@/components/form/idempotency-key';
import { SubmitButton } from '@/components/form/submit-button';
import { FileInput, TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { FilterBar } from '@/components/table/filter-bar';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { startMethod } from '@/lib/methodology/version-actions';
import type { MethodListPage, MethodVersion } from '@/lib/methodology/version-queries';
import { orderWords, VERSION_OWNER_WORDS, VERSION_STATUS_WORDS } from '@/lib/methodology/version-words';

const STATES = Object.entries(VERSION_STATUS_WORDS).map(([value, label]) => ({ value, label }));

const TONES = { DRAFT: 'neutral', PUBLISHED: 'success', ARCHIVED: 'neutral' } as const;

const columns: readonly Column<MethodVersion>[] = [
  {
    key: 'title',
    title: 'Методика',
    main: true,
    cell: (version) => (
      <SiteLink href={links.methodVersion(version.id)} className="link">
        {version.title}
      </SiteLink>
    ),
  },
  { key: 'number', title: 'Версия', align: 'end', cell: (version) => version.number },
  {
    key: 'status',
    title: 'Состояние',
    cell: (version) => <Badge tone={TONES[version.status]}>{VERSION_STATUS_WORDS[version.status]}</Badge>,
  },
  { key: 'owner', title: 'Чья', cell: (version) => VERSION_OWNER_WORDS[version.owner] },
  {
    key: 'order',
    title: 'Утверждена',
    cell: (version) =>
      orderWords({ number: version.orderNumber, date: version.orderDate }) || 'образец, без реквизитов',
  },
];

/** All versions that this place can use. */
export function MethodListScreen({ page, refusal }: { page: MethodListPage; refusal?: string }) {
  const { versions, status, may } = page;
  return (
    <>
      <PageHeader
        title="Методика"
        lead="По каким критериям заполняют диагностическую карту, как считают сумму и как выносят вывод. Утверждённая версия не меняется: исправление – новая версия."
      />
      <FilterBar
        address={{ path: links.method(), params: { status } }}
        label="Отбор версий"
        filters={[{ kind: 'select', name: 'status', label: 'Состояние', all: 'Все состояния', options: STATES }]}
      />
      <DataTable
        caption="Версии методики"
        columns={columns}
        rows={versions}
        rowKey={(version) => version.id}
        empty={
          status ? (
            <EmptyState title="Таких версий нет" icon="method">
              Выберите другое состояние или покажите все.
            </EmptyState>
          ) : (
            <EmptyState title="Методик пока нет" icon="method">
              Версию методики загружает тот, кто устанавливает портал. Обратитесь к администратору.
            </EmptyState>
          )
        }
      />
      {may.change && (
        <div className="mt-10">
          <Section
            title="Своя методика"
            lead="Удобнее начать с копии: откройте версию и нажмите «Сделать черновик из этой версии». Можно начать и с пустой: один раздел, один критерий, один вывод."
          >
            <Surface>
              <ActionForm action={startMethod} label="Начать пустую методику">
                <TextInput name="title" label="Название методики" required maxLength={200} />
                <SubmitButton variant="secondary" pendingText="Создаём…">
                  Начать с пустой
                </SubmitButton>
              </ActionForm>
            </Surface>
            <Surface>
              <form
                action={links.uploadMethod()}
                method="post"
                encType="multipart/form-data"
                aria-label="Методика из файла"
                className="space-y-6"
              >
                {refusal && <ErrorSummary title="Файл не принят" fields={{ file: refusal }} />}
                <input type="hidden" name="_key" value={freshKey()} />
                <FileInput
                  name="file"
                  label="Или взять методику из файла другого муниципалитета"
                  hint="Файл json, выгруженный порталом, не больше 4 МБ. Портал проверит подпись и создаст черновик."
                  accept=".json,application/json"
                  required
                  {...(refusal ? { error: refusal } : {})}
                />
                <SubmitButton variant="secondary" pendingText="Отправляем файл…">
                  Создать черновик из файла
                </SubmitButton>
              </form>
            </Surface>
          </Section>
        </div>
      )}
    </>
  );
}
