import { levelValue } from '@/components/cards/level-value';
import { Histogram } from '@/components/chart/histogram';
import { LiveFilter } from '@/components/form/live-filter';
import { DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { Level } from '@/components/ui/level';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Stat } from '@/components/ui/stat';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import type { TrialOutcome, TrialRow } from '@/lib/diagnostics/trials/trial';
import type { TrialPage } from '@/lib/diagnostics/trials/trial-queries';
import { numberName, TRIAL_EFFECTS, type TrialSearch, trialParams } from '@/lib/diagnostics/trials/trial-search';
import { EFFECT_WORDS, trialSentence } from '@/lib/diagnostics/trials/trial-words';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { paramWords } from '@/lib/methodology/method-words';

type Tried = Extract<TrialPage, { campaign: object }>;

/** A version tried on the cards of a campaign: whom it would change, before anybody approves it. */
export function TrialScreen({ page, search }: { page: TrialPage; search: TrialSearch }) {
  const { version } = page;
  return (
    <>
      <PageHeader
        title="Пробный расчёт"
        crumbs={[
          { href: links.method(), title: 'Методика' },
          { href: links.methodVersion(version.id), title: `${version.title}, версия ${version.number}` },
        ]}
        lead="Что эта версия сказала бы о картах, которые уже отправлены. Ничего не сохраняется: списки, суммы и выводы остаются прежними."
      />
      {page.campaign ? (
        <Stack>
          <Choice page={page} search={search} />
          <Outcome page={page} search={search} />
        </Stack>
      ) : (
        <EmptyState title="Пробовать пока не на чем" icon="campaign">
          Нужна кампания, в которой школы уже отправили карты.
        </EmptyState>
      )}
    </>
  );
}

const path = (page: TrialPage) => links.methodTrial(page.version.id);

function Choice({ page, search }: { page: Tried; search: TrialSearch }) {
  return (
    <Section
      title="Попробовать с другими числами"
      lead="Измените число – результат внизу пересчитается. Пустое поле значит «не задано»."
    >
      <Surface>
        <LiveFilter path={path(page)} label="Числа методики">
          {/* Three rows a number, shared by its neighbours: names end and boxes stand on one line, whatever they say. */}
          <div className="grid gap-x-6 gap-y-2 *:row-span-3 *:grid *:grid-rows-subgrid *:gap-y-1 sm:grid-cols-2 xl:grid-cols-3">
            <div>
              <label htmlFor="trial-campaign" className="self-end text-sm font-medium">
                Карты кампании
              </label>
              <select id="trial-campaign" name="campaign" defaultValue={page.campaign.id} className="control">
                {page.campaigns.map((one) => (
                  <option key={one.id} value={one.id}>
                    {formatSchoolYear(one.year)}, {one.title}
                  </option>
                ))}
              </select>
            </div>
            {page.own.params.map((param) => {
              const isRefused = page.refused.has(param.code);
              const name = numberName(param.code);
              return (
                <div key={param.code}>
                  <label htmlFor={name} className="self-end text-sm font-medium">
                    {param.title}
                  </label>
                  <input
                    id={name}
                    name={name}
                    inputMode="numeric"
                    autoComplete="off"
                    defaultValue={search.numbers.get(param.code) ?? param.value ?? ''}
                    aria-invalid={isRefused || undefined}
                    aria-describedby={`${name}-note`}
                    className="control"
                  />
                  <p id={`${name}-note`} className={`text-sm ${isRefused ? 'text-danger' : 'text-ink-soft'}`}>
                    {isRefused
                      ? `Здесь нужно целое число${param.unit === 'PERCENT' ? ' от 0 до 100' : ''}; пока считается по версии: ${paramWords(param)}.`
                      : `В версии: ${paramWords(param)}`}
                  </p>
                </div>
              );
            })}
            <div>
              <label htmlFor="trial-sweep" className="self-end text-sm font-medium">
                На графике менять
              </label>
              <select id="trial-sweep" name="sweep" defaultValue={page.sweep?.param.code} className="control">
                {page.own.params.map((param) => (
                  <option key={param.code} value={param.code}>
                    {param.title}
                  </option>
                ))}
              </select>
            </div>
          </div>
          {search.effect && <input type="hidden" name="effect" value={search.effect} />}
          <div className="mt-5 flex flex-wrap gap-3">
            <button type="submit" className={buttonClass('secondary')}>
              Посчитать
            </button>
            {page.isChanged && (
              <a
                href={links.methodTrial(page.version.id, { campaign: page.campaign.id })}
                className={buttonClass('quiet')}
              >
                Вернуть числа версии
              </a>
            )}
          </div>
        </LiveFilter>
      </Surface>
    </Section>
  );
}

function Outcome({ page, search }: { page: Tried; search: TrialSearch }) {
  const { trial, campaign, sweep } = page;
  const href = (effect: TrialSearch['effect']) => links.methodTrial(page.version.id, trialParams(search, { effect }));
  const proposed = `предложено ${trial.proposedAfter} из ${trial.schools}, сейчас ${trial.proposedBefore}`;
  return (
    <>
      <Section title="Что изменится" lead={`${formatSchoolYear(campaign.year)}: ${proposed}.`}>
        <p role="status" className="text-lg font-medium">
          {trialSentence(trial)}
        </p>
        <FromResults page={page} />
        <NotCarried page={page} />
        <Columns count={4}>
          {TRIAL_EFFECTS.filter((effect) => effect !== 'SAME').map((effect) => (
            <Stat
              key={effect}
              label={EFFECT_WORDS[effect]}
              value={trial.effects[effect]}
              share={{ numerator: trial.effects[effect], denominator: trial.schools }}
              href={href(effect)}
            />
          ))}
        </Columns>
      </Section>
      {sweep && (
        <Histogram
          title={`Сколько школ предлагается: ${sweep.param.title.toLowerCase()}`}
          sentence={`При каждом значении – сколько школ из ${trial.schools} было бы предложено; остальные числа как выше.`}
          valueTitle={sweep.param.unit === 'PERCENT' ? 'Значение, %' : 'Значение'}
          countTitle="Предложено школ"
          bins={sweep.counts.map(({ value, proposed: count }) => ({ from: value, to: value, count }))}
        />
      )}
      <Section
        title={search.effect && search.effect !== 'all' ? `Школы: ${EFFECT_WORDS[search.effect]}` : 'Школы'}
        actions={
          <>
            <SiteLink href={href(search.effect === 'all' ? undefined : 'all')} className="link inline-block py-2">
              {search.effect === 'all' ? 'Только те, у кого что-то меняется' : 'Показать все школы'}
            </SiteLink>
            <DownloadLink
              href={links.methodTrialExport(page.version.id, trialParams(search))}
              what="пробный расчёт по школам"
            />
          </>
        }
      >
        <Rows rows={page.rows} isFiltered={search.effect !== undefined} />
      </Section>
    </>
  );
}

function NotCarried({ page }: { page: Tried }) {
  const { notAsked, dropped } = page.trial;
  if (notAsked.length + dropped.length === 0) return null;
  return (
    <Notice tone="warning" title="Не все ответы удалось перенести">
      {notAsked.length > 0 && (
        <p>
          Об этом школы ещё не спрашивали, в пробе стоит «нет данных»: {notAsked.map((item) => item.code).join(', ')}.
        </p>
      )}
      {dropped.length > 0 && (
        <p>Этих критериев в пробуемой версии нет, ответы на них не считаются: {dropped.join(', ')}.</p>
      )}
    </Notice>
  );
}

function FromResults({ page }: { page: Tried }) {
  const { computed } = page.trial;
  if (computed.length === 0) return null;
  return (
    <Notice title="Часть ответов – по загруженным результатам">
      <p>
        Об этом карты не спрашивали или считали иначе, поэтому в пробе – то, что показывают результаты:{' '}
        {computed.map((item) => item.code).join(', ')}. Остальные ответы взяты из карт.
      </p>
    </Notice>
  );
}

const sumWords = ({ sum, max }: TrialOutcome) => `${sum}\u00a0из\u00a0${max}`;

function Rows({ rows, isFiltered }: { rows: readonly TrialRow[]; isFiltered: boolean }) {
  return (
    <DataTable
      caption="Школы до и после"
      rows={rows}
      rowKey={(row) => row.cardId}
      empty={
        isFiltered ? (
          <EmptyState title="Таких школ нет" icon="search">
            Под выбранное не подходит ни одна школа.
          </EmptyState>
        ) : (
          <EmptyState title="Ни у одной школы ничего не меняется" icon="check">
            Измените число выше или посмотрите все школы.
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'school',
          title: 'Школа',
          main: true,
          cell: (row) => (
            <SiteLink className="link" href={links.card(row.cardId)}>
              {row.schoolName}
            </SiteLink>
          ),
        },
        { key: 'was', title: 'Было', align: 'end', cell: (row) => sumWords(row.before) },
        { key: 'is', title: 'Стало бы', align: 'end', cell: (row) => sumWords(row.after) },
        {
          key: 'verdict',
          title: 'Вывод',
          cell: (row) => (
            <div className="space-y-1">
              <Level level={levelValue(row.after.level)} word={row.after.words} />
              {row.before.words !== row.after.words && <p className="text-ink-soft">было: {row.before.words}</p>}
            </div>
          ),
        },
        { key: 'effect', title: 'Что меняется', cell: (row) => EFFECT_WORDS[row.effect] },
        {
          key: 'why',
          title: 'Почему',
          cell: (row) =>
            row.reasons.length === 0 ? (
              '–'
            ) : (
              <ul className="space-y-1">
                {row.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}
