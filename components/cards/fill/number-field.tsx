import { FORM_FIELDS, NUMBER_TYPED_MAX } from '@/lib/diagnostics/cards/card-contract';
import type { CardItem } from '@/lib/diagnostics/cards/card-page';
import { numberLabel, numberWords, typedWords } from '@/lib/diagnostics/scoring/typed-number';
import type { NumberQuestion } from '@/lib/methodology/items';

type Props = { item: CardItem; question: NumberQuestion; formId: string };

/** The number that a criterion asks for, with what the threshold makes of it; «нет данных» stands beside. */
export function NumberField({ item, question, formId }: Props) {
  const { code, answer, unsaved } = item;
  const typed = unsaved ? unsaved.number : answer?.number ? numberWords(answer.number) : '';
  return (
    <label className="block">
      <span className="mb-1 block font-medium">
        {numberLabel(question)}
        <span className="sr-only"> – {code}</span>
      </span>
      <input
        className="control max-w-40"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={NUMBER_TYPED_MAX}
        form={formId}
        name={FORM_FIELDS.number + code}
        defaultValue={typed}
        data-number={JSON.stringify(question)}
        aria-describedby={`${code}-number`}
      />
      <span id={`${code}-number`} data-slot="number" className="mt-1 block min-h-6 text-sm">
        {typedWords(typed, question)}
      </span>
    </label>
  );
}
