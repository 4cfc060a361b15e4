import { ButtonLink } from '@/components/ui/button';
import { Stat } from '@/components/ui/stat';
import { Columns, Section } from '@/components/ui/surface';
import type { DevelopmentOfSchool } from '@/lib/development/development-queries';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';

/** What is done for the teachers of one school, for the page of its support; nothing for who may not see it. */
export function DevelopmentPanel({ of, isOwn }: { of: DevelopmentOfSchool; isOwn: boolean }) {
  if (!of) return null;
  const at = { year: String(of.year), ...(isOwn ? {} : { school: of.schoolId }) };
  return (
    <Section
      title="Развитие педагогов"
      lead={`${formatSchoolYear(of.year)} учебный год: чего не хватает, чему учатся, где показали опыт.`}
      actions={
        isOwn && (
          <ButtonLink href={links.newCourseRequest()} variant="secondary" icon="plus">
            Подать заявку на курсы
          </ButtonLink>
        )
      }
    >
      <Columns count={4}>
        <Stat label="Дефициты" value={of.deficits} href={links.deficits(at)} />
        <Stat label="Заявки на курсы в работе" value={of.inWork} href={links.courseRequests(at)} />
        <Stat
          label="Обучение завершено"
          value={of.done}
          note="заявок школы"
          href={links.courseRequests({ ...at, state: 'DONE' })}
        />
        <Stat label="Опыт и конкурсы" value={of.appearances} href={links.experience(at)} />
      </Columns>
    </Section>
  );
}
