import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { CheckBadge } from '@/components/results/import-badge';
import { SeenResultImport } from '@/components/results/seen-import';
import { type Column, DataTable } from '@/components/table/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { SiteLink } from '@/components/ui/site-link';
import { Columns, Section, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { answerImport, applyResults } from '@/lib/results/actions';
import type { ResultImportPage } from '@/lib/results/import-queries';
import { STAGES } from '@/lib/results/reading/about';
import { EXAMS, SUBJECTS } from '@/lib/results/result';
import type { Check } from '@/lib/results/screening';
import { BY_WORDS, EXAM_WORDS, PART_WORDS, STAGE_WORDS, SUBJECT_WORDS } from '@/lib/results/words';

type Checked = NonNullable<ResultImportPage['check']>;
type Props = { page: ResultImportPage; check: Checked };

/** The report on a file before anything is written: what is wrong, what it is about, which schools, what was thrown away. */
export function CheckStep({ page, check }: Props) {
  const { found } = page;
  const { willWrite, isClean, sameAs } = check;
  return (
    <>
      {sameAs && (
        <Notice tone="warning" title="Такой же файл уже загружен">
          <p>
            <SiteLink href={links.resultImport(sameAs)} className="link">
              Открыть его
            </SiteLink>
            . Второй раз загружать не нужно.
          </p>
        </Notice>
      )}
      <Section title="Отчёт о проверке" lead="Ошибки мешают загрузке, остальное – на ваше усмотрение.">
        <DataTable
          caption="Что проверено"
          columns={CHECK_COLUMNS}
          rows={check.checks}
          rowKey={({ title, level, places }) => `${level} ${title} ${places[0] ?? ''}`}
        />
      </Section>
      <Surface>
        <ActionForm action={applyResults} label="Загрузка файла">
          <SeenResultImport found={found} />
          <p>
            {isClean
              ? `Будет записано: ${count(willWrite.results, ['результат', 'результата', 'результатов'])}, ${count(willWrite.figures, ['показатель', 'показателя', 'показателей'])}.`
              : 'Пока есть ошибки, ничего не загружается.'}
            {check.territories > 0 && ' Показатели региона из файла тоже сохранятся.'}
          </p>
          <SubmitButton pendingText="Загружаем…" disabled={!isClean}>
            {found.replacesId ? 'Заменить прежний файл' : 'Загрузить'}
          </SubmitButton>
        </ActionForm>
      </Surface>
      <Works page={page} check={check} />
      <Schools found={found} check={check} />
      <Dropped check={check} />
    </>
  );
}

const CHECK_COLUMNS: readonly Column<Check>[] = [
  { key: 'level', title: 'Итог', cell: ({ level }) => <CheckBadge level={level} /> },
  { key: 'title', title: 'Проверка', main: true, cell: ({ title }) => title },
  { key: 'count', title: 'Сколько', align: 'end', cell: ({ count: times }) => times },
  {
    key: 'places',
    title: 'Где',
    cell: ({ places, count: times }) =>
      places.length === 0 ? (
        '–'
      ) : (
        <ul className="break-words">
          {places.map((place) => (
            <li key={place}>{place}</li>
          ))}
          {times > places.length && places.length > 1 && <li>и ещё {times - places.length}</li>}
        </ul>
      ),
  },
];

const options = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: words[value] }));

function Works({ page: { found, presentYear }, check }: Props) {
  const years = Array.from({ length: 12 }, (_, back) => presentYear - back);
  const yearOptions = years.map((value) => ({ value: String(value), label: formatSchoolYear(value) }));
  if (check.works.length === 0 && !check.figuresWithoutYear && check.territories === 0 && !hasStage(check)) return null;
  return (
    <Section title="Что в файле" lead="Портал понял из названий и заголовков. Если это не так, поправьте.">
      <Surface>
        <ActionForm action={answerImport} label="Что в файле">
          <SeenResultImport found={found} />
          {check.works.map(({ about, place, part, rows }, index) => (
            <fieldset key={place + part} className="space-y-3">
              <legend className="mb-2 font-medium">
                {place}: {PART_WORDS[part]}, {count(rows, ['строка', 'строки', 'строк'])}
              </legend>
              <Columns count={4}>
                <Select
                  name={`exam-${index}`}
                  label="Экзамен"
                  required
                  empty="Выберите"
                  defaultValue={about.exam ?? ''}
                  options={options(EXAMS, EXAM_WORDS)}
                />
                <Select
                  name={`subject-${index}`}
                  label="Предмет"
                  required
                  empty="Выберите"
                  defaultValue={about.subject ?? ''}
                  options={options(SUBJECTS, SUBJECT_WORDS)}
                />
                <Select
                  name={`grade-${index}`}
                  label="Класс работы"
                  required
                  empty="Выберите"
                  defaultValue={about.grade === null ? '' : String(about.grade)}
                  options={Array.from({ length: 11 }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))}
                />
                <Select
                  name={`year-${index}`}
                  label="Учебный год"
                  required
                  empty="Выберите"
                  defaultValue={about.year === null ? '' : String(about.year)}
                  options={yearOptions}
                />
              </Columns>
            </fieldset>
          ))}
          {check.figuresWithoutYear && (
            <Select
              name="year"
              label="Учебный год показателей"
              empty="Выберите"
              defaultValue={found.answers.year === undefined ? '' : String(found.answers.year)}
              options={yearOptions}
            />
          )}
          {hasStage(check) && (
            <Select
              name="stage"
              label="Этап олимпиады"
              empty="Выберите"
              defaultValue={found.answers.stage ?? ''}
              options={options(STAGES, STAGE_WORDS)}
            />
          )}
          {check.territories > 0 && (
            <Select
              name="keepsRegion"
              label="Показатели региона из этого файла"
              required
              defaultValue={found.answers.keepsRegion ? '1' : '0'}
              options={[
                { value: '1', label: 'Сохранить для сравнения' },
                { value: '0', label: 'Не сохранять' },
              ]}
            />
          )}
          <SubmitButton variant="secondary" pendingText="Проверяем…">
            Проверить заново
          </SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}

const hasStage = ({ isStageUnknown }: Checked) => isStageUnknown;

type School = Checked['schools'][number] & { place: number };

function Schools({ found, check }: { found: ResultImportPage['found']; check: Checked }) {
  const schools = check.schools.map((school, place) => ({ ...school, place }));
  const open = schools.filter(({ verdict }) => verdict.kind === 'asks' || verdict.kind === 'unknown');
  const settled = schools.filter(({ verdict }) => verdict.kind === 'matched' || verdict.kind === 'skipped');
  return (
    <Section title="Школы файла">
      {open.length > 0 && (
        <Surface>
          <div className="space-y-6">
            <ActionForm action={answerImport} label="Какие это школы">
              <SeenResultImport found={found} />
              {open.slice(0, 60).map((school) => (
                <Select
                  key={school.place}
                  name={`school-${school.place}`}
                  label={nameOf(school)}
                  hint={
                    school.verdict.kind === 'asks'
                      ? 'Похожа на школу из реестра: подтвердите.'
                      : 'В реестре не найдена.'
                  }
                  empty="Ещё не решено"
                  options={[
                    { value: 'skip', label: 'Не загружать' },
                    ...(school.verdict.kind === 'asks' ? school.verdict.candidates.map(asOption) : []),
                    ...check.register
                      .filter(
                        ({ id }) =>
                          school.verdict.kind !== 'asks' || !school.verdict.candidates.some((one) => one.id === id),
                      )
                      .map(asOption),
                  ]}
                />
              ))}
              <SubmitButton variant="secondary" pendingText="Проверяем…">
                Сохранить и проверить
              </SubmitButton>
            </ActionForm>
            <ActionForm action={answerImport} label="Чужие школы">
              <SeenResultImport found={found} />
              <input type="hidden" name="skipUnknown" value="1" />
              <SubmitButton variant="quiet" pendingText="Проверяем…">
                Не загружать все, которых нет в реестре
              </SubmitButton>
            </ActionForm>
          </div>
        </Surface>
      )}
      {settled.length > 0 && (
        <Disclosure title={`Узнаны и решены: ${settled.length}`} open={open.length === 0 && settled.length <= 50}>
          <DataTable
            caption="Школы файла"
            columns={schoolColumns(check)}
            rows={settled}
            rowKey={({ place }) => String(place)}
          />
        </Disclosure>
      )}
    </Section>
  );
}

const asOption = ({ id, shortName }: { id: string; shortName: string }) => ({ value: id, label: shortName });
const nameOf = ({ name, login, code, inn }: School) => [name, login || code || inn].filter(Boolean).join(', ');

const schoolColumns = ({ register }: Checked): readonly Column<School>[] => {
  const names = new Map(register.map(({ id, shortName }) => [id, shortName]));
  return [
    { key: 'file', title: 'В файле', main: true, cell: nameOf },
    {
      key: 'register',
      title: 'В реестре',
      cell: ({ verdict }) =>
        verdict.kind === 'matched'
          ? `${names.get(verdict.schoolId) ?? ''} (${BY_WORDS[verdict.by]})`
          : 'не загружается',
    },
    { key: 'rows', title: 'Строк', align: 'end', cell: ({ rows }) => rows },
  ];
};

function Dropped({ check: { dropped, sheets } }: { check: Checked }) {
  return (
    <Section title="Что не сохраняется">
      <p>
        {count(dropped.pupils, ['строка', 'строки', 'строк'])} об участниках посчитаны и отброшены, итоговых строк –{' '}
        {dropped.footers}, прочих – {dropped.other}. Сам файл портал не хранит.
      </p>
      {dropped.columns.length > 0 && (
        <p>Столбцы, из которых ничего не взято: {dropped.columns.map((title) => `«${title}»`).join(', ')}.</p>
      )}
      <p className="text-ink-soft">
        Листы:{' '}
        {sheets.map(({ name, rows, tables }) => `${name || 'таблица'} (строк ${rows}, таблиц ${tables})`).join(', ')}.
      </p>
    </Section>
  );
}
