import { OneTimeLinkForm } from '@/components/access/one-time-link-form';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { renewCalendar, revokeCalendar } from '@/lib/events/calendar-actions';
import type { CalendarPage } from '@/lib/events/calendar-queries';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { EventTabs } from './event-tabs';

const WORDS = {
  title: 'Адрес готов. Он показан один раз – скопируйте его сейчас.',
  label: 'Секретный адрес календаря',
  note: 'По этому адресу календарь читается без пароля, поэтому никому его не передавайте.',
} as const;

/** The secret address of one's own calendar: how to get it, how to use it, how to take it back. */
export function SubscriptionScreen({ page: { feed, timeZone, canChange, canCount } }: { page: CalendarPage }) {
  return (
    <>
      <PageHeader
        title="Мероприятия в моём телефоне"
        lead="Календарь телефона или почты сам следит за мероприятиями портала: новые появятся, перенесённые переедут, отменённые будут помечены."
        crumbs={[{ href: links.events(), title: 'Мероприятия' }]}
      />
      <EventTabs now="subscription" canChange={canChange} canCount={canCount} />
      <Stack>
        <Section title="Адрес календаря">
          <Surface>
            <div className="space-y-6">
              <p className="max-w-measure">
                {feed
                  ? `Адрес есть с ${formatMoment(feed.createdAt, timeZone)}; ${feed.lastReadAt ? `календарь обращался ${formatMoment(feed.lastReadAt, timeZone)}` : 'календарь ещё не обращался'}. Показать его снова нельзя: портал хранит не сам адрес, а его отпечаток. Новый адрес заменит прежний.`
                  : 'Адреса пока нет. Он личный: показывает то, что видите на портале вы.'}
              </p>
              <OneTimeLinkForm
                action={renewCalendar}
                submit={feed ? 'Получить новый адрес' : 'Получить адрес'}
                label="Адрес календаря"
                words={WORDS}
              />
              {feed && (
                <ActionForm action={revokeCalendar} label="Отозвать адрес">
                  <SubmitButton variant="danger" pendingText="Отзываем…">
                    Отозвать адрес
                  </SubmitButton>
                </ActionForm>
              )}
            </div>
          </Surface>
        </Section>
        <Section title="Куда его вставить">
          <Surface>
            <ul className="list-disc space-y-2 pl-5">
              <li>iPhone: Настройки → Приложения → Календарь → Учётные записи → Подписной календарь.</li>
              <li>Яндекс Календарь, Google Календарь: в компьютерной версии «Добавить календарь» → «По ссылке».</li>
              <li>Outlook, Thunderbird: «Подписаться из Интернета», «Сетевой календарь».</li>
            </ul>
            <p className="mt-3 max-w-measure text-sm text-ink-soft">
              Календарь обновляется сам, обычно от часа до суток. Одно мероприятие можно взять файлом на его странице.
            </p>
          </Surface>
        </Section>
      </Stack>
    </>
  );
}
