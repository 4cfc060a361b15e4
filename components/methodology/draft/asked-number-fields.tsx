import { TextInput } from '@/components/form/text-input';
import type { AskedNumber } from '@/lib/methodology/method';

/** What a school may type where a criterion asks for a number. */
export function AskedNumberFields({ number }: { number: AskedNumber }) {
  return (
    <fieldset className="space-y-4 rounded-md border border-line p-4">
      <legend className="px-1 font-medium">Какое число вписывает школа</legend>
      <p className="max-w-measure text-sm text-ink-soft">
        Ответ «да» или «нет» портал даёт сам: он сравнивает число с порогом ниже.
      </p>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
        <TextInput
          name="decimals"
          label="Знаков после запятой"
          inputMode="numeric"
          required
          defaultValue={String(number.decimals)}
          maxLength={1}
          width="tiny"
          hint="От 0 до 4."
        />
        <TextInput
          name="least"
          label="Не меньше"
          inputMode="numeric"
          defaultValue={number.least === null ? '' : String(number.least)}
          maxLength={7}
          width="tiny"
          hint="Пусто – без границы."
        />
        <TextInput
          name="most"
          label="Не больше"
          inputMode="numeric"
          defaultValue={number.most === null ? '' : String(number.most)}
          maxLength={7}
          width="tiny"
          hint="Пусто – без границы."
        />
      </div>
    </fieldset>
  );
}
