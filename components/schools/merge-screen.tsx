import { DateInput, TextInput } from '@/components/form/text-input';
import { BasisField, SchoolStep } from '@/components/schools/school-step';
import { Notice } from '@/components/ui/notice';
import { ROLE_WORDS } from '@/lib/access/words';
import { mergeSchools } from '@/lib/schools/history-actions';
import type { MergeForm } from '@/lib/schools/queries';

export function MergeScreen({ page: { school, choices, people } }: { page: MergeForm }) {
  return (
    <SchoolStep
      school={school}
      title={`Присоединить «${school.shortName}» к другой школе`}
      lead="Школа перестанет работать, её преемницей станет другая школа реестра."
      submit="Присоединить"
      action={mergeSchools}
      before={
        <Notice title="Что произойдёт">
          <ul className="list-disc space-y-1 pl-5">
            <li>«{school.shortName}» будет закрыта с указанной даты и не войдёт в новые кампании.</li>
            <li>Её названия, коды, карты и утверждённые списки останутся на её странице.</li>
            <li>Карты идущих кампаний остаются: состав школ закреплён при открытии кампании.</li>
            <li>
              {people.length === 0
                ? 'За школу никто не входит, передавать доступ не нужно.'
                : 'Люди школы сохранят доступ к её истории. Доступ к школе-преемнице выдаёт администратор:'}
              {people.length > 0 && (
                <ul className="list-disc pl-5">
                  {people.map((person) => (
                    <li key={person.membershipId}>
                      {person.name}, {ROLE_WORDS[person.role].toLowerCase()}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          </ul>
        </Notice>
      }
    >
      <TextInput
        name="successorCode"
        label="Школа-преемница"
        hint="Начните вводить код или название и выберите школу из подсказки; можно ввести только код."
        list="successors"
        autoComplete="off"
        width="half"
        required
      />
      <datalist id="successors">
        {choices.map((choice) => (
          <option key={choice.id} value={`${choice.code} – ${choice.shortName}`} />
        ))}
      </datalist>
      <DateInput name="on" label="Дата присоединения" required />
      <BasisField />
    </SchoolStep>
  );
}
