import { CheckboxGroup } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { TextInput } from '@/components/form/text-input';
import { SCHOOL_CONTEXTS, SCHOOL_KINDS, SCHOOL_PLACES } from '@/lib/schools/codes';
import { GRADES, type NewSchool } from '@/lib/schools/school';
import { CONTEXT_WORDS, KIND_LONG_WORDS, PLACE_WORDS } from '@/lib/schools/words';

const optionsOf = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }));

type Taught = Pick<NewSchool, 'kind' | 'grades' | 'pupils'>;

/** Kind, grades and pupils: of the school as it is, or of one school year. */
export function TaughtFields({ taught }: { taught?: Taught }) {
  return (
    <>
      <Select
        name="kind"
        label="Вид школы"
        empty="Выберите вид"
        options={optionsOf(SCHOOL_KINDS, KIND_LONG_WORDS)}
        defaultValue={taught?.kind ?? ''}
        required
      />
      <CheckboxGroup
        name="grades[]"
        label="Классы"
        hint="Какие классы есть в школе в этом году. Уровни образования портал выведет сам."
        options={GRADES.map((grade) => ({ value: String(grade), label: String(grade) }))}
        defaultValue={(taught?.grades ?? []).map(String)}
        columns="number"
        required
      />
      <TextInput
        name="pupils"
        label="Обучающихся"
        hint="Если число неизвестно, оставьте пустым: ноль означал бы, что учеников нет."
        inputMode="numeric"
        width="tiny"
        defaultValue={taught?.pupils ?? ''}
      />
    </>
  );
}

/** The names a school goes by. */
export function NameFields({ named, hint }: { named?: Pick<NewSchool, 'name' | 'shortName'>; hint?: string }) {
  return (
    <>
      <TextInput
        name="shortName"
        label="Краткое название"
        hint={hint ?? 'Как школу называют в списках: СШ № 12.'}
        defaultValue={named?.shortName}
        width="half"
        required
      />
      <TextInput name="name" label="Полное название по уставу" defaultValue={named?.name} required />
    </>
  );
}

/** All that is entered about a school. */
export function SchoolFields({ school }: { school?: NewSchool }) {
  return (
    <>
      <NameFields
        named={school}
        hint={school && 'Здесь исправляют опечатки. Новое название по приказу вносят кнопкой «Переименовать».'}
      />
      <TextInput
        name="code"
        label="Код школы"
        hint="Код в муниципалитете, один на школу. Нули впереди сохраняются: 0101."
        defaultValue={school?.code}
        width="short"
        required
      />
      <TaughtFields taught={school} />
      <Select
        name="place"
        label="Населённый пункт"
        empty="Выберите"
        options={optionsOf(SCHOOL_PLACES, PLACE_WORDS)}
        defaultValue={school?.place ?? ''}
        required
      />
      <CheckboxGroup
        name="contexts[]"
        label="Тип по условиям"
        hint="Отметьте, если школа работает в особых условиях: от этого зависит, с кем её сравнивать."
        options={optionsOf(SCHOOL_CONTEXTS, CONTEXT_WORDS)}
        defaultValue={school?.contexts}
      />
      <TextInput name="address" label="Адрес" defaultValue={school?.address} />
      <TextInput name="phone" label="Телефон" type="tel" defaultValue={school?.phone} width="half" />
      <TextInput name="email" label="Электронная почта" type="email" defaultValue={school?.email} width="half" />
    </>
  );
}
