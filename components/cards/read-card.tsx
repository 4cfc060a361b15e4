import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { SiteLink } from '@/components/ui/site-link';
import { Surface } from '@/components/ui/surface';
import type { CardItem, CardPage, CardSection } from '@/lib/diagnostics/cards/card-page';
import { isPortalReason } from '@/lib/diagnostics/computed/contest';
import { answerWords } from '@/lib/diagnostics/scoring/typed-number';
import { SOURCE_WORDS, UNANSWERED_WORDS } from '@/lib/diagnostics/words';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { CardPoint } from './card-point';
import { ComputedNote } from './computed-note';
import { EvidenceList } from './evidence-list';
import { ItemRemarks } from './item-remarks';

type Props = {
  page: CardPage;
  timeZone: string;
  canReply?: boolean;
  /** What the reader can do with one item: the centre puts its remark form here. */
  tools?: (item: CardItem) => ReactNode;
};

type ItemProps = Omit<Props, 'page'> & { item: CardItem; page: CardPage };

function ReadItem({ item, page, timeZone, canReply = false, tools }: ItemProps) {
  const { answer } = item;
  return (
    <article
      id={item.code}
      className="min-w-0 scroll-mt-24 space-y-2 border-t border-line py-5 first-of-type:border-t-0"
    >
      <h3 className="flex flex-wrap items-start gap-x-3 gap-y-1 text-base font-medium">
        <Badge tone="accent">{item.code}</Badge>
        <span className="min-w-0 flex-1 basis-64">{item.wording}</span>
      </h3>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <b className="font-semibold">{answer ? answerWords(answer, item.number?.threshold.unit) : UNANSWERED_WORDS}</b>
        <CardPoint point={item.point} />
        {item.lastYear && page.lastYear && (
          <span className="text-sm text-ink-soft">
            в {formatSchoolYear(page.lastYear.year)}: {answerWords(item.lastYear)}
          </span>
        )}
      </p>
      <p className="max-w-measure text-sm text-ink-soft">{item.reason}</p>
      {answer?.comment && !isPortalReason(item) && (
        <p className="max-w-measure whitespace-pre-wrap break-words border-l-2 border-line-strong pl-3">
          {answer.comment}
        </p>
      )}
      <ComputedNote item={item} cardId={page.head.id} />
      <EvidenceList item={item.code} evidence={item.evidence} />
      <div className="flex flex-wrap items-start gap-x-6 gap-y-1 text-sm [&_details[open]]:basis-full">
        <details>
          <summary className="inline-flex min-h-11 items-center font-medium text-accent">Откуда балл</summary>
          <dl className="grid max-w-measure gap-2 rounded-md bg-sunken px-4 py-3 sm:grid-cols-[9rem_1fr] sm:gap-x-4">
            <dt className="text-ink-soft">Правило</dt>
            <dd>
              <SiteLink className="link" href={links.methodVersion(page.method.versionId, item.code)}>
                {item.code} в методике, версия {page.method.number}
              </SiteLink>
              : {item.hint.threshold}
            </dd>
            <dt className="text-ink-soft">Источник</dt>
            <dd>
              {item.dataSource}
              {answer && `; ${SOURCE_WORDS[answer.source]}`}
            </dd>
            <dt className="text-ink-soft">Кто и когда</dt>
            <dd>{answer ? `${answer.author}, ${formatMoment(answer.at, timeZone)}` : 'ответа нет'}</dd>
            <dt className="text-ink-soft">История</dt>
            <dd>
              <SiteLink className="link" href={links.cardItem(page.head.id, item.code)}>
                все ответы на {item.code}
              </SiteLink>
            </dd>
          </dl>
        </details>
        {tools?.(item)}
      </div>
      <ItemRemarks remarks={item.remarks} timeZone={timeZone} canReply={canReply} />
    </article>
  );
}

function ReadSection({ section, ...rest }: Omit<ItemProps, 'item'> & { section: CardSection }) {
  const items = section.criteria.flatMap((criterion) => criterion.items);
  const asked = items.filter((item) => item.isApplicable);
  const left = items.filter((item) => !item.isApplicable);
  if (items.length === 0) return null;
  return (
    <section id={section.code} aria-labelledby={`title-${section.code}`} className="scroll-mt-24">
      <Surface>
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h2 id={`title-${section.code}`} className="text-xl">
            Раздел {section.code}. {section.title}
          </h2>
          <Badge>
            {section.sum} из {section.max}
          </Badge>
        </div>
        {asked.map((item) => (
          <ReadItem key={item.code} item={item} {...rest} />
        ))}
        {left.length > 0 && (
          <p className="border-t border-line pt-4 text-sm text-ink-soft">
            Неприменимо к школе: {left.map((item) => item.code).join(', ')}.
          </p>
        )}
      </Surface>
    </section>
  );
}

/** The card as submitted: every answer with its point, the rule and source behind it, and who gave it when. */
export function ReadCard({ page, ...rest }: Props) {
  return (
    <div className="space-y-6">
      {page.sections.map((section) => (
        <ReadSection key={section.code} section={section} page={page} {...rest} />
      ))}
    </div>
  );
}
