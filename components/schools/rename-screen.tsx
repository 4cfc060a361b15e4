import { DateInput } from '@/components/form/text-input';
import { NameFields } from '@/components/schools/school-fields';
import { BasisField, SchoolStep } from '@/components/schools/school-step';
import { renameSchool } from '@/lib/schools/history-actions';
import type { School } from '@/lib/schools/school';

export function RenameScreen({ school }: { school: School }) {
  return (
    <SchoolStep
      school={school}
      title="Переименовать школу"
      lead="Прежнее название останется в истории, по нему школу по-прежнему можно найти."
      submit="Переименовать"
      action={renameSchool}
    >
      <NameFields named={school} />
      <DateInput name="from" label="Новое название действует с" required />
      <BasisField />
    </SchoolStep>
  );
}
