import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { STAGE_WORDS } from '@/lib/diagnostics/campaigns/campaign-words';
import type { ListsItem, ListsPage } from '@/lib/diagnostics/lists/list-queries';
import { orderWords } from '@/lib/diagnostics/lists/list-words';
import { links } from '@/lib/kernel/links';
import { formatShareOf } from '@/lib/kernel/percent';
import { formatSchoolYear } from '@/lib/kernel/school-year';

/** Approved lists by school year: number and share, the order, the schools. */
export function ListsScreen({ lists, isRegion }: ListsPage) {
  const years = [...new Set(lists.map((list) => list.year))];
  return (
    <>
      <PageHeader
        title="Утверждённые списки"
        lead={
          isRegion
            ? 'Списки муниципалитетов региона, утверждённые приказами. Школы – по алфавиту.'
            : 'Списки, утверждённые приказами, по учебным годам. Школы – по алфавиту.'
        }
      />
      {lists.length === 0 && (
        <EmptyState title="Утверждённых списков пока нет" icon="order">
          Список появится здесь, когда управление утвердит его приказом.
        </EmptyState>
      )}
      <Stack>
        {years.map((year) => (
          <Section key={year} title={`${formatSchoolYear(year)} учебный год`}>
            <Stack gap="medium">
              {lists
                .filter((list) => list.year === year)
                .map((list) => (
                  <ListCard key={list.id} list={list} isRegion={isRegion} />
                ))}
            </Stack>
          </Section>
        ))}
      </Stack>
    </>
  );
}

function ListCard({ list, isRegion }: { list: ListsItem; isRegion: boolean }) {
  const named = (decision: string) => list.schools.filter((school) => school.decision === decision);
  const supported = named('SUPPORT');
  return (
    <Surface>
      <div className="space-y-4">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0 space-y-1">
            <h3 className="flex flex-wrap items-center gap-x-3 text-lg">
              {isRegion ? list.municipalityName : list.title}
              {list.amendedBy !== undefined && <Badge>заменён списком № {list.amendedBy}</Badge>}
            </h3>
            <p className="text-ink-soft">
              {orderWords(list)} «{list.orderTitle}». Список № {list.number}, {STAGE_WORDS[list.stage]}.
            </p>
            {list.reason && !isRegion && <p className="text-sm text-ink-soft">Изменение: {list.reason}</p>}
          </div>
          <ButtonLink href={links.listPrint(list.id)} variant="secondary" size="small" icon="print">
            Открыть и распечатать
          </ButtonLink>
        </div>
        <p className="text-lg">
          {list.publicLabel}:{' '}
          <strong className="tabular-nums">{formatShareOf(list.share.numerator, list.share.denominator)}</strong>
        </p>
        <ul className="columns-1 gap-x-8 sm:columns-2 xl:columns-3">
          {named('INCLUDE').map((school) => (
            <li key={school.schoolId} className="py-0.5">
              {school.schoolName}
            </li>
          ))}
        </ul>
        {supported.length > 0 && (
          <p className="text-sm text-ink-soft">
            Поддержка без включения в список: {supported.map((school) => school.schoolName).join(', ')}.
          </p>
        )}
      </div>
    </Surface>
  );
}
