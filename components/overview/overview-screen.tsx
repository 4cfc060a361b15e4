import { levelValue } from '@/components/cards/level-value';
import { BarChart } from '@/components/chart/bar-chart';
import { Histogram } from '@/components/chart/histogram';
import { InteractiveChart } from '@/components/chart/interactive-chart';
import { ShareByYear } from '@/components/chart/share-by-year';
import { DownloadLink } from '@/components/table/download-link';
import { ButtonLink } from '@/components/ui/button';
import { LevelMark } from '@/components/ui/level';
import { Progress } from '@/components/ui/progress';
import { Stat } from '@/components/ui/stat';
import { Columns, Section, Surface } from '@/components/ui/surface';
import type { OverviewSearch } from '@/lib/diagnostics/overviews/overview-filter';
import type { OverviewPage } from '@/lib/diagnostics/overviews/overview-queries';
import {
  itemsSentence,
  sharesSentence,
  sumColumns,
  sumsSentence,
  verdictCounts,
} from '@/lib/diagnostics/overviews/overview-shape';
import { STANDING_WORDS } from '@/lib/diagnostics/overviews/overview-words';
import { links } from '@/lib/kernel/links';
import { formatShareOf } from '@/lib/kernel/percent';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { OverviewFrame } from './overview-frame';

type Props = { page: OverviewPage; search: OverviewSearch };
type Part = Props & { kept: OverviewSearch };

/** Criteria that never fire tell nothing in a chart; the file has them all. */
const BARS = 15;

function Coverage({ page }: Part) {
  const { campaign, coverage } = page;
  const id = campaign.id;
  return (
    <Section title="Охват" lead="Охват виден всегда; суммы и выводы – после приёма карты.">
      <Surface>
        <p className="mb-2 text-lg">
          Отправили карту{' '}
          <b className="font-semibold whitespace-nowrap">{formatShareOf(coverage.submitted, campaign.roster)}</b>
        </p>
        <Progress label="Охват" value={coverage.submitted} max={campaign.roster} unit="школ" />
      </Surface>
      <Columns count={4}>
        <Stat label="Не начали" value={coverage.notStarted} href={links.campaign(id, { state: 'NOT_STARTED' })} />
        <Stat
          label="В работе и возвращены"
          value={coverage.inWork + coverage.returned}
          href={links.campaign(id, { state: 'NOT_SUBMITTED' })}
        />
        <Stat label="На проверке" value={coverage.toCheck} href={links.campaign(id, { state: 'TO_CHECK' })} />
        <Stat label="Приняты" value={coverage.accepted} href={links.campaign(id, { state: 'ACCEPTED' })} />
      </Columns>
    </Section>
  );
}

function Shares({ page, kept }: Part) {
  const years = page.years.map((one) => ({
    year: formatSchoolYear(one.year),
    denominator: one.roster,
    ...(one.listed === null ? {} : { numerator: one.listed }),
    ...(one.listed === null ? {} : { href: links.overviewSchools({ campaign: one.id, listed: '1' }) }),
    note: one.orderNumber ? `приказ № ${one.orderNumber}` : 'список не утверждён',
  }));
  return (
    <Section title="Школы в утверждённых списках">
      <ShareByYear
        title={`${page.publicLabel} по учебным годам`}
        sentence={sharesSentence(page.years, page.publicLabel)}
        years={years}
        numeratorTitle="В утверждённом списке"
        denominatorTitle="Школ в кампании"
        download={<DownloadLink href={links.overviewExport('years', kept)} what="доли по годам" />}
        extra={
          <InteractiveChart
            title="Школы в утверждённых списках"
            kind="bar"
            x="year"
            series={[{ key: 'listed', title: 'В списке' }]}
            rows={page.years.map((one) => ({ year: formatSchoolYear(one.year), listed: one.listed }))}
          />
        }
      />
    </Section>
  );
}

function Sums({ page, kept }: Part) {
  const verdicts = verdictCounts({ verdicts: page.method.verdicts }, page.sums);
  return (
    <Section title="Суммы и выводы" lead="Вывод – предложение по правилу методики. Решает комиссия.">
      <Columns count={4}>
        {verdicts.map((verdict) => (
          <Stat
            key={verdict.code}
            label={verdict.words}
            value={verdict.schools}
            share={{ numerator: verdict.schools, denominator: page.outcomes }}
            mark={<LevelMark level={levelValue(verdict.level)} />}
            href={links.overviewSchools({ ...kept, verdict: verdict.code })}
          />
        ))}
      </Columns>
      <Histogram
        title="Сколько школ с какой суммой"
        sentence={sumsSentence(page.sums, STANDING_WORDS[page.standing], page.campaign.roster)}
        valueTitle="Сумма"
        countTitle="Школ"
        bins={sumColumns(page.sums).map(({ sum, schools }) => ({
          from: sum,
          to: sum,
          count: schools,
          ...(schools > 0 ? { href: links.overviewSchools({ ...kept, sum: String(sum) }) } : {}),
        }))}
        download={<DownloadLink href={links.overviewExport('sums', kept)} what="распределение сумм" />}
        extra={
          <InteractiveChart
            title="Сколько школ с какой суммой"
            kind="bar"
            x="sum"
            series={[{ key: 'schools', title: 'Школ' }]}
            rows={sumColumns(page.sums).map(({ sum, schools }) => ({ sum, schools }))}
          />
        }
      />
    </Section>
  );
}

function Firing({ page, kept }: Part) {
  return (
    <Section title="Какие критерии дают баллы" lead="Доля считается от школ, о которых ответ известен.">
      <BarChart
        title="Чаще всего"
        sentence={itemsSentence(page.firing)}
        categoryTitle="Критерий"
        valueTitle="Школ с баллом"
        bars={page.firing
          .filter((one) => one.yes > 0)
          .slice(0, BARS)
          .map((one) => ({
            label: `${one.item.code}. ${one.item.wording}`,
            value: one.yes,
            of: one.known,
            href: links.overviewSchools({ ...kept, item: one.item.code }),
          }))}
        download={<DownloadLink href={links.overviewExport('items', kept)} what="все критерии" />}
      />
      <p className="print:hidden">
        <ButtonLink href={links.overviewGrid(kept)} variant="secondary" icon="grid">
          Все критерии по школам
        </ButtonLink>
      </p>
    </Section>
  );
}

/** The municipality at a glance; every number opens to the list behind it. */
export function OverviewScreen({ page, search }: Props) {
  const kept = { ...search, campaign: page.campaign.id };
  const part = { page, search, kept };
  return (
    <OverviewFrame head={page} search={search} current="overview" title="Показатели">
      <div className="space-y-10 pt-4">
        <Coverage {...part} />
        <Shares {...part} />
        <Sums {...part} />
        <Firing {...part} />
      </div>
    </OverviewFrame>
  );
}
