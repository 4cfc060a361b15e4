import { Tabs } from '@/components/ui/tabs';
import { links } from '@/lib/kernel/links';

type View = 'list' | 'calendar' | 'counters' | 'forms' | 'subscription';
type Props = { now: View; canChange?: boolean; canCount?: boolean };

/** The views of events; a school has the list, the calendar and its subscription. */
export function EventTabs({ now, canChange = false, canCount = false }: Props) {
  const tabs: readonly (readonly [View, string, string, boolean])[] = [
    ['list', links.events(), 'Список', true],
    ['calendar', links.eventsCalendar(), 'Календарь', true],
    ['counters', links.eventCounters(), 'Итоги года', canCount],
    ['forms', links.eventForms(), 'Формы', canChange],
    ['subscription', links.eventSubscription(), 'В мой телефон', true],
  ];
  return (
    <Tabs
      label="Разделы мероприятий"
      tabs={tabs
        .filter(([, , , isShown]) => isShown)
        .map(([view, href, title]) => ({ href, title, current: view === now }))}
    />
  );
}
