import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import type { Day } from '@/lib/kernel/day';
import { ADDRESSEES, type Addressee } from '@/lib/recommendations/recommendation';
import { ADVICE_CELLS, type AdviceWords } from '@/lib/recommendations/remedy';
import { ADDRESSEE_WORDS, CELL_WORDS } from '@/lib/recommendations/words';

const CELL_MAX = 4000;
const ROWS: Partial<Record<keyof AdviceWords, number>> = { cause: 3, measure: 3, result: 2, indicator: 2 };
const HINTS: Partial<Record<keyof AdviceWords, string>> = {
  cause: 'Это предположение: начните с «Возможно». О людях – нейтрально.',
  term: 'Как пишут в планах: «октябрь–ноябрь», «в течение года». Остаётся, как написано.',
  indicator: 'Число, по которому видно, что помогло.',
  proof: 'Чем школа подтвердит: приказ, справка, протокол. Без фамилий детей.',
};

/** The words that a measure of the catalogue and a recommendation have in common. */
export function AdviceFields({ of }: { of?: AdviceWords | undefined }) {
  return (
    <>
      {ADVICE_CELLS.map((name) => {
        const field = {
          name,
          label: CELL_WORDS[name],
          hint: HINTS[name],
          maxLength: CELL_MAX,
          defaultValue: of?.[name],
        };
        const rows = ROWS[name];
        return rows ? (
          <TextArea key={name} {...field} rows={rows} required={name === 'measure'} />
        ) : (
          <TextInput key={name} {...field} />
        );
      })}
    </>
  );
}

type TermProps = { addressee?: Addressee | undefined; due: Day | ''; today: Day; dueRequired?: boolean };

/** To whom and till when. */
export function AddresseeFields({ addressee = 'HEAD', due, today, dueRequired = false }: TermProps) {
  return (
    <>
      <Select
        name="addressee"
        label="Кому адресована"
        required
        defaultValue={addressee}
        options={ADDRESSEES.map((value) => ({ value, label: ADDRESSEE_WORDS[value] }))}
      />
      <DateInput
        name="dueAt"
        label="Последний день"
        hint="К этому дню школа сообщает о выполнении. Без даты рекомендацию не отправляют."
        min={today}
        required={dueRequired}
        defaultValue={due}
      />
    </>
  );
}
