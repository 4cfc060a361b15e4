import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Stat } from '@/components/ui/stat';
import { Columns, Section, Stack } from '@/components/ui/surface';
import type { DevelopmentPage } from '@/lib/development/development-queries';
import { type DevelopmentIndicator, indicatorWords } from '@/lib/development/indicators';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { DevelopmentTabs } from './development-tabs';
import { yearFilter } from './year-filter';

const COLUMNS: readonly Column<DevelopmentIndicator>[] = [
  { key: 'number', title: '№', cell: ({ number }) => number },
  { key: 'title', title: 'Показатель программы', main: true, cell: ({ title }) => title },
  {
    key: 'value',
    title: 'Значение',
    cell: (row) => <span className="whitespace-nowrap tabular-nums">{indicatorWords(row)}</span>,
  },
  {
    key: 'source',
    title: 'Из чего считается',
    cell: ({ source, remark }) => (
      <span className="text-sm">
        {source}
        {remark && <span className="block text-ink-soft">{remark}</span>}
      </span>
    ),
  },
];

/** The year in numbers, each with its list; for a school what it has to do comes first. */
export function DevelopmentScreen({ page, address }: { page: DevelopmentPage; address: ListAddress }) {
  const { year, isSchool, requests, courses, associations } = page;
  const at = { year: String(year) };
  const inWork = requests.filter(({ state }) => state === 'SENT' || state === 'PACKED' || state === 'PLACED');
  const late = associations.reduce((sum, one) => sum + one.late, 0);
  return (
    <>
      <PageHeader
        title="Развитие кадров"
        lead={
          isSchool
            ? 'Чему нужно учиться педагогам школы и что с вашими заявками.'
            : 'Чего не хватает педагогам, чему их учат и что это дало.'
        }
        actions={
          page.canAsk && (
            <ButtonLink href={links.newCourseRequest()} icon="plus">
              Подать заявку на курсы
            </ButtonLink>
          )
        }
      />
      <DevelopmentTabs now="year" year={year} />
      <FilterBar address={address} filters={[yearFilter(page.years)]} />
      <Stack>
        <Section title={`${formatSchoolYear(year)} учебный год`}>
          <Columns count={3}>
            <Stat
              label="Профессиональные дефициты"
              value={page.deficits.length}
              note={isSchool ? 'записей школы' : 'записей: школа, предмет, дефицит'}
              href={links.deficits(at)}
            />
            <Stat
              label="Заявки на курсы в работе"
              value={inWork.length}
              note={`всего за год: ${requests.length}`}
              href={links.courseRequests(at)}
            />
            <Stat
              label="Закончили курсы"
              value={courses.reduce((sum, { finished }) => sum + finished, 0)}
              note={`курсов завершено: ${courses.filter(({ state }) => state === 'DONE').length} из ${courses.length}`}
              href={links.courses(at)}
            />
            <Stat
              label="Методобъединения"
              value={associations.length}
              note={late > 0 ? `строк плана с прошедшим сроком: ${late}` : 'по планам ничего не просрочено'}
              href={links.associations(at)}
            />
            <Stat
              label="Представленный опыт"
              value={page.appearances.filter(({ kind }) => kind === 'EXPERIENCE').length}
              href={links.experience({ ...at, kind: 'EXPERIENCE' })}
            />
            <Stat
              label="Конкурсы и проекты"
              value={page.appearances.filter(({ kind }) => kind === 'COMPETITION').length}
              href={links.experience({ ...at, kind: 'COMPETITION' })}
            />
            {page.numbers && (
              <Stat
                label="Педагогов в школе"
                value={page.numbers.teachers ?? 'нет данных'}
                note={
                  page.numbers.version === 0
                    ? 'Сообщите данные за год'
                    : `«группа риска»: ${page.numbers.riskTeachers ?? 'нет данных'}`
                }
                href={links.schoolNumbers(at)}
              />
            )}
          </Columns>
        </Section>
        {page.indicators.length > 0 && (
          <Section
            title="Показатели программы"
            lead="Показатели 9–13 и 15 портал считает сам по записям этого раздела."
            actions={<DownloadLink href={links.developmentExport('indicators', at)} what="показатели" />}
          >
            <DataTable
              caption="Показатели программы"
              columns={COLUMNS}
              rows={page.indicators}
              rowKey={({ number }) => String(number)}
            />
          </Section>
        )}
      </Stack>
    </>
  );
}
