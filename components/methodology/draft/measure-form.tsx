import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { links } from '@/lib/kernel/links';
import { type ExpressionPlace, expressionReading, knownNames } from '@/lib/methodology/draft/check-expression';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import { saveMeasure } from '@/lib/methodology/draft/measure-actions';
import type { MethodMeasure } from '@/lib/methodology/method';
import { MEASURE_OF_WORDS, MEASURE_UNIT_WORDS } from '@/lib/methodology/words';
import { CODE_TITLES } from '@/lib/results/words';
import { Seen } from './draft-frame';
import { ExpressionField } from './expression-field';
import { KnownNames } from './known-names';
import { RESULT_CODES } from './result-codes';

const OF = Object.entries(MEASURE_OF_WORDS).map(([value, label]) => ({ value, label }));
const UNITS = Object.entries(MEASURE_UNIT_WORDS).map(([value, label]) => ({ value, label }));

/** A measure whole; without `measure` a new one. Its code is its name in expressions and does not change. */
export function MeasureForm({ page, measure }: { page: DraftPage; measure?: MethodMeasure }) {
  const place: ExpressionPlace = { kind: 'measure', code: measure?.code ?? '', unit: measure?.unit ?? 'SHARE' };
  return (
    <ActionForm
      key={page.seen}
      action={saveMeasure}
      label={measure ? `Показатель ${measure.code}` : 'Новый показатель'}
    >
      <Seen page={page} />
      {measure ? (
        <input type="hidden" name="measure" value={measure.code} />
      ) : (
        <TextInput
          name="measure"
          label="Имя в формулах"
          required
          maxLength={32}
          width="half"
          hint="Латинскими буквами и цифрами, например twosMath."
        />
      )}
      <TextInput name="title" label="Название" required defaultValue={measure?.title} maxLength={300} />
      <Select name="of" label="Чей" options={OF} required defaultValue={measure?.of ?? 'SCHOOL'} />
      <Select name="unit" label="Что получается" options={UNITS} required defaultValue={measure?.unit ?? 'SHARE'} />
      <ExpressionField
        name="value"
        label="Формула"
        required
        defaultValue={measure?.value}
        hint={'Например: belowShare(own("OGE", "math", 9)) – доля «2» школы на ОГЭ по математике.'}
        checkAt={links.methodCheck(page.versionId)}
        place={place}
        reading={measure && expressionReading(page.method, place, measure.value, CODE_TITLES)}
      />
      <KnownNames names={knownNames(page.method, place)} codes={RESULT_CODES} />
      <TextInput
        name="round"
        label="Знаков после запятой"
        inputMode="numeric"
        maxLength={2}
        width="tiny"
        defaultValue={measure?.round ?? ''}
        hint="Половина – вверх. Пусто – без округления."
      />
      <TextInput
        name="provenance"
        label="Откуда показатель"
        required
        defaultValue={measure?.provenance ?? 'Муниципальная методика'}
        maxLength={2000}
      />
      <SubmitButton pendingText="Сохраняем…">{measure ? 'Сохранить показатель' : 'Добавить показатель'}</SubmitButton>
    </ActionForm>
  );
}
