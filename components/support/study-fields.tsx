import { Checkbox, CheckboxGroup } from '@/components/form/choices';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import type { CaseCause } from '@/lib/support/causes/cause';
import { HEADCOUNT_MIN, type Study, type StudyMethod, USUAL_DOCUMENTS } from '@/lib/support/studies/study';

/** What the object of a study is called, by its method. */
export const OBJECT_LABELS: Record<StudyMethod, string> = {
  DOCUMENTS: 'Что проверяли',
  INTERVIEW: 'Тема собеседования',
  WORKBOOK: 'Предмет и классы',
  VISIT: 'Объект проверки',
  ASSESSMENT: 'Что изучали',
  QUESTIONNAIRE: 'О чём анкета',
};

type Props = {
  /** Absent while the method is still to be chosen. */
  method?: StudyMethod | undefined;
  study?: Study;
  causes: readonly CaseCause[];
  supported?: readonly string[];
};

/** The fields of a study; those of one method alone stand only where it is known or may be chosen. */
export function StudyFields({ method, study, causes, supported = [] }: Props) {
  const isAny = method === undefined;
  return (
    <>
      <DateInput name="day" label="День" hint="Намеченный или тот, когда провели." required defaultValue={study?.day} />
      <TextInput
        name="heldBy"
        label="Кто проводит"
        hint="Должность и организация: «методист МОЦ совместно с институтом развития образования»."
        maxLength={500}
        defaultValue={study?.heldBy}
      />
      <TextInput
        name="object"
        label={method ? OBJECT_LABELS[method] : 'Тема или объект'}
        maxLength={1000}
        defaultValue={study?.object}
      />
      <TextInput
        name="participants"
        label="Участники"
        hint="Должности, не фамилии: «директор, два учителя математики»."
        maxLength={1000}
        defaultValue={study?.participants}
      />
      {(isAny || method === 'ASSESSMENT' || method === 'QUESTIONNAIRE') && (
        <TextInput
          name="headcount"
          label="Сколько человек"
          hint={`Для обследования – не меньше ${HEADCOUNT_MIN}: записывают только сводку.`}
          inputMode="numeric"
          width="tiny"
          defaultValue={study?.headcount ?? ''}
        />
      )}
      {(isAny || method === 'DOCUMENTS' || method === 'VISIT') && (
        <TextArea
          name="documents"
          label="Изученные документы"
          hint={`Каждый с новой строки. Обычно: ${USUAL_DOCUMENTS.join('; ')}.`}
          rows={5}
          maxLength={6000}
          defaultValue={study?.documents.join('\n')}
        />
      )}
      <TextArea
        name="conclusion"
        label="Вывод"
        hint="Школа его прочтёт. О детях – только сводкой."
        rows={5}
        maxLength={4000}
        defaultValue={study?.conclusion}
      />
      {causes.length > 0 && (
        <CheckboxGroup
          name="causes[]"
          label="Какие причины подтверждает"
          hint="Причина считается подтверждённой, когда исследование проведено."
          defaultValue={supported}
          options={causes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {study?.state !== 'HELD' && (
        <Checkbox name="tookPlace" label="Проведено" hint="Без отметки исследование остаётся в плане." />
      )}
    </>
  );
}
