import { Tabs } from '@/components/ui/tabs';
import { links } from '@/lib/kernel/links';

type Props = { now: 'visits' | 'consultations' | 'report' | 'settings'; canReport: boolean; canSet: boolean };

/** Visits, the queue of requests, what became of them, and the dictionaries of the centre. */
export function VisitTabs({ now, canReport, canSet }: Props) {
  return (
    <Tabs
      label="Разделы визитов и консультаций"
      tabs={[
        { href: links.visits(), title: 'Визиты', current: now === 'visits' },
        { href: links.consultations(), title: 'Консультации', current: now === 'consultations' },
        ...(canReport
          ? [{ href: links.consultationReport(), title: 'По темам и месяцам', current: now === 'report' }]
          : []),
        ...(canSet
          ? [{ href: links.visitSettings(), title: 'Справочники и чек-листы', current: now === 'settings' }]
          : []),
      ]}
    />
  );
}
