import { EmptyState } from '@/components/ui/empty-state';
import { Icon, type IconName } from '@/components/ui/icon';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Surface } from '@/components/ui/surface';
import { Tabs } from '@/components/ui/tabs';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { RECOMMENDATION_STATES } from '@/lib/recommendations/recommendation-moves';
import { STATE_WORDS } from '@/lib/recommendations/words';
import { ROW_STATE_WORDS } from '@/lib/roadmaps/words';
import { TIMELINE_KINDS, type TimelineKind } from '@/lib/support/cases/case-search';
import type { TimelineLine } from '@/lib/support/cases/timeline-store';
import { STUDY_METHODS } from '@/lib/support/studies/study';
import type { SupportPage } from '@/lib/support/support-queries';
import { methodTitle, STEP_WORDS, STUDY_STATE_WORDS } from '@/lib/support/words';

const KIND_WORDS: Record<TimelineKind, string> = {
  case: 'Решения',
  study: 'Исследования',
  recommendation: 'Рекомендации',
  roadmap: 'Дорожная карта',
  event: 'Мероприятия',
};
const KIND_ICONS: Record<TimelineKind, IconName> = {
  case: 'people',
  study: 'search',
  recommendation: 'advice',
  roadmap: 'roadmap',
  event: 'event',
};

const wordOf = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? '';

/** What a line says of itself, in the words of its own context. */
function headOf({ kind, code, title }: TimelineLine): string {
  switch (kind) {
    case 'case':
      return wordOf(STEP_WORDS, code);
    case 'study': {
      const method = STUDY_METHODS.find((one) => one === title);
      return `${method ? methodTitle(method) : 'Исследование'}: ${wordOf(STUDY_STATE_WORDS, code)}`;
    }
    case 'recommendation': {
      const state = RECOMMENDATION_STATES.find((one) => one === code);
      return `Рекомендация ${state ? STATE_WORDS[state] : ''}`;
    }
    case 'roadmap':
      return `Строка плана: ${wordOf(ROW_STATE_WORDS, code) || 'комментарий'}`;
    case 'event':
      return 'Школа участвовала в мероприятии';
  }
}

/** Everything that happened to the school in the year, newest first, all or one kind of it. */
export function Timeline({ page }: { page: SupportPage }) {
  const { school, year, search, timeline } = page;
  const href = (kind?: TimelineKind) =>
    `${links.schoolSupport(school.id, { year: String(year), ...(kind ? { kind } : {}) })}#history`;
  return (
    <Section title="История" id="history">
      <Tabs
        label="Что показать в истории"
        tabs={[
          { href: href(), title: 'Всё', current: search.kind === undefined },
          ...TIMELINE_KINDS.map((kind) => ({
            href: href(kind),
            title: KIND_WORDS[kind],
            current: search.kind === kind,
          })),
        ]}
      />
      {timeline.length === 0 ? (
        <EmptyState title="Пока ничего" icon="clock">
          Здесь появится всё, что происходит: решения, исследования, рекомендации, строки плана и мероприятия.
        </EmptyState>
      ) : (
        <Surface>
          <ol className="space-y-4">
            {timeline.map((line) => (
              <TimelineItem key={`${line.kind}${line.id}`} line={line} timeZone={page.timeZone} />
            ))}
          </ol>
        </Surface>
      )}
    </Section>
  );
}

function TimelineItem({ line, timeZone }: { line: TimelineLine; timeZone: string }) {
  const head = headOf(line);
  return (
    <li className="flex gap-3">
      <span className="mt-0.5 text-ink-soft">
        <Icon name={KIND_ICONS[line.kind]} />
      </span>
      <div className="min-w-0">
        <p>
          {line.href && line.kind === 'study' ? (
            <SiteLink className="link font-medium" href={line.href}>
              {head}
            </SiteLink>
          ) : (
            <b className="font-semibold">{head}</b>
          )}
          <span className="text-sm text-ink-soft">
            {' · '}
            {[line.author, formatMoment(line.at, timeZone)].filter(Boolean).join(', ')}
          </span>
        </p>
        {line.href && line.kind !== 'study' && (
          <p className="max-w-measure">
            <SiteLink className="link" href={line.href}>
              {line.title}
            </SiteLink>
          </p>
        )}
        {line.text && <p className="max-w-measure whitespace-pre-wrap break-words text-sm">{line.text}</p>}
      </div>
    </li>
  );
}
