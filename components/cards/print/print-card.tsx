import { Notice } from '@/components/ui/notice';
import type { Viewer } from '@/lib/access/viewer';
import type { CardPage } from '@/lib/diagnostics/cards/card-page';
import { isPortalReason } from '@/lib/diagnostics/computed/contest';
import { answerWords } from '@/lib/diagnostics/scoring/typed-number';
import { CARD_STATUS_WORDS } from '@/lib/diagnostics/words';
import { links } from '@/lib/kernel/links';
import { formatDate, formatMoment } from '@/lib/kernel/moment';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { CardTables, type PrintedRow, type PrintedSection } from './card-tables';
import { PageActions } from './page-actions';
import { Sheet } from './sheet';

type Props = { page: CardPage; viewer: Pick<Viewer, 'timeZone' | 'centreName'> };

/** The portal's own reason is long and nobody's words: on paper its place is enough. */
const PORTAL_REASON = 'по расчёту портала';

const rowOf = (section: CardPage['sections'][number]): PrintedRow[] =>
  section.criteria
    .flatMap((criterion) => criterion.items)
    .map((item) => ({
      code: item.code,
      wording: item.wording,
      answer: item.isApplicable
        ? item.answer
          ? answerWords(item.answer, item.number?.threshold.unit)
          : ''
        : 'неприменимо',
      point: item.point === null ? '–' : String(item.point),
      comment: isPortalReason(item) ? PORTAL_REASON : (item.answer?.comment ?? ''),
    }));

/** The filled card on A4, in its two tables, as it is signed and filed. */
export function PrintCard({ page, viewer }: Props) {
  const { head, outcome } = page;
  if (page.sections.length === 0) return <Notice title="Печатать пока нечего">Карту видит только школа.</Notice>;
  const sections: PrintedSection[] = page.sections.map((section) => ({
    code: section.code,
    title: section.title,
    table: section.table,
    rows: rowOf(section),
    total: `${section.sum} из ${section.max}`,
  }));
  return (
    <>
      <PageActions back={{ href: links.card(head.id), title: 'Вернуться к карте' }} />
      <Sheet
        title="Диагностическая карта"
        lines={[
          head.schoolName,
          `${formatSchoolYear(head.year)} учебный год${head.campaignTitle ? `, ${head.campaignTitle.toLowerCase()}` : ''}`,
          `Состояние: ${CARD_STATUS_WORDS[head.status]}, редакция ${page.round ?? 1}${head.submittedAt ? `, отправлена ${formatMoment(head.submittedAt, viewer.timeZone)}` : ''}`,
        ]}
      >
        <CardTables sections={sections} />
        {outcome && (
          <p className="mt-6">
            Сумма отрицательных критериев:{' '}
            <b>
              {outcome.sum} из {outcome.max}
            </b>
            {outcome.extra > 0 && <> (с пропусками до {outcome.sum + outcome.extra})</>}. Без зоны объективности:{' '}
            {outcome.sumResults} из {outcome.maxResults}. Расчёт: {outcome.verdict.words}. Это предложение по правилу
            методики; решение принимает комиссия.
          </p>
        )}
        <p className="mt-2 text-sm">
          Методика: {page.method.title}, версия {page.method.number}. Напечатано {formatDate(head.now, viewer.timeZone)}
          {viewer.centreName && `, ${viewer.centreName}`}.
        </p>
        <div className="mt-10 grid grid-cols-2 gap-10 break-inside-avoid">
          <p className="border-t border-ink pt-1 text-sm">Директор (подпись, расшифровка)</p>
          <p className="border-t border-ink pt-1 text-sm">Дата</p>
        </div>
      </Sheet>
    </>
  );
}
