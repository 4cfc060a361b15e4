import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { SeenImport } from '@/components/schools/import/seen-import';
import { type Column, DataTable } from '@/components/table/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Columns, Section, Surface } from '@/components/ui/surface';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { SCHOOL_KINDS, SCHOOL_PLACES } from '@/lib/schools/codes';
import { type FileColumn, fileColumns } from '@/lib/schools/import/column-choice';
import { FIELD_WORDS, IMPORT_FIELDS } from '@/lib/schools/import/import-field';
import { HEAD_ROWS, type ImportFindings } from '@/lib/schools/import/import-options';
import { chooseColumns, readImportAgain } from '@/lib/schools/import-actions';
import type { ImportPage } from '@/lib/schools/import-queries';
import type { SchoolImport } from '@/lib/schools/import-store';
import { DELIMITER_WORDS, ENCODING_WORDS } from '@/lib/schools/import-words';
import { KIND_LONG_WORDS, PLACE_WORDS } from '@/lib/schools/words';

const FIELD_OPTIONS = [
  { value: '', label: 'Не загружать' },
  ...IMPORT_FIELDS.map((field) => ({ value: field, label: FIELD_WORDS[field] })),
];

/** How the file was understood, and which column holds what. */
export function MappingStep({ page: { found, presentYear, formatWord } }: { page: ImportPage }) {
  const { findings, options, failure } = found;
  if (!findings) return null;
  const headerRow = options.headerRow ?? findings.guess.headerRow;
  const columns = fileColumns(findings.head, { headerRow, columns: options.columns ?? findings.guess.columns });
  return (
    <>
      {failure && (
        <Notice tone="error" title="Так файл не прочитать">
          <p>{failure} Показано то, что было прочитано раньше.</p>
        </Notice>
      )}
      {findings.warnings.length > 0 && (
        <Notice tone="warning" title="На что обратить внимание в файле">
          {findings.warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      <ReadingChoice found={found} findings={findings} formatWord={formatWord} headerRow={headerRow} />
      <Section
        title="Что в каком столбце"
        lead="Портал угадал по заголовкам. Проверьте и поправьте: лишние столбцы можно не загружать."
      >
        <ActionForm action={chooseColumns} label="Столбцы списка школ">
          <SeenImport found={found} />
          <DataTable
            caption="Столбцы файла"
            columns={COLUMNS}
            rows={columns}
            rowKey={(column) => column.letter}
            empty={
              <Notice tone="warning" title="В этом листе не видно столбцов">
                <p>Выберите другой лист или другую строку заголовка.</p>
              </Notice>
            }
          />
          <Surface>
            <Columns count={3}>
              <Select
                name="year"
                label="Учебный год"
                hint="За какой год в списке вид школы, классы и число обучающихся."
                defaultValue={String(options.year)}
                required
                options={[1, 0, -1, -2, -3].map((shift) => ({
                  value: String(presentYear + shift),
                  label: `${formatSchoolYear(presentYear + shift)}${shift === 0 ? ' (нынешний)' : ''}`,
                }))}
              />
              <Select
                name="kind"
                label="Вид школы, если он не указан"
                hint="Для новых школ, у которых вид не назван ни в столбце, ни в наименовании."
                empty="Не задавать"
                defaultValue={options.kind ?? ''}
                options={SCHOOL_KINDS.map((kind) => ({ value: kind, label: KIND_LONG_WORDS[kind] }))}
              />
              <Select
                name="place"
                label="Место, если оно не указано"
                hint="Для новых школ, у которых место не названо ни в столбце, ни в адресе."
                empty="Не задавать"
                defaultValue={options.place ?? ''}
                options={SCHOOL_PLACES.map((place) => ({ value: place, label: PLACE_WORDS[place] }))}
              />
            </Columns>
          </Surface>
          <SubmitButton pendingText="Проверяем…">Проверить строки</SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}

const COLUMNS: readonly Column<FileColumn>[] = [
  {
    key: 'column',
    title: 'Столбец файла',
    main: true,
    cell: (column) => (
      <>
        <span className="mr-2 inline-block min-w-6 rounded-sm bg-sunken px-1 text-center tabular-nums">
          {column.letter}
        </span>
        {column.title ? <span className="font-medium">{column.title}</span> : <span>без заголовка</span>}
      </>
    ),
  },
  {
    key: 'samples',
    title: 'Примеры',
    cell: (column) =>
      column.samples.length === 0 ? (
        <span className="text-ink-soft">пусто</span>
      ) : (
        <ul className="break-words text-ink-soft">
          {column.samples.map((sample) => (
            <li key={sample}>{sample}</li>
          ))}
        </ul>
      ),
  },
  {
    key: 'field',
    title: 'Что это',
    width: '18rem',
    cell: (column) => (
      <Select
        name={`column-${column.index}`}
        label={`Что в столбце ${column.letter} ${column.title}`}
        labelHidden
        required
        defaultValue={column.field}
        options={FIELD_OPTIONS}
      />
    ),
  },
];

type Choice = { found: SchoolImport; findings: ImportFindings; formatWord: string; headerRow: number };

const WORD_MAX = 70;

function rowLabel(row: readonly string[], index: number): string {
  const text = [...new Set(row.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter(Boolean))].join(' · ');
  const short = text.length > WORD_MAX ? `${text.slice(0, WORD_MAX - 1)}…` : text;
  return `Строка ${index + 1}: ${short || 'пустая'}`;
}

/** Folded away: the guess is right nearly always. */
function ReadingChoice({ found, findings, formatWord, headerRow }: Choice) {
  const { sheets, sheet, encoding, delimiter, head } = findings;
  const facts = [
    formatWord,
    ...(sheet ? [`лист «${sheet}»`] : []),
    ...(encoding ? [ENCODING_WORDS[encoding]] : []),
    ...(delimiter ? [DELIMITER_WORDS[delimiter]] : []),
    headerRow < 0 ? 'без заголовка' : `заголовок в строке ${headerRow + 1}`,
  ];
  const isUnsure = Object.keys(findings.guess.columns).length < 2 || Boolean(found.failure);
  return (
    <Surface>
      <p className="font-medium">Как прочитан файл</p>
      <p className="text-ink-soft">{facts.join(', ')}.</p>
      <Disclosure title="Прочитать иначе" open={isUnsure}>
        <ActionForm action={readImportAgain} label="Как читать файл">
          <SeenImport found={found} />
          {sheets.length > 1 && (
            <Select
              name="sheet"
              label="Лист"
              defaultValue={sheet}
              required
              options={sheets.map((name) => ({ value: name, label: name }))}
            />
          )}
          {encoding && (
            <Select
              name="encoding"
              label="Кодировка"
              hint="Если вместо русских букв непонятные знаки, выберите другую."
              defaultValue={encoding}
              required
              options={Object.entries(ENCODING_WORDS).map(([value, label]) => ({ value, label }))}
            />
          )}
          {delimiter && (
            <Select
              name="delimiter"
              label="Разделитель столбцов"
              defaultValue={delimiter === '\t' ? 'tab' : delimiter}
              required
              options={Object.entries(DELIMITER_WORDS).map(([value, label]) => ({
                value: value === '\t' ? 'tab' : value,
                label,
              }))}
            />
          )}
          <Select
            name="headerRow"
            label="Строка заголовка"
            hint="Школы начинаются под ней. Если заголовок в двух строках, выберите нижнюю."
            empty="Найти самому"
            width="full"
            defaultValue={String(headerRow)}
            options={[
              { value: '-1', label: 'Заголовка нет, школы с первой строки' },
              ...head.slice(0, HEAD_ROWS).map((row, index) => ({ value: String(index), label: rowLabel(row, index) })),
            ]}
          />
          <SubmitButton variant="secondary" pendingText="Читаем…">
            Прочитать заново
          </SubmitButton>
        </ActionForm>
      </Disclosure>
    </Surface>
  );
}
