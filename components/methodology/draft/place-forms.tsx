import { ActionForm } from '@/components/form/action-form';
import type { FormAction } from '@/components/form/action-form-leaf';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonRow } from '@/components/ui/button';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import { Seen } from './draft-frame';

type Props = {
  page: DraftPage;
  /** «правило half», «раздел А»: what the buttons move, for a screen reader. */
  what: string;
  /** Hidden fields that name it. */
  fields: Readonly<Record<string, string>>;
  shift?: FormAction;
  drop?: FormAction;
};

/** Buttons that move one thing of a draft in its list or take it out. */
export function PlaceForms({ page, what, fields, shift, drop }: Props) {
  return (
    <ButtonRow>
      {shift &&
        (['up', 'down'] as const).map((by) => (
          <ActionForm key={by} action={shift} label={`${by === 'up' ? 'Поднять' : 'Опустить'}: ${what}`}>
            <Named page={page} fields={fields} />
            <input type="hidden" name="by" value={by} />
            <SubmitButton variant="quiet">
              {by === 'up' ? 'Выше' : 'Ниже'}
              <span className="sr-only">: {what}</span>
            </SubmitButton>
          </ActionForm>
        ))}
      {drop && (
        <ActionForm action={drop} label={`Убрать: ${what}`}>
          <Named page={page} fields={fields} />
          <SubmitButton variant="quiet">
            Убрать<span className="sr-only">: {what}</span>
          </SubmitButton>
        </ActionForm>
      )}
    </ButtonRow>
  );
}

function Named({ page, fields }: Pick<Props, 'page' | 'fields'>) {
  return (
    <>
      <Seen page={page} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
