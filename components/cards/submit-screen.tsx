import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import type { Role } from '@/lib/access/role';
import { submitCard } from '@/lib/diagnostics/cards/card-actions';
import type { CardPage } from '@/lib/diagnostics/cards/card-page';
import { isContested, isSilentContest } from '@/lib/diagnostics/computed/contest';
import { CARD_MOVE_WORDS } from '@/lib/diagnostics/words';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { CardHeader } from './card-head';
import { OutcomePanel } from './outcome-panel';

type Props = { page: CardPage; viewer: { role: Role; timeZone: string } };

const GAP = { UNANSWERED: 'нет ответа', NO_COMMENT: 'к «нет данных» нужен комментарий: почему данных нет' } as const;

function Gaps({ page }: { page: CardPage }) {
  const gaps = page.live?.gaps ?? [];
  const items = new Map(itemsOf(page).map((item) => [item.code, item]));
  return (
    <Section
      title={`Не хватает: ${count(gaps.length, ['ответ', 'ответа', 'ответов'])}`}
      lead="Ни один пропуск сам не станет ответом «нет»."
    >
      <Surface>
        <ul className="space-y-3">
          {gaps.map((gap) => (
            <li key={gap.item}>
              <SiteLink className="link font-medium" href={links.card(page.head.id, gap.item)}>
                {gap.item}
              </SiteLink>{' '}
              {items.get(gap.item)?.wording} <span className="text-ink-soft">– {GAP[gap.reason]}</span>
            </li>
          ))}
        </ul>
      </Surface>
    </Section>
  );
}

/** Answers that contradict the portal: each needs the school's words, and better a document too. */
function Contests({ page }: { page: CardPage }) {
  const contested = itemsOf(page).filter(isContested);
  if (contested.length === 0) return null;
  return (
    <Section
      title={`Не совпадает с расчётом портала: ${contested.length}`}
      lead="Решит центр: ему нужны ваше объяснение в комментарии и документ."
    >
      <Surface>
        <ul className="space-y-3">
          {contested.map((item) => (
            <li key={item.code}>
              <SiteLink className="link font-medium" href={links.card(page.head.id, item.code)}>
                {item.code}
              </SiteLink>{' '}
              {item.wording}{' '}
              <span className="text-ink-soft">
                – {isSilentContest(item) ? 'напишите в комментарии почему' : 'объяснение есть'},{' '}
                {item.evidence.length > 0 ? 'документ приложен' : 'документа нет'}
              </span>
            </li>
          ))}
        </ul>
      </Surface>
    </Section>
  );
}

const itemsOf = (page: CardPage) =>
  page.sections.flatMap((section) => section.criteria.flatMap((criterion) => criterion.items));

/** The last look before the card leaves the school: what is missing, what it comes to, and the one button. */
export function SubmitScreen({ page, viewer }: Props) {
  const { head, live, outcome } = page;
  const isHead = viewer.role === 'SCHOOL_HEAD';
  const isReady = page.canFill && live?.gaps.length === 0 && !itemsOf(page).some(isSilentContest);
  return (
    <Stack>
      <CardHeader
        page={page}
        timeZone={viewer.timeZone}
        crumbs={[
          { href: links.home(), title: 'Главная' },
          { href: links.card(head.id), title: 'Карта' },
        ]}
        item="отправка"
      />
      {!page.canFill && <Notice title="Отправить карту сейчас нельзя">{page.closedBecause}</Notice>}
      {page.canFill && (live?.gaps.length ?? 0) > 0 && <Gaps page={page} />}
      {page.canFill && <Contests page={page} />}
      {outcome && (
        <Section title="Что получилось">
          <OutcomePanel outcome={outcome} method={page.method} />
        </Section>
      )}
      {isReady && isHead && (
        <Section
          title="Отправить карту"
          lead="После отправки ответы станут видны муниципальному центру и до возврата не изменяются. Сумма – это не решение: список определяет комиссия."
        >
          <ActionForm action={submitCard} label="Отправить карту">
            <input type="hidden" name="cardId" value={head.id} />
            <SubmitButton size="large" pendingText="Отправляем…">
              {head.status === 'RETURNED' ? CARD_MOVE_WORDS.resubmit : CARD_MOVE_WORDS.submit}
            </SubmitButton>
          </ActionForm>
        </Section>
      )}
      {isReady && !isHead && <Notice title="Карта готова">Пропусков нет. Отправить её может директор школы.</Notice>}
      <p className="print:hidden">
        <ButtonLink href={links.card(head.id)} variant="secondary" icon="left">
          Вернуться к карте
        </ButtonLink>
      </p>
    </Stack>
  );
}
