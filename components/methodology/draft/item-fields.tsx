import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';

/** What a new question begins with; `code` is the name of the field of its code. */
export function ItemFields({ code, title = 'Код критерия' }: { code: 'code' | 'sign'; title?: string }) {
  return (
    <>
      <TextInput name={code} label={title} required maxLength={32} width="tiny" hint="Короткий: «А7»." />
      <TextArea
        name="wording"
        label="Формулировка"
        required
        rows={3}
        maxLength={2000}
        hint="Ответ «да» – неблагоприятный признак."
      />
      <TextInput name="threshold" label="Когда «да»" required maxLength={2000} />
    </>
  );
}
