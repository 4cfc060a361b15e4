import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/ui/page-header';
import { Stack, Surface } from '@/components/ui/surface';
import { Tabs } from '@/components/ui/tabs';
import { links } from '@/lib/kernel/links';
import { COMPUTATION_CODES, COMPUTATIONS } from '@/lib/programmes/computation';
import { fieldName, PART_WORDS, PARTS, type Part } from '@/lib/programmes/edit-part';
import { type Programme, yearsOf } from '@/lib/programmes/programme';
import { editProgramme } from '@/lib/programmes/programme-actions';
import type { ProgrammeEditing } from '@/lib/programmes/programme-queries';
import {
  DIRECTION_WORDS,
  DIRECTIONS,
  PROBABILITIES,
  PROBABILITY_WORDS,
  RISK_KINDS,
  RISK_WORDS,
  UNIT_WORDS,
  UNITS,
} from '@/lib/programmes/words';
import { crumbsOf } from './programme-form-screens';

/** Empty rows at the end of a form, to write new ones into. */
const SPARE = 2;
const LEADS: Record<Part, string> = {
  passport: 'Строки паспорта в порядке документа. Строка без названия исчезнет.',
  tasks: 'По одной задаче в поле. Пустое поле задачу убирает.',
  results: 'К каждому результату – номера показателей, по которым он виден: «3, 4» или «9–10».',
  indicators: 'Показатель без формулировки исчезнет; записанные факты держатся за показатель, а не за его номер.',
  stages: 'Этапы с датами. Ход этапа отмечают после утверждения.',
  risks: 'Что может помешать, кто следит и что делать.',
};
const options = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }));

/** One part of a draft at a time, as a list of rows that works without JavaScript. */
export function EditProgrammeScreen({ page: { programme }, part }: { page: ProgrammeEditing; part: Part }) {
  return (
    <Stack gap="medium">
      <PageHeader crumbs={crumbsOf(programme)} title="Правка программы" lead={LEADS[part]} />
      <Tabs
        label="Разделы программы"
        tabs={PARTS.map((one) => ({
          href: links.editProgramme(programme.id, { part: one }),
          title: PART_WORDS[one],
          current: one === part,
        }))}
      />
      <ActionForm key={`${part} ${programme.version}`} action={editProgramme} label={PART_WORDS[part]}>
        <input type="hidden" name="programmeId" value={programme.id} />
        <input type="hidden" name="version" value={programme.version} />
        <input type="hidden" name="part" value={part} />
        <Rows programme={programme} part={part} />
        <SubmitButton pendingText="Сохраняем…">Сохранить раздел</SubmitButton>
      </ActionForm>
    </Stack>
  );
}

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Surface>
      <fieldset className="space-y-4">
        <legend className="text-sm text-ink-soft">{title}</legend>
        {children}
      </fieldset>
    </Surface>
  );
}

/** What stands in the rows, and the empty ones after them. */
function padded<T>(rows: readonly T[]): readonly (T | undefined)[] {
  return [...rows, ...Array.from({ length: SPARE }, () => undefined)];
}

const rowTitle = (index: number, isNew: boolean) => (isNew ? 'Новая строка' : `Строка ${index + 1}`);

function Rows({ programme, part }: { programme: Programme; part: Part }) {
  const { passport, tasks, results, stages, risks } = programme.content;
  if (part === 'indicators') return <IndicatorRows programme={programme} />;
  if (part === 'passport')
    return padded(passport).map((row, index) => (
      <Row key={fieldName(index, 'row')} title={rowTitle(index, !row)}>
        <TextInput name={fieldName(index, 'title')} label="Название строки" maxLength={300} defaultValue={row?.title} />
        <TextArea
          name={fieldName(index, 'text')}
          label="Содержание"
          rows={3}
          maxLength={6000}
          defaultValue={row?.text}
        />
      </Row>
    ));
  if (part === 'tasks')
    return padded(tasks).map((row, index) => (
      <TextArea
        key={fieldName(index, 'row')}
        name={fieldName(index, 'text')}
        label={row ? `Задача ${index + 1}` : 'Новая задача'}
        rows={2}
        maxLength={6000}
        defaultValue={row}
      />
    ));
  if (part === 'results')
    return padded(results).map((row, index) => (
      <Row key={fieldName(index, 'row')} title={rowTitle(index, !row)}>
        <TextArea
          name={fieldName(index, 'text')}
          label="Результат"
          rows={2}
          maxLength={6000}
          defaultValue={row?.text}
        />
        <TextInput
          name={fieldName(index, 'indicators')}
          label="Номера показателей"
          width="half"
          maxLength={100}
          defaultValue={row?.indicators.join(', ')}
        />
      </Row>
    ));
  if (part === 'stages')
    return padded(stages).map((row, index) => (
      <Row key={fieldName(index, 'row')} title={rowTitle(index, !row)}>
        <input type="hidden" name={fieldName(index, 'key')} value={row?.key ?? ''} />
        <TextInput name={fieldName(index, 'title')} label="Этап" maxLength={300} defaultValue={row?.title} />
        <DateInput name={fieldName(index, 'from')} label="Начало" defaultValue={row?.from} />
        <DateInput name={fieldName(index, 'to')} label="Конец" defaultValue={row?.to} />
        <TextArea
          name={fieldName(index, 'text')}
          label="Что сделать"
          rows={3}
          maxLength={6000}
          defaultValue={row?.text}
        />
      </Row>
    ));
  return padded(risks).map((row, index) => (
    <Row key={fieldName(index, 'row')} title={rowTitle(index, !row)}>
      <TextArea name={fieldName(index, 'wording')} label="Риск" rows={2} maxLength={6000} defaultValue={row?.wording} />
      <Select
        name={fieldName(index, 'kind')}
        label="Какой"
        defaultValue={row?.kind}
        options={options(RISK_KINDS, RISK_WORDS)}
      />
      <Select
        name={fieldName(index, 'probability')}
        label="Вероятность"
        defaultValue={row?.probability ?? 'MIDDLE'}
        options={options(PROBABILITIES, PROBABILITY_WORDS)}
      />
      <TextInput name={fieldName(index, 'owner')} label="Кто следит" maxLength={300} defaultValue={row?.owner} />
      <TextArea
        name={fieldName(index, 'ways')}
        label="Пути решения"
        rows={2}
        maxLength={6000}
        defaultValue={row?.ways}
      />
    </Row>
  ));
}

const written = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : `${value}`.replace('.', ',');

function IndicatorRows({ programme }: { programme: Programme }) {
  const years = yearsOf(programme);
  return padded(programme.content.indicators).map((row, index) => (
    <Row key={fieldName(index, 'row')} title={row ? `Показатель ${row.number}` : 'Новый показатель'}>
      <input type="hidden" name={fieldName(index, 'key')} value={row?.key ?? ''} />
      <TextInput
        name={fieldName(index, 'number')}
        label="Номер"
        width="tiny"
        maxLength={10}
        defaultValue={row?.number}
      />
      <TextArea
        name={fieldName(index, 'wording')}
        label="Формулировка"
        rows={2}
        maxLength={6000}
        defaultValue={row?.wording}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name={fieldName(index, 'unit')}
          label="В чём"
          defaultValue={row?.unit}
          options={options(UNITS, UNIT_WORDS)}
        />
        <Select
          name={fieldName(index, 'direction')}
          label="Куда стремимся"
          defaultValue={row?.direction}
          options={options(DIRECTIONS, DIRECTION_WORDS)}
        />
      </div>
      <div className="grid items-end gap-4 sm:grid-cols-3 lg:grid-cols-4">
        <TextInput
          name={fieldName(index, 'base')}
          label="База"
          inputMode="decimal"
          maxLength={12}
          defaultValue={written(row?.base)}
        />
        {years.map((year) => (
          <TextInput
            key={year}
            name={fieldName(index, `plan${year}`)}
            label={`План ${year}`}
            inputMode="decimal"
            maxLength={12}
            defaultValue={written(row?.plan[`${year}`])}
          />
        ))}
      </div>
      {programme.schoolId === null ? (
        <Select
          name={fieldName(index, 'computation')}
          label="Откуда факт"
          width="full"
          empty="Записывают вручную, с источником"
          defaultValue={row?.computation ?? ''}
          options={COMPUTATION_CODES.map((value) => ({ value, label: `Считает портал: ${COMPUTATIONS[value].title}` }))}
        />
      ) : null}
    </Row>
  ));
}
