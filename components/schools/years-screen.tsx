import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TaughtFields } from '@/components/schools/school-fields';
import { SeenVersion } from '@/components/schools/seen-version';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { setSchoolYear } from '@/lib/schools/actions';
import type { YearsForm } from '@/lib/schools/queries';

/** How many years back a school year may still be recorded for the first time. */
const YEARS_BACK = 10;

/** What the school had in each school year: corrected, or recorded for the first time. */
export function YearsScreen({ page: { school, years, presentYear } }: { page: YearsForm }) {
  const recorded = new Set(years.map((year) => year.year));
  const missing = Array.from({ length: YEARS_BACK + 2 }, (_, index) => presentYear + 1 - index).filter(
    (year) => !recorded.has(year),
  );
  return (
    <>
      <PageHeader
        title="По учебным годам"
        lead="Кампания спрашивает школу о том, что у неё было в её учебном году. Карты уже открытых кампаний не изменятся."
        crumbs={[
          { href: links.schools(), title: 'Школы' },
          { href: links.school(school.id), title: school.shortName },
        ]}
      />
      <Stack>
        {years.length > 0 && (
          <Section title="Записанные годы">
            {years.map((year) => (
              <Surface key={year.year}>
                <Disclosure title={formatSchoolYear(year.year)} open={year.year === presentYear}>
                  <ActionForm action={setSchoolYear} label={`Учебный год ${formatSchoolYear(year.year)}`}>
                    <SeenVersion school={school} />
                    <input type="hidden" name="year" value={year.year} />
                    <TaughtFields taught={year} />
                    <SubmitButton variant="secondary" pendingText="Сохраняем…">
                      Сохранить {formatSchoolYear(year.year)}
                    </SubmitButton>
                  </ActionForm>
                </Disclosure>
              </Surface>
            ))}
          </Section>
        )}
        {missing.length > 0 && (
          <Section title="Ещё один учебный год">
            <Surface>
              <ActionForm action={setSchoolYear} label="Ещё один учебный год">
                <SeenVersion school={school} />
                <Select
                  name="year"
                  label="Учебный год"
                  options={missing.map((year) => ({ value: String(year), label: formatSchoolYear(year) }))}
                  required
                />
                <TaughtFields taught={school} />
                <SubmitButton pendingText="Сохраняем…">Записать год</SubmitButton>
              </ActionForm>
            </Surface>
          </Section>
        )}
      </Stack>
    </>
  );
}
