import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { Disclosure } from '@/components/ui/disclosure';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { applicabilityWords } from '@/lib/methodology/applicability-words';
import type { findItem } from '@/lib/methodology/draft/change-items';
import { type ExpressionPlace, expressionReading, knownNames } from '@/lib/methodology/draft/check-expression';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import { addItemSign, dropItem, editItem, shiftItem } from '@/lib/methodology/draft/item-actions';
import { measureOfCondition, numericMeasures } from '@/lib/methodology/draft/threshold-condition';
import { COMPUTABLE_WORDS } from '@/lib/methodology/words';
import { CODE_TITLES } from '@/lib/results/words';
import { AskedNumberFields } from './asked-number-fields';
import { DraftFrame, Seen } from './draft-frame';
import { ExpressionField } from './expression-field';
import { ItemFields } from './item-fields';
import { KnownNames } from './known-names';
import { PlaceForms } from './place-forms';
import { RESULT_CODES } from './result-codes';
import { ThresholdFields } from './threshold-fields';

const WAYS = Object.entries(COMPUTABLE_WORDS).map(([value, label]) => ({ value, label }));

type Props = { page: DraftPage; found: NonNullable<ReturnType<typeof findItem>> };

/** One criterion or sign of a draft: everything that is said about it, how it is answered, its place, and its end. */
export function DraftItemScreen({ page, found }: Props) {
  const { criterion, sign, section } = found;
  const of = sign ?? criterion;
  return (
    <DraftFrame
      page={page}
      current="whole"
      title={`${sign ? 'Признак' : 'Критерий'} ${of.code}`}
      overline={`Раздел ${section.code}. ${section.title}`}
    >
      <Stack>
        <Surface>
          <ItemForm page={page} found={found} />
        </Surface>
        {!sign && criterion.kind === 'composite' && (
          <Section title="Добавить признак" lead="Каждый подтверждённый признак составного критерия даёт балл.">
            <Surface>
              <ActionForm action={addItemSign} label="Добавить признак">
                <Seen page={page} />
                <input type="hidden" name="item" value={criterion.code} />
                <ItemFields code="sign" title="Код признака" />
                <SubmitButton variant="secondary" pendingText="Добавляем…">
                  Добавить признак
                </SubmitButton>
              </ActionForm>
            </Surface>
          </Section>
        )}
        <Section title={sign ? 'Место среди признаков' : 'Место в разделе'}>
          <PlaceForms page={page} what={of.code} fields={{ item: of.code }} shift={shiftItem} />
        </Section>
        <Disclosure title="Убрать из черновика">
          <ActionForm action={dropItem} label={`Убрать ${of.code}`}>
            <Seen page={page} />
            <input type="hidden" name="item" value={of.code} />
            <p className="max-w-measure">
              Код исчезнет из методики, и сравнивать его с прошлыми годами будет нельзя. Чтобы только не спрашивать,
              снимите отметку «Включён».
            </p>
            <SubmitButton variant="danger" pendingText="Убираем…">
              Да, убрать {of.code}
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      </Stack>
    </DraftFrame>
  );
}

function ItemForm({ page, found }: Props) {
  const { method, versionId } = page;
  const { criterion, sign } = found;
  const of = sign ?? criterion;
  const answer: ExpressionPlace = { kind: 'answer', code: of.code };
  const isAsked = sign !== undefined || criterion.kind === 'yes_no';
  return (
    <ActionForm key={page.seen} action={editItem} label={`Правка: ${of.code}`}>
      <Seen page={page} />
      <input type="hidden" name="item" value={of.code} />
      <TextArea name="wording" label="Формулировка" required rows={3} defaultValue={of.wording} maxLength={2000} />
      <TextArea name="data" label="Какие данные" required rows={2} defaultValue={of.hint.data} maxLength={2000} />
      <TextArea
        name="threshold"
        label="Когда «да»"
        required
        rows={2}
        defaultValue={of.hint.threshold}
        maxLength={2000}
        hint="Словами, для того, кто заполняет карту."
      />
      <TextArea name="why" label="Зачем спрашивают" required rows={2} defaultValue={of.hint.why} maxLength={2000} />
      {sign && <TextInput name="formula" label="Формула" required defaultValue={sign.formula} maxLength={2000} />}
      <ExpressionField
        name="applies"
        label="Условие, кого касается"
        required
        defaultValue={of.applies}
        hint='Примеры: true; 9 in grades; kind != "PRIMARY".'
        checkAt={links.methodCheck(versionId)}
        place={{ kind: 'applies', code: of.code }}
        reading={applicabilityWords(method, sign ? [criterion.applies, sign.applies] : [criterion.applies])}
      />
      {isAsked && (
        <>
          <ExpressionField
            name="when"
            label="Портал сам отвечает «да», если"
            defaultValue={of.computed?.when}
            hint="Условие по загруженным результатам и показателям методики. Пусто – отвечает школа. Школа в любом случае подтверждает ответ портала или возражает."
            checkAt={links.methodCheck(versionId)}
            place={answer}
            reading={of.computed && expressionReading(method, answer, of.computed.when, CODE_TITLES)}
          />
          <KnownNames names={knownNames(method, answer)} codes={RESULT_CODES} />
        </>
      )}
      {criterion.kind === 'number' && <AskedNumberFields number={criterion.number} />}
      <ThresholdFields
        threshold={of.threshold}
        {...(isAsked
          ? { measures: numericMeasures(method), measure: measureOfCondition(method, of.computed?.when, of.threshold) }
          : {})}
      />
      {!sign && (
        <>
          <TextInput
            name="dataSource"
            label="Источник данных"
            required
            defaultValue={criterion.dataSource}
            maxLength={2000}
          />
          <Select
            name="computable"
            label="Как заполняется"
            options={WAYS}
            required
            defaultValue={criterion.computable}
          />
        </>
      )}
      <TextInput name="provenance" label="Откуда правило" required defaultValue={of.provenance} maxLength={2000} />
      <Checkbox name="enabled" label="Включён" defaultChecked={of.enabled} />
      <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
    </ActionForm>
  );
}
