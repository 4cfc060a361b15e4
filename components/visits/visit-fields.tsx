import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import { Columns } from '@/components/ui/surface';
import type { Day } from '@/lib/kernel/day';
import { MARKS, type RubricLine, type Term, type Visit } from '@/lib/visits/visit';
import { MARK_WORDS } from '@/lib/visits/words';

/** What an entry on a visit says besides its school. */
export function VisitFields({ kinds, today, visit }: { kinds: readonly Term[]; today: Day; visit?: Visit }) {
  return (
    <>
      <Columns count={2}>
        <Select
          name="termId"
          label="Вид"
          required
          defaultValue={visit?.kindId}
          options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateInput name="visitDay" label="Дата" required max={today} defaultValue={visit?.on ?? today} />
      </Columns>
      <TextInput
        name="object"
        label="Что смотрели"
        hint="Например: реализация плана школы"
        required
        maxLength={200}
        defaultValue={visit?.object}
      />
      <TextInput
        name="participants"
        label="Кто участвовал"
        hint="Должности, без имён"
        maxLength={8000}
        defaultValue={visit?.participants}
      />
    </>
  );
}

/** The checklist: a line with its mark and a note; three columns that are sent together. */
export function RubricFields({ name, lines }: { name: string; lines: readonly RubricLine[] }) {
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="mb-1.5 font-medium">Чек-лист «{name}»</legend>
      <input type="hidden" name="rubricName" value={name} />
      <ul className="divide-y divide-line rounded-md border border-line px-4">
        {lines.map((one, index) => (
          <li key={one.line} className="grid grid-cols-1 gap-3 py-3 sm:grid-cols-[1fr_11rem_1fr] sm:items-center">
            <input type="hidden" name="lines[]" value={one.line} />
            <span className="min-w-0">{one.line}</span>
            <select
              name="marks[]"
              aria-label={`Отметка: ${one.line}`}
              className="control"
              defaultValue={one.mark}
              id={`mark-${index}`}
            >
              {MARKS.map((mark) => (
                <option key={mark} value={mark}>
                  {MARK_WORDS[mark]}
                </option>
              ))}
            </select>
            <input
              name="notes[]"
              aria-label={`Пометка: ${one.line}`}
              className="control"
              placeholder="Пометка"
              maxLength={1000}
              defaultValue={one.note}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

export function ProtocolField({ protocol }: { protocol?: string }) {
  return (
    <TextArea
      name="protocol"
      label="Протокол"
      hint="Что увидели и к какому выводу пришли. Школа прочтёт это, когда вы откроете запись."
      rows={8}
      maxLength={8000}
      defaultValue={protocol}
    />
  );
}
