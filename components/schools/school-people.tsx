import { DescriptionList } from '@/components/ui/description-list';
import { Section, Surface } from '@/components/ui/surface';
import { ROLE_WORDS } from '@/lib/access/words';
import type { SchoolPage } from '@/lib/schools/queries';

/** Who signs in for the school: for the centre and the administrator, names and roles only. */
export function SchoolPeople({ page: { people } }: { page: SchoolPage }) {
  if (!people) return null;
  return (
    <Section title="Люди школы" lead="Доступ выдаёт администратор муниципалитета.">
      <Surface>
        {people.length === 0 ? (
          <p className="text-ink-soft">За школу пока никто не входит: заполнять карту некому.</p>
        ) : (
          <DescriptionList
            items={people.map((person) => ({
              term: `${ROLE_WORDS[person.role]}${person.isBlocked ? ' (доступ закрыт)' : ''}`,
              value: person.name,
            }))}
          />
        )}
      </Surface>
    </Section>
  );
}
