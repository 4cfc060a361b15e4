import type { ReactNode } from 'react';
import { cardStateOf } from '@/components/cards/card-state-of';
import { LineTrend } from '@/components/chart/line-trend';
import { RowStateBadge } from '@/components/roadmaps/state-badge';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { CardState } from '@/components/ui/card-state';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import type { Viewer } from '@/lib/access/viewer';
import type { CardPage } from '@/lib/diagnostics/cards/card-page';
import type { MyCards } from '@/lib/diagnostics/cards/card-queries';
import { isToFill } from '@/lib/diagnostics/cards/current-card';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { monthWords } from '@/lib/roadmaps/month-words';
import { isLate } from '@/lib/roadmaps/plan';
import type { ExpectedNow } from '@/lib/roadmaps/roadmap-queries';
import { daysLeft } from './days-left';
import { Greeting } from './greeting';

type Card = MyCards['cards'][number];
type Props = {
  cards: readonly Card[];
  page: CardPage | undefined;
  expected: ExpectedNow;
  viewer: Pick<Viewer, 'name' | 'role' | 'timeZone' | 'publicLabel'>;
  children?: ReactNode;
};

/** What happens next, in plain words, by the state of the card. */
const NEXT = {
  DRAFT: 'Заполните карту; отправляет её директор. До отправки ответы видит только ваша школа.',
  SUBMITTED: 'Карту проверяет муниципальный центр. Он примет её, задаст вопрос или вернёт с замечаниями.',
  RETURNED: 'Исправьте ответы по замечаниям и отправьте карту ещё раз.',
  ACCEPTED: 'Карта принята. Список школ определяет комиссия, утверждает управление образования приказом.',
  CLOSED: 'Кампания завершена приказом.',
} as const;

function Current({ card, page, timeZone }: { card: Card; page: CardPage; timeZone: string }) {
  const isOpen = page.canFill;
  const verb =
    card.status === 'RETURNED'
      ? 'Исправить карту'
      : card.answered === 0
        ? 'Начать заполнение'
        : 'Продолжить заполнение';
  return (
    <Section title={`Карта ${formatSchoolYear(card.year)}`} lead={NEXT[card.status]}>
      <Surface>
        <div className="space-y-4">
          <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <CardState {...cardStateOf({ status: card.status, isStarted: card.answered > 0 })} />
            {(card.status === 'DRAFT' || card.status === 'RETURNED') && (
              <span>
                Срок – {formatMoment(card.dueAt, timeZone)} ({daysLeft(card.now, card.dueAt)})
              </span>
            )}
          </p>
          <Progress label="Отвечено" value={card.answered} max={card.applicable} unit="пунктов" />
          {!isOpen && page.closedBecause && (card.status === 'DRAFT' || card.status === 'RETURNED') && (
            <Notice tone="warning">{page.closedBecause}</Notice>
          )}
          <ButtonLink href={links.card(card.id)} size="large" icon={isOpen ? 'edit' : 'card'}>
            {isOpen ? verb : 'Открыть карту'}
          </ButtonLink>
        </div>
      </Surface>
    </Section>
  );
}

/** Every point with its reason, before anybody above the school knows it. */
function Points({ page }: { page: CardPage }) {
  const { outcome } = page;
  if (!outcome || page.head.answered === 0) return null;
  const points = page.sections
    .flatMap((section) => section.criteria.flatMap((criterion) => criterion.items))
    .filter((item) => item.point === 1);
  return (
    <Section
      title={`Сумма отрицательных критериев: ${outcome.sum} из ${outcome.max}`}
      lead={`${outcome.isLive ? 'Предварительно: ' : ''}${outcome.verdict.words}. ${outcome.verdict.explanation}`}
    >
      <Surface>
        {points.length === 0 ? (
          <p className="text-ink-soft">Баллов нет: ни один отрицательный признак не отмечен.</p>
        ) : (
          <ul className="divide-y divide-line">
            {points.map((item) => (
              <li key={item.code} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-3">
                <span className="min-w-12">
                  <Badge tone="accent">{item.code}</Badge>
                </span>
                <div className="min-w-0 flex-1 basis-64">
                  <SiteLink className="link" href={links.card(page.head.id, item.code)}>
                    {item.wording}
                  </SiteLink>
                  <p className="text-sm text-ink-soft">{item.reason}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Surface>
    </Section>
  );
}

function Trend({ cards, label }: { cards: readonly Card[]; label: string }) {
  const assessed = cards.filter((card) => card.sum !== null).toReversed();
  const [first] = assessed;
  const last = assessed.at(-1);
  if (!first || !last) return null;
  const listed = assessed.filter((card) => card.decision === 'INCLUDE').map((card) => formatSchoolYear(card.year));
  const direction =
    assessed.length < 2
      ? ''
      : ` Сумма ${first.sum ?? 0} в ${formatSchoolYear(first.year)} и ${last.sum ?? 0} в ${formatSchoolYear(last.year)}.`;
  return (
    <Section title="По годам">
      <LineTrend
        title="Сумма отрицательных критериев"
        sentence={`Чем меньше сумма, тем лучше результаты.${direction}${listed.length > 0 ? ` В утверждённом списке (${label}): ${listed.join(', ')}.` : ''}`}
        labelTitle="Учебный год"
        valueTitle="Сумма"
        points={assessed.map((card) => ({
          label: formatSchoolYear(card.year),
          value: card.sum ?? 0,
          ...(card.max === null ? {} : { max: card.max }),
          note: card.verdictWords ?? '',
        }))}
      />
    </Section>
  );
}

function Remarks({ page }: { page: CardPage }) {
  const items = page.sections.flatMap((section) => section.criteria.flatMap((criterion) => criterion.items));
  const open = items.filter((item) =>
    item.remarks.some((remark) => remark.sentAt !== null && remark.settledAt === null && !remark.reply),
  );
  const whole = page.remarks.filter(
    (remark) => remark.sentAt !== null && remark.settledAt === null && !remark.reply,
  ).length;
  if (open.length + whole === 0) return null;
  return (
    <Notice tone="warning" title="Центр ждёт вашего ответа">
      <p>
        {open.map((item, index) => (
          <span key={item.code}>
            {index > 0 && ', '}
            <SiteLink className="link" href={links.card(page.head.id, item.code)}>
              вопрос к {item.code}
            </SiteLink>
          </span>
        ))}
        {whole > 0 && (
          <SiteLink className="link" href={links.card(page.head.id)}>
            {open.length > 0 ? ' и ' : ''}замечание к карте
          </SiteLink>
        )}
      </p>
    </Notice>
  );
}

/** Further cards to fill, when several campaigns run at once. */
function Others({ cards, timeZone }: { cards: readonly Card[]; timeZone: string }) {
  return (
    <Section title="Открыты ещё">
      <TaskList
        tasks={cards.map((card) => ({
          href: links.card(card.id),
          title: `${card.campaignTitle || 'Карта'} ${formatSchoolYear(card.year)}`,
          note: `Срок – ${formatMoment(card.dueAt, timeZone)}`,
          status: <CardState {...cardStateOf({ status: card.status, isStarted: card.answered > 0 })} />,
        }))}
      />
    </Section>
  );
}

/** What the approved plan expects of the school now: of this month, late, or returned. */
function Expected({ expected }: { expected: ExpectedNow }) {
  if (expected.rows.length === 0) return null;
  const month = monthWords(expected.today.slice(0, 7));
  return (
    <Section
      title={`Дорожная карта: ${month}`}
      lead={
        expected.late > 0
          ? `Просрочено: ${expected.late}. Откройте строку, приложите документ или фото и отчитайтесь.`
          : 'Откройте строку, приложите документ или фото и отчитайтесь.'
      }
      actions={
        <ButtonLink href={links.roadmapRows({ state: 'open' })} variant="secondary">
          Все строки по срокам
        </ButtonLink>
      }
    >
      <TaskList
        tasks={expected.rows.map((row) => ({
          href: links.roadmapRow(row.roadmapId, row.id),
          title: [row.number, row.measure].filter(Boolean).join(' '),
          note: [row.term, row.due && `до ${formatDay(row.due)}`].filter(Boolean).join(' · '),
          status: <RowStateBadge state={row.state} isLate={isLate(row, expected.today)} />,
        }))}
      />
    </Section>
  );
}

/**
 * The school's day: the card, its deadline, what its plan expects, its points and why, the years before. `children` are
 * other contexts' parts of what is expected.
 */
export function SchoolHome({ cards, page, expected, viewer, children }: Props) {
  const current = cards.find((card) => card.id === page?.head.id);
  const others = cards.filter((card) => card !== current && isToFill(card));
  return (
    <Stack>
      <Greeting viewer={viewer} />
      {current && page ? (
        <>
          <Remarks page={page} />
          <Current card={current} page={page} timeZone={viewer.timeZone} />
          {others.length > 0 && <Others cards={others} timeZone={viewer.timeZone} />}
          <Expected expected={expected} />
          {children}
          <Points page={page} />
          <Trend cards={cards} label={viewer.publicLabel} />
        </>
      ) : (
        <>
          <EmptyState title="Карты пока нет" icon="card">
            Когда муниципальный центр откроет кампанию, здесь появится карта вашей школы.
          </EmptyState>
          <Expected expected={expected} />
          {children}
        </>
      )}
    </Stack>
  );
}
