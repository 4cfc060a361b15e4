import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { SeenResultImport } from '@/components/results/seen-import';
import { type Column, DataTable } from '@/components/table/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { Columns, Section, Surface } from '@/components/ui/surface';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { DictionariesPage } from '@/lib/results/queries';
import { dropTaskPlan, saveTaskPlan } from '@/lib/results/task-plan-actions';
import { EXAM_WORDS, procedureWords } from '@/lib/results/words';
import { GradeSelect, SubjectSelect, YearSelect } from './work-fields';

type Plan = DictionariesPage['plans'][number];
const EXAMS = Object.entries(EXAM_WORDS).map(([value, label]) => ({ value, label }));

/** What the tasks of papers ask: entered by the centre from the description of the work. */
export function TaskPlans({ page: { plans, canImport, presentYear } }: { page: DictionariesPage }) {
  if (plans.length === 0 && !canImport) return null;
  return (
    <Section
      title="Задания работ"
      lead="Уровень, содержание и умение каждого задания – из описания работы за этот год. По ним видны проблемные поля."
    >
      {plans.length > 0 && (
        <DataTable
          caption="Задания работ"
          columns={canImport ? [...COLUMNS, REMOVE] : COLUMNS}
          rows={plans}
          rowKey={({ id }) => id}
        />
      )}
      {canImport && (
        <Disclosure title="Внести задания">
          <Surface>
            <ActionForm action={saveTaskPlan} label="Задания работы" resetOnSuccess>
              <Columns count={4}>
                <Select name="exam" label="Экзамен" options={EXAMS} required defaultValue="VPR" />
                <SubjectSelect />
                <GradeSelect from={4} to={11} />
                <YearSelect presentYear={presentYear} />
              </Columns>
              <TextArea
                name="tasks"
                label="Задания"
                required
                rows={10}
                maxLength={40_000}
                hint="По строке на задание, через табуляцию или точку с запятой: номер; уровень (базовый, повышенный, высокий); содержание; умение. Можно вставить прямо из таблицы Excel. Прежние задания этой работы и года заменятся."
              />
              <TextInput name="source" label="Откуда сведения" required maxLength={300} />
              <SubmitButton pendingText="Записываем…">Записать задания</SubmitButton>
            </ActionForm>
          </Surface>
        </Disclosure>
      )}
    </Section>
  );
}

const COLUMNS: readonly Column<Plan>[] = [
  { key: 'work', title: 'Работа', main: true, cell: (plan) => procedureWords(plan) },
  {
    key: 'tasks',
    title: 'Задания',
    cell: ({ tasks }) => (
      <Disclosure title={`${tasks.length}`}>
        <ul className="text-sm">
          {tasks.map(({ code, level, content, activity }) => (
            <li key={code}>
              {[`${code} – ${level === 'BASIC' ? 'базовый' : 'повышенный'}`, content, activity]
                .filter(Boolean)
                .join('; ')}
            </li>
          ))}
        </ul>
      </Disclosure>
    ),
  },
  { key: 'source', title: 'Откуда', cell: ({ source }) => source },
];

const REMOVE: Column<Plan> = {
  key: 'remove',
  title: 'Что сделать',
  cell: (plan) => (
    <ActionForm
      action={dropTaskPlan}
      label={`Удаление заданий: ${procedureWords(plan)}, ${formatSchoolYear(plan.year)}`}
    >
      <SeenResultImport found={plan} />
      <SubmitButton variant="quiet" size="small">
        Удалить
      </SubmitButton>
    </ActionForm>
  ),
};
