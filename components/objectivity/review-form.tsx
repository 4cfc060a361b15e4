import { ActionForm } from '@/components/form/action-form';
import { RadioGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { Disclosure } from '@/components/ui/disclosure';
import { reviewSign } from '@/lib/objectivity/review-actions';
import { type Decision, type SignPlace, STEPS } from '@/lib/objectivity/sign-review';
import { STEP_HINTS, STEP_WORDS } from './review-words';

type Props = { place: SignPlace; decision: Decision | null };

/** The centre's step about one sign. The reason is always asked for: the school reads it. */
export function ReviewForm({ place, decision }: Props) {
  const steps = STEPS.filter((step) => step !== 'WITHDRAWN' || decision !== null);
  return (
    <div className="print:hidden">
      <Disclosure title={`Решение по признаку ${place.sign}`}>
        <ActionForm action={reviewSign} label={`Решение по признаку ${place.sign}`}>
          {Object.entries(place).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <RadioGroup
            name="step"
            label="Что решено"
            required
            options={steps.map((step) => ({ value: step, label: STEP_WORDS[step], hint: STEP_HINTS[step] }))}
          />
          <TextArea
            name="reason"
            label="Причина или вопрос"
            hint="Это прочитает школа."
            required
            rows={3}
            maxLength={2000}
          />
          <SubmitButton pendingText="Сохраняем…">Записать</SubmitButton>
        </ActionForm>
      </Disclosure>
    </div>
  );
}
