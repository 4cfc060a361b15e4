import { ButtonLink } from '@/components/ui/button';
import { CardState } from '@/components/ui/card-state';
import { PageHeader } from '@/components/ui/page-header';
import type { CardHead, CardPage } from '@/lib/diagnostics/cards/card-page';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { cardStateOf } from './card-state-of';

/** Until when, in words: the date that counts for this school. */
export function dueWords(head: CardHead, timeZone: string): string {
  const due = formatMoment(head.dueAt, timeZone);
  if (head.phase === 'BEFORE') return `Заполнение откроется ${formatMoment(head.opensAt, timeZone)}, срок – ${due}.`;
  const extended = head.isExtended ? ` Срок продлён для вашей школы: ${head.dueReason}.` : '';
  return `Срок отправки – ${due}.${extended}`;
}

/** Whose card it is, of which campaign, in what state; the same for every role. */
export function CardHeader({
  page,
  timeZone,
  crumbs,
  item,
}: {
  page: CardPage;
  timeZone: string;
  crumbs: readonly { href: string; title: string }[];
  item?: string;
}) {
  const { head } = page;
  const hasAnswers = page.sections.length > 0;
  return (
    <PageHeader
      crumbs={crumbs}
      overline={`Диагностическая карта · ${formatSchoolYear(head.year)}${head.campaignTitle ? ` · ${head.campaignTitle}` : ''}`}
      title={item ? `${head.schoolName}: ${item}` : head.schoolName}
      status={<CardState {...cardStateOf({ status: head.status, isStarted: head.startedAt !== null })} />}
      lead={
        head.status === 'DRAFT' || head.status === 'RETURNED'
          ? dueWords(head, timeZone)
          : `Редакция ${Math.max(1, head.submittedRevision)}.`
      }
      actions={
        hasAnswers && (
          <>
            <ButtonLink href={links.cardPrint(head.id)} variant="secondary" icon="print">
              Печать
            </ButtonLink>
            <ButtonLink href={links.cardHistory(head.id)} variant="secondary" icon="journal">
              История
            </ButtonLink>
          </>
        )
      }
    />
  );
}
