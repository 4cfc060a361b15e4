import { Tabs } from '@/components/ui/tabs';
import { links } from '@/lib/kernel/links';

type Now = 'list' | 'proposal' | 'helpers' | 'organisations' | 'resources' | 'mentoring';

/** The views of partners; the proposal and the places of helpers are for the centre and the department. */
export function PartnerTabs({ now, canPropose }: { now: Now; canPropose: boolean }) {
  return (
    <Tabs
      label="Разделы партнёрства"
      tabs={[
        { href: links.partnerships(), title: 'Партнёрства', current: now === 'list' },
        ...(canPropose
          ? [
              { href: links.partnerProposal(), title: 'Предложение', current: now === 'proposal' },
              { href: links.partnerHelpers(), title: 'Помощники', current: now === 'helpers' },
            ]
          : []),
        { href: links.partnerOrganisations(), title: 'Организации', current: now === 'organisations' },
        { href: links.partnerResources(), title: 'Ресурсы', current: now === 'resources' },
        { href: links.mentoring(), title: 'Наставничество', current: now === 'mentoring' },
      ]}
    />
  );
}
