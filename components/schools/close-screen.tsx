import { DateInput, TextInput } from '@/components/form/text-input';
import { BasisField, SchoolStep } from '@/components/schools/school-step';
import { formatDay } from '@/lib/kernel/day';
import { closeSchool, reopenSchool } from '@/lib/schools/history-actions';
import type { School } from '@/lib/schools/school';

/** Closing a school at work, or opening a closed one again. */
export function CloseScreen({ school }: { school: School }) {
  if (school.closedOn) {
    return (
      <SchoolStep
        school={school}
        title="Открыть школу снова"
        lead={`Школа закрыта с ${formatDay(school.closedOn)}. Закрытие останется в её истории.`}
        submit="Открыть снова"
        action={reopenSchool}
      >
        <DateInput name="on" label="Школа снова работает с" required />
        <TextInput name="reason" label="Причина" hint="Например: закрытие внесено по ошибке." required />
      </SchoolStep>
    );
  }
  return (
    <SchoolStep
      school={school}
      title="Закрыть школу"
      lead="Закрытая школа не входит в новые кампании. Её история, коды и карты сохраняются. Если школа вливается в другую, используйте «Присоединить к другой»."
      submit="Закрыть школу"
      action={closeSchool}
    >
      <DateInput name="on" label="Дата закрытия" required />
      <BasisField />
    </SchoolStep>
  );
}
