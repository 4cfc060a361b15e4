import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { type Programme, yearsOf } from '@/lib/programmes/programme';
import { approveProgramme } from '@/lib/programmes/programme-actions';
import type { ProgrammeApproval, ProgrammeComparison, ProgrammeFactForm } from '@/lib/programmes/programme-queries';
import { recordFact } from '@/lib/programmes/report-actions';

export const crumbsOf = ({ id, title }: Pick<Programme, 'id' | 'title'>) => [
  { href: links.programmes(), title: 'Программы' },
  { href: links.programme(id), title },
];

/** The department puts its order under the programme it has read. */
export function ApproveProgrammeScreen({ page: { programme, today } }: { page: ProgrammeApproval }) {
  return (
    <Stack>
      <PageHeader
        crumbs={crumbsOf(programme)}
        title="Утвердить программу"
        lead={
          <>
            Перед подписью{' '}
            <SiteLink href={links.programme(programme.id)} className="link">
              прочтите программу
            </SiteLink>
            : после утверждения её слова не меняются, правка – это следующая редакция.
          </>
        }
      />
      <Surface>
        <ActionForm action={approveProgramme} label="Утверждение программы">
          <input type="hidden" name="programmeId" value={programme.id} />
          <input type="hidden" name="version" value={programme.version} />
          <TextInput name="orderNumber" label="Номер приказа" required maxLength={50} width="short" />
          <DateInput name="orderDate" label="Дата приказа" required defaultValue={today} />
          <SubmitButton pendingText="Утверждаем…">Утвердить приказом</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

type FactProps = { page: ProgrammeFactForm; indicator: string; year: string };

/** A number with where it is from. */
export function FactScreen({ page: { programme, today }, indicator, year }: FactProps) {
  const years = yearsOf(programme).map(String);
  return (
    <Stack>
      <PageHeader
        crumbs={crumbsOf(programme)}
        title="Записать факт"
        lead="Число без источника не проверить: назовите документ, справку или таблицу. Прежние значения года сохраняются."
      />
      <Surface>
        <ActionForm action={recordFact} label="Факт показателя">
          <input type="hidden" name="programmeId" value={programme.id} />
          <Select
            name="indicator"
            label="Показатель"
            required
            width="full"
            empty="Выберите показатель"
            defaultValue={indicator}
            options={programme.content.indicators.map((one) => ({
              value: one.key,
              label: `${one.number}. ${one.wording}`,
            }))}
          />
          <Select
            name="factYear"
            label="Год"
            required
            defaultValue={years.includes(year) ? year : years[0]}
            options={years.map((value) => ({ value, label: value }))}
          />
          <TextInput
            name="value"
            label="Значение"
            required
            inputMode="decimal"
            maxLength={12}
            width="tiny"
            hint="Доля – в процентах; «есть» – 1, «нет» – 0."
          />
          <TextInput name="source" label="Откуда число" required maxLength={500} />
          <DateInput name="datedOn" label="На какую дату" required defaultValue={today} />
          <TextArea name="note" label="Примечание" rows={2} maxLength={2000} />
          <SubmitButton pendingText="Записываем…">Записать</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

/** What this edition says otherwise than the one before it. */
export function CompareProgrammeScreen({ page: { programme, earlier, changes } }: { page: ProgrammeComparison }) {
  return (
    <Stack>
      <PageHeader
        crumbs={crumbsOf(programme)}
        title="Что изменилось"
        lead={
          earlier
            ? `Редакция ${programme.edition} рядом с редакцией ${earlier.edition}${earlier.orderNumber ? ` (приказ № ${earlier.orderNumber})` : ''}.`
            : undefined
        }
      />
      {changes.length === 0 ? (
        <EmptyState title="Отличий нет" icon="file">
          {earlier ? 'Слова редакций совпадают.' : 'Это первая редакция, сравнивать не с чем.'}
        </EmptyState>
      ) : (
        <Surface>
          <ol className="divide-y divide-line">
            {changes.map(({ part, was, now }) => (
              <li key={`${part} ${was} ${now}`} className="max-w-measure space-y-1 py-3">
                <p className="text-sm text-ink-soft">{part}</p>
                {was && (
                  <p className="whitespace-pre-line break-words text-ink-soft">
                    Было: <del>{was}</del>
                  </p>
                )}
                <p className="whitespace-pre-line break-words">{now ? `Стало: ${now}` : 'Стало: убрано'}</p>
              </li>
            ))}
          </ol>
        </Surface>
      )}
    </Stack>
  );
}
