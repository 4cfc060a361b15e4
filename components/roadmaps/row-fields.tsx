import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import type { PlanRow } from '@/lib/roadmaps/plan';

const KINDS = [
  { value: 'ROW', label: 'Мероприятие' },
  { value: 'SUBROW', label: 'Часть мероприятия (подстрока)' },
  { value: 'SECTION', label: 'Раздел' },
  { value: 'SUBSECTION', label: 'Подраздел' },
];

/** The cells of a row; of a heading only the number and the words count. */
export function RowFields({ row, item = '' }: { row?: PlanRow | undefined; item?: string }) {
  return (
    <>
      <Select name="kind" label="Что это" options={KINDS} required defaultValue={row?.kind ?? 'ROW'} />
      <TextInput
        name="number"
        label="Номер"
        maxLength={32}
        width="tiny"
        defaultValue={row?.number}
        hint="Как в документе: «2.1.»"
      />
      <TextArea
        name="measure"
        label="Мероприятие или название раздела"
        required
        rows={3}
        maxLength={4000}
        defaultValue={row?.measure}
      />
      <TextInput
        name="term"
        label="Срок"
        maxLength={4000}
        width="half"
        defaultValue={row?.term}
        hint="Как пишут в планах: «март», «март–ноябрь», «в течение года», «до 15.03.2027», «по плану»."
      />
      <TextArea
        name="responsible"
        label="Ответственные"
        rows={2}
        maxLength={4000}
        defaultValue={row?.responsible}
        hint="Через запятую; первый отвечает за всё."
      />
      <TextArea name="result" label="Результат" rows={2} maxLength={4000} defaultValue={row?.result} />
      <TextInput name="form" label="Форма представления результата" maxLength={4000} defaultValue={row?.form} />
      <TextInput
        name="item"
        label="Критерий карты"
        maxLength={32}
        width="tiny"
        defaultValue={row?.item ?? item}
        hint="Код, если строка отвечает на балл: «А3»."
      />
    </>
  );
}
