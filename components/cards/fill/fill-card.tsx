import { ComputedNews } from '@/components/cards/computed-news';
import { ConfirmAllComputed, stepsHrefOf } from '@/components/cards/computed-note';
import { ItemRemarks } from '@/components/cards/item-remarks';
import { OutcomePanel } from '@/components/cards/outcome-panel';
import { SectionNav } from '@/components/cards/section-nav';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Section, Stack } from '@/components/ui/surface';
import type { CardPage } from '@/lib/diagnostics/cards/card-page';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { Autosave } from './autosave';
import { FillSection } from './fill-section';

type Props = { page: CardPage; userId: string; timeZone: string; saved: number | null; canSubmit: boolean };

/** The card at work: the school's alone until it is submitted. */
export function FillCard({ page, userId, timeZone, saved, canSubmit }: Props) {
  const { head, sections, live, outcome } = page;
  if (!live) return null;
  const lastYear = page.lastYear ? formatSchoolYear(page.lastYear.year) : null;
  const items = sections.flatMap((section) => section.criteria.flatMap((criterion) => criterion.items));
  const versions = Object.fromEntries(
    items.filter((item) => item.isApplicable).map((item) => [item.code, item.answer?.version ?? 0]),
  );
  // Controls keep what is typed in them; when computed answers are taken over, they are drawn anew.
  const confirmed = items.filter((item) => item.answer?.source === 'COMPUTED').length;
  const withRemarks = items.filter((item) =>
    item.remarks.some((remark) => remark.settledAt === null && remark.sentAt !== null),
  );
  return (
    <Stack gap="medium">
      {head.status === 'RETURNED' && (
        <Notice tone="warning" title="Карта возвращена с замечаниями">
          <p>Исправьте ответы или поясните их и отправьте карту ещё раз.</p>
          {withRemarks.length > 0 && (
            <p>
              Замечания к ответам:{' '}
              {withRemarks.map((item, index) => (
                <span key={item.code}>
                  {index > 0 && ', '}
                  <a className="link" href={`#${item.code}`}>
                    {item.code}
                  </a>
                </span>
              ))}
              .
            </p>
          )}
        </Notice>
      )}
      <ItemRemarks remarks={page.remarks} timeZone={timeZone} canReply />
      {saved !== null && (
        <Notice tone="success" title="Сохранено" live>
          Записано ответов: {saved}.
        </Notice>
      )}
      <ComputedNews page={page} items={items} timeZone={timeZone} />
      <ConfirmAllComputed cardId={head.id} items={items} />
      <Autosave
        key={`autosave ${confirmed}`}
        cardId={head.id}
        userId={userId}
        versions={versions}
        cursor={page.cursor}
        live={live}
        timeZone={timeZone}
        submitHref={links.cardSubmit(head.id)}
      />
      <SectionNav sections={sections} canFill />
      <div key={`answers ${confirmed}`} data-card-fill="" className="space-y-6">
        {sections
          .filter((section) => section.criteria.length > 0)
          .map((section) => (
            <FillSection
              key={section.code}
              section={section}
              cardId={head.id}
              lastYear={lastYear}
              timeZone={timeZone}
              now={head.now}
            />
          ))}
      </div>
      {outcome && (
        <Section title="Что получается" lead="Эти числа видит только ваша школа, пока карта не отправлена.">
          <OutcomePanel outcome={outcome} method={page.method} stepsHref={stepsHrefOf(page)} />
        </Section>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <ButtonLink href={links.cardSubmit(head.id)} size="large" icon="send">
          {canSubmit ? 'Проверить и отправить' : 'Проверить перед отправкой'}
        </ButtonLink>
        <p className="text-ink-soft">
          {canSubmit ? 'Перед отправкой покажем, чего не хватает.' : 'Отправляет карту директор.'}
        </p>
      </div>
    </Stack>
  );
}
