import { stepsHrefOf } from '@/components/cards/computed-note';
import { ItemRemarks } from '@/components/cards/item-remarks';
import { OutcomePanel } from '@/components/cards/outcome-panel';
import { ReadCard } from '@/components/cards/read-card';
import { SectionNav } from '@/components/cards/section-nav';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Section, Stack, Surface } from '@/components/ui/surface';
import type { CardPage } from '@/lib/diagnostics/cards/card-page';
import { count } from '@/lib/kernel/russian';
import { ContestForm } from './contest-form';
import { Decide } from './decide';
import { RemarkForm } from './remark-form';

type Props = { page: CardPage; timeZone: string };

/** The card before the centre: read, ask, remark, then accept or return. */
export function CheckCard({ page, timeZone }: Props) {
  const { head, moves } = page;
  const items = page.sections.flatMap((section) => section.criteria.flatMap((criterion) => criterion.items));
  const remarks = [...page.remarks, ...items.flatMap((item) => item.remarks)];
  const unsent = remarks.filter((remark) => remark.sentAt === null);
  const unanswered = remarks.filter((remark) => remark.sentAt !== null && remark.settledAt === null && !remark.reply);
  const isOpen = head.status === 'SUBMITTED';
  return (
    <Stack gap="medium">
      {head.status === 'RETURNED' && (
        <Notice title="Карта у школы: возвращена с замечаниями">
          Ниже – редакция {head.submittedRevision}, как её отправляли в последний раз.
        </Notice>
      )}
      {page.outcome && <OutcomePanel outcome={page.outcome} method={page.method} stepsHref={stepsHrefOf(page)} />}
      {unanswered.length > 0 && (
        <Notice>Ждём ответа школы: {count(unanswered.length, ['вопрос', 'вопроса', 'вопросов'])}.</Notice>
      )}
      <SectionNav sections={page.sections} />
      <ReadCard
        page={page}
        timeZone={timeZone}
        {...(isOpen
          ? {
              tools: (item) => (
                <>
                  <ContestForm item={item} cardId={head.id} />
                  <RemarkForm cardId={head.id} item={item.code} remarks={item.remarks} />
                </>
              ),
            }
          : {})}
      />
      <Section title="О карте в целом">
        <Surface>
          <div className="space-y-4">
            <ItemRemarks remarks={page.remarks} timeZone={timeZone} />
            {isOpen && <RemarkForm cardId={head.id} item={null} remarks={page.remarks} />}
            {!isOpen && page.remarks.length === 0 && <p className="text-ink-soft">Замечаний к карте в целом нет.</p>}
          </div>
        </Surface>
      </Section>
      {moves.length > 0 && (
        <Section
          title="Решение"
          lead={
            isOpen
              ? 'Принятая карта попадает в расчёт списка. Возвращённую школа исправляет и отправляет снова.'
              : undefined
          }
        >
          <Surface>
            <Decide page={page} unsent={unsent.length} />
          </Surface>
        </Section>
      )}
      <p className="print:hidden">
        <ButtonLink href="#top" variant="quiet">
          К началу карты
        </ButtonLink>
      </p>
    </Stack>
  );
}
