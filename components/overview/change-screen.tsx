import { levelValue } from '@/components/cards/level-value';
import { LevelChange } from '@/components/chart/level-change';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Stat } from '@/components/ui/stat';
import { Columns, Section } from '@/components/ui/surface';
import type { Change, ChangeSearch } from '@/lib/diagnostics/overviews/overview-filter';
import type { OverviewChangePage } from '@/lib/diagnostics/overviews/overview-queries';
import { byChange, byVerdict, changeSentence, schoolsWords } from '@/lib/diagnostics/overviews/overview-shape';
import { CHANGE_WORDS } from '@/lib/diagnostics/overviews/overview-words';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { campaignWords, OverviewFrame } from './overview-frame';

type Props = { page: OverviewChangePage; search: ChangeSearch };

const DIRECTIONS: readonly Change[] = ['better', 'same', 'worse'];

/** From which verdict to which, and whether sums fell or rose, between two campaigns. */
export function ChangeScreen({ page, search }: Props) {
  const others = page.campaigns.filter((one) => one.id !== page.campaign.id);
  return (
    <OverviewFrame head={page} search={search} current="change" title="Изменение между кампаниями">
      <FilterBar
        label="С чем сравнить"
        address={{ path: links.overviewChange({}), params: { ...search, campaign: page.campaign.id } }}
        filters={[
          {
            kind: 'select',
            name: 'earlier',
            label: 'Сравнить с кампанией',
            all: 'Предыдущая',
            options: others.map((one) => ({ value: one.id, label: campaignWords(one) })),
          },
        ]}
      />
      <Comparison page={page} search={search} />
    </OverviewFrame>
  );
}

function Comparison({ page, search }: Props) {
  if (!page.earlier) {
    return (
      <EmptyState title="Сравнивать пока не с чем" icon="chart">
        Нужны две кампании с принятыми картами.
      </EmptyState>
    );
  }
  const kept = { ...search, campaign: page.campaign.id, earlier: page.earlier.id };
  const totals = byChange(page.moves);
  const all = totals.better + totals.same + totals.worse;
  const years = { from: formatSchoolYear(page.earlier.year), to: formatSchoolYear(page.campaign.year) };
  return (
    <Section title={`${years.from} → ${years.to}`}>
      {!page.sameMethod && (
        <Notice tone="warning" title="Кампании шли по разным версиям методики">
          Изменение суммы может объясняться изменением критериев, а не школы.
        </Notice>
      )}
      <Columns count={3}>
        {DIRECTIONS.map((change) => (
          <Stat
            key={change}
            label={CHANGE_WORDS[change]}
            value={totals[change]}
            share={{ numerator: totals[change], denominator: all }}
            href={links.overviewSchools({ ...kept, change })}
          />
        ))}
      </Columns>
      <LevelChange
        title="Выводы"
        sentence={changeSentence(page.moves)}
        fromTitle={years.from}
        toTitle={years.to}
        levels={page.method.verdicts.map((verdict) => ({
          key: verdict.code,
          value: levelValue(verdict.level),
          word: verdict.words,
        }))}
        moves={byVerdict(page.moves).map((move) => ({
          from: move.from,
          to: move.to,
          count: move.schools,
          href: links.overviewSchools({ ...kept, from: move.from, to: move.to }),
        }))}
        download={<DownloadLink href={links.overviewExport('change', kept)} what="изменение выводов" />}
      />
      <p className="text-ink-soft">
        Только в {years.from}: {schoolsWords(page.onlyEarlier)}. Только в {years.to}: {schoolsWords(page.onlyLater)}.
      </p>
    </Section>
  );
}
