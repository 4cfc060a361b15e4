import { Select } from '@/components/form/select';
import { TextInput } from '@/components/form/text-input';
import type { MethodMeasure, MethodThreshold } from '@/lib/methodology/method';
import { THRESHOLD_BASE_WORDS, THRESHOLD_OP_WORDS, THRESHOLD_UNIT_WORDS } from '@/lib/methodology/words';

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

type Props = {
  threshold: MethodThreshold | null;
  /** Measures that may be compared with it; absent where nothing is answered. */
  measures?: readonly MethodMeasure[];
  /** The one that is. */
  measure?: string | undefined;
};

/** The threshold of a criterion as data: the comparison, the number, and what the value is compared with. */
export function ThresholdFields({ threshold, measures = [], measure }: Props) {
  return (
    <fieldset className="space-y-4 rounded-md border border-line p-4">
      <legend className="px-1 font-medium">Порог числом</legend>
      <p className="max-w-measure text-sm text-ink-soft">
        Его видят те, кто читает методику. Поправите число – поправьте и слова «Когда „да“», и условие, если портал
        отвечает сам.
      </p>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <Select
          name="op"
          label="«Да», когда значение"
          options={optionsOf(THRESHOLD_OP_WORDS)}
          empty="Порога нет"
          defaultValue={threshold?.op ?? ''}
        />
        <TextInput
          name="value"
          label="Число порога"
          inputMode="numeric"
          defaultValue={threshold ? String(threshold.value) : ''}
          maxLength={7}
          width="tiny"
        />
        <Select
          name="unit"
          label="В чём"
          options={optionsOf(THRESHOLD_UNIT_WORDS)}
          required
          defaultValue={threshold?.unit ?? 'PERCENT'}
        />
        <Select
          name="base"
          label="С чем сравнивают"
          options={optionsOf(THRESHOLD_BASE_WORDS)}
          required
          defaultValue={threshold?.base ?? 'NONE'}
        />
        <TextInput
          name="minParticipants"
          label="Не меньше участников"
          inputMode="numeric"
          defaultValue={String(threshold?.minParticipants ?? 0)}
          maxLength={5}
          width="tiny"
        />
      </div>
      {measures.length > 0 && (
        <Select
          name="measure"
          label="Число с порогом: какой показатель сравнивать"
          options={measures.map(({ code, title }) => ({ value: code, label: title }))}
          empty="Никакой: условие написано выше или отвечает школа"
          defaultValue={measure ?? ''}
          hint="Портал ответит «да», когда показатель школы переходит порог. Условие выше запишется само и будет меняться вместе с порогом."
        />
      )}
    </fieldset>
  );
}
