import { ErrorSummary } from '@/components/form/error-summary';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { FileInput, TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { Columns, Section, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { FIGURE_CODES, FIGURES } from '@/lib/results/figure';
import type { ResultImportPage } from '@/lib/results/import-queries';
import { CHOICES, MAPPING_UNITS } from '@/lib/results/map-columns';
import type { UnknownColumn } from '@/lib/results/reading/reading';
import { EXAMS } from '@/lib/results/result';
import { EXAM_WORDS, ROLE_WORDS, UNIT_WORDS } from '@/lib/results/words';

type Props = {
  page: ResultImportPage;
  unknown: NonNullable<ResultImportPage['unknown']>;
  refusal: string | undefined;
};

const KIND_WORDS: Record<UnknownColumn['kind'], string> = {
  empty: 'пусто',
  number: 'числа',
  text: 'текст (скрыт)',
  mixed: 'числа и текст (скрыт)',
};

const CHOICE_OPTIONS = [
  { value: '', label: 'Не брать' },
  ...CHOICES.map((role) => ({ value: role, label: ROLE_WORDS[role] ?? role })),
  ...FIGURE_CODES.map((code) => ({ value: `figure:${code}`, label: `Показатель: ${FIGURES[code].title}` })),
];

/** A table of an unknown layout: its titles, never what stands under them; the same file comes once more with the answer. */
export function MappingStep({ page: { found, hasRegion }, unknown, refusal }: Props) {
  return (
    <Section
      title="Что в каком столбце"
      lead={`Такой файл портал видит впервые. Заголовки найдены${unknown.sheet ? ` на листе «${unknown.sheet}»` : ''} в строке ${unknown.row}. Значения скрыты: файл портал не хранит, поэтому выберите его ещё раз.`}
    >
      <form
        action={links.resultImportState(found.id)}
        method="post"
        encType="multipart/form-data"
        aria-label="Столбцы файла результатов"
        className="space-y-6"
      >
        {refusal && <ErrorSummary title="Столбцы не приняты" fields={{ unit: refusal }} />}
        <DataTable
          caption="Столбцы файла"
          columns={COLUMNS}
          rows={unknown.columns}
          rowKey={({ index }) => String(index)}
        />
        <Surface>
          <div className="space-y-6">
            <Columns count={2}>
              <Select
                name="unit"
                label="Что в одной строке"
                required
                empty="Выберите"
                options={MAPPING_UNITS.map((unit) => ({ value: unit, label: UNIT_WORDS[unit] }))}
                {...(refusal ? { error: refusal } : {})}
              />
              <Select
                name="exam"
                label="Экзамен"
                empty="По названию файла"
                options={EXAMS.map((exam) => ({ value: exam, label: EXAM_WORDS[exam] }))}
              />
              <TextInput
                name="tasks"
                label="Как называются столбцы заданий"
                hint="На месте номера поставьте {task}: «балл за {task}»."
                maxLength={60}
              />
              <TextInput name="title" label="Как назвать эту форму" maxLength={200} />
            </Columns>
            <Columns count={2}>
              <Select
                name="save"
                label="Запомнить форму"
                required
                defaultValue="1"
                options={[
                  { value: '1', label: 'Да, узнавать такие файлы' },
                  { value: '0', label: 'Нет, только этот файл' },
                ]}
              />
              {hasRegion && (
                <Select
                  name="share"
                  label="Кому доступна"
                  required
                  defaultValue="0"
                  options={[
                    { value: '0', label: 'Только нашему центру' },
                    { value: '1', label: 'Всем центрам региона' },
                  ]}
                />
              )}
            </Columns>
            <FileInput
              name="file"
              label="Тот же файл ещё раз"
              hint={`«${found.fileName}»`}
              accept=".xlsx,.xls,.ods,.csv,.txt"
              required
            />
            <SubmitButton pendingText="Читаем…">Прочитать по этим столбцам</SubmitButton>
          </div>
        </Surface>
      </form>
    </Section>
  );
}

const COLUMNS: readonly Column<UnknownColumn>[] = [
  { key: 'title', title: 'Столбец файла', main: true, cell: ({ title }) => title },
  { key: 'kind', title: 'Что под ним', cell: ({ kind }) => KIND_WORDS[kind] },
  {
    key: 'choice',
    title: 'Что это',
    width: '20rem',
    cell: ({ index, title }) => (
      <Select
        name={`column-${index}`}
        label={`Что в столбце ${title}`}
        labelHidden
        required={false}
        options={CHOICE_OPTIONS}
      />
    ),
  },
];
