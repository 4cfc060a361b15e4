import { CriteriaGrid, type GridCell } from '@/components/chart/criteria-grid';
import { PrintButton } from '@/components/lists/print-button';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatShareOf } from '@/lib/kernel/percent';
import { formatNumber } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { decimal } from '@/lib/objectivity/finding-words';
import type { MapPage } from '@/lib/objectivity/map-page';
import { MISSING_RULES } from '@/lib/objectivity/objectivity-index';
import { type MapCell, presentIn } from '@/lib/objectivity/objectivity-map';
import type { ObjectivitySearch } from '@/lib/objectivity/objectivity-search';
import { procedureKey } from '@/lib/objectivity/procedure';
import { fullProcedure, shortProcedure } from '@/lib/objectivity/procedure-words';
import { KINDS } from '@/lib/objectivity/sign-code';
import { MARKER_NOTE, PURPOSE_NOTE, SIGN_WORDS } from '@/lib/objectivity/sign-words';
import { KIND_WORDS, MAP_WORDS, MISSING_WORDS } from './map-words';

const columnKey = ({ year, procedure }: Pick<MapCell, 'year' | 'procedure'>) => `${year}/${procedureKey(procedure)}`;

function gridCell(cell: MapCell, href: string): GridCell {
  if (cell.state === 'PRESENT') return { state: 'point', points: presentIn(cell).length, href };
  if (cell.state === 'NONE') return { state: 'inapplicable' };
  return { state: cell.state === 'ABSENT' ? 'none' : 'missing', href };
}

/** Schools × years × works: where signs were found. Each mark leads to what raised it. */
export function MapScreen({ page, search }: { page: MapPage; search: ObjectivitySearch }) {
  return (
    <Stack gap="medium">
      <PageHeader
        title="Карта объективности"
        lead={`${MARKER_NOTE} Школы стоят по алфавиту: это не рейтинг. ${PURPOSE_NOTE}`}
      />
      <FilterBar
        label="Что показать"
        address={{ path: links.objectivity(), params: search }}
        filters={[
          {
            kind: 'select',
            name: 'kind',
            label: 'Признаки',
            all: 'Официальные и уточнённые',
            options: [
              ...KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] })),
              { value: 'all', label: 'Все, с местными' },
            ],
          },
          {
            kind: 'select',
            name: 'missing',
            label: 'Индекс территории',
            all: MISSING_WORDS.KNOWN_ONLY,
            options: MISSING_RULES.slice(1).map((rule) => ({ value: rule, label: MISSING_WORDS[rule] })),
          },
        ]}
      />
      {page.columns.length === 0 ? (
        <EmptyState title="Показывать пока нечего" icon="grid">
          Карта появится, когда загрузят результаты ВПР или ОГЭ.
        </EmptyState>
      ) : (
        <>
          <Indexes page={page} />
          <Section
            title="Школы, годы и работы"
            actions={
              <>
                <DownloadLink href={links.objectivityExport(search)} what="карту объективности" />
                <PrintButton />
              </>
            }
          >
            <CriteriaGrid
              caption="Карта объективности: школы, годы и работы"
              words={MAP_WORDS}
              legend="есть признаки (число – сколько)"
              codesTitle="Что значат сокращения работ"
              columns={page.columns.map(({ year, procedure }) => ({
                key: columnKey({ year, procedure }),
                code: shortProcedure(procedure),
                title: fullProcedure(procedure),
                group: formatSchoolYear(year),
              }))}
              rows={page.rows.map((row) => ({
                key: row.schoolId,
                title: row.name,
                cells: Object.fromEntries(
                  row.cells.map((cell) => {
                    const key = columnKey(cell);
                    const href = links.objectivitySchool(row.schoolId, cell.year, search, procedureKey(cell.procedure));
                    return [key, gridCell(cell, href)];
                  }),
                ),
              }))}
            />
          </Section>
          <FiringTable page={page} />
        </>
      )}
    </Stack>
  );
}

function Indexes({ page }: { page: MapPage }) {
  return (
    <Section
      title="Индекс объективности территории"
      lead="100 минус доля школ, у которых есть хотя бы один показанный признак (ФИОКО, 2019)."
    >
      <Surface>
        <table className="numbers w-full max-w-3xl border-collapse text-sm">
          <caption className="sr-only">Индекс объективности по годам</caption>
          <thead>
            <tr className="border-b border-line-strong">
              {['Учебный год', 'Индекс', 'Школ с признаком', 'Школ без данных'].map((title) => (
                <th key={title} scope="col" className="font-semibold">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.indexes.map(({ year, index }) => (
              <tr key={year}>
                <th scope="row">{formatSchoolYear(year)}</th>
                <td>{index.value === null ? 'нет данных' : decimal(index.value, 1)}</td>
                <td>{formatShareOf(index.marked, index.base)}</td>
                <td>{formatNumber(index.unknown)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Surface>
    </Section>
  );
}

function FiringTable({ page }: { page: MapPage }) {
  if (page.latest === null) return null;
  return (
    <Section
      title={`Как часто встречается признак, ${formatSchoolYear(page.latest)}`}
      lead="Из школ, для которых признак можно посчитать."
    >
      <Surface>
        <table className="numbers w-full border-collapse text-sm">
          <caption className="sr-only">Признаки и сколько школ ими отмечено</caption>
          <thead>
            <tr className="border-b border-line-strong">
              <th scope="col" className="font-semibold">
                Признак
              </th>
              <th scope="col" className="font-semibold" style={{ textAlign: 'left' }}>
                Что он значит
              </th>
              <th scope="col" className="font-semibold">
                Школ
              </th>
            </tr>
          </thead>
          <tbody>
            {page.firing.map((one) => (
              <tr key={one.code}>
                <th scope="row">{one.code}</th>
                <td style={{ textAlign: 'left' }}>
                  {SIGN_WORDS[one.name].title}
                  {one.procedure && `: ${fullProcedure(one.procedure)}`}
                </td>
                <td>{formatShareOf(one.marked, one.known)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Surface>
      <Notice tone="info" title="Официальные признаки срабатывают часто">
        <p>
          Признак А не учитывает, что школы и правда разные: он отмечает примерно каждую седьмую школу по одной работе и
          около трети школ за год. Уточнённые признаки отмечают добросовестную школу не чаще, чем в 5 случаях из 100.
        </p>
      </Notice>
    </Section>
  );
}
