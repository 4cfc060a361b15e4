import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import { saveProcedure } from '@/lib/methodology/draft/procedure-actions';
import type { MethodProcedure } from '@/lib/methodology/method';
import { EXAM_WORDS } from '@/lib/results/words';
import { Seen } from './draft-frame';

const EXAMS = Object.entries(EXAM_WORDS).map(([value, label]) => ({ value, label }));

/** A procedure whole; without `procedure` a new one. */
export function ProcedureForm({ page, procedure }: { page: DraftPage; procedure?: MethodProcedure }) {
  const sections = page.method.sections.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` }));
  return (
    <ActionForm
      key={page.seen}
      action={saveProcedure}
      label={procedure ? `Процедура ${procedure.code}` : 'Новая процедура'}
    >
      <Seen page={page} />
      {procedure ? (
        <input type="hidden" name="procedure" value={procedure.code} />
      ) : (
        <TextInput name="procedure" label="Код" required maxLength={32} width="short" hint="Например oge_math." />
      )}
      <TextInput name="title" label="Название" required defaultValue={procedure?.title} maxLength={300} />
      <TextInput name="exam" label="Экзамен словами" required defaultValue={procedure?.exam} maxLength={100} />
      <TextInput name="subject" label="Предмет словами" required defaultValue={procedure?.subject} maxLength={100} />
      <TextInput
        name="grade"
        label="Класс"
        required
        inputMode="numeric"
        width="tiny"
        maxLength={2}
        defaultValue={procedure?.grade}
      />
      <TextInput
        name="minParticipants"
        label="Наименьшее число участников"
        required
        inputMode="numeric"
        width="tiny"
        maxLength={4}
        defaultValue={procedure?.minParticipants ?? 0}
        hint="Результаты меньшей группы низкими не считают. 0 – без ограничения."
      />
      <TextInput
        name="smallSample"
        label="Малая выборка – меньше чем"
        required
        inputMode="numeric"
        width="tiny"
        maxLength={4}
        defaultValue={procedure?.smallSample ?? 10}
        hint="Только предупреждение: на вывод не влияет."
      />
      <Select
        name="section"
        label="Считается, пока включён раздел"
        options={sections}
        empty="Всегда"
        defaultValue={procedure?.section ?? ''}
      />
      <Select
        name="resultsExam"
        label="Загруженные результаты: экзамен"
        options={EXAMS}
        empty="Не брать из результатов"
        defaultValue={procedure?.results?.exam ?? ''}
      />
      <TextInput
        name="resultsSubjects"
        label="Загруженные результаты: коды предметов"
        maxLength={300}
        width="half"
        defaultValue={procedure?.results?.subjects.join(', ')}
        hint="Через запятую: math, math_basic."
      />
      <SubmitButton pendingText="Сохраняем…">{procedure ? 'Сохранить процедуру' : 'Добавить процедуру'}</SubmitButton>
    </ActionForm>
  );
}
