import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { Stack } from '@/components/ui/surface';
import { can } from '@/lib/access/permissions';
import type { Role } from '@/lib/access/role';
import { isSchoolRole } from '@/lib/access/role';
import type { CardPage } from '@/lib/diagnostics/cards/card-page';
import { links } from '@/lib/kernel/links';
import { CardHeader } from './card-head';
import { CheckCard } from './check/check-card';
import { stepsHrefOf } from './computed-note';
import { FillCard } from './fill/fill-card';
import { OutcomePanel } from './outcome-panel';
import { ReadCard } from './read-card';
import { SectionNav } from './section-nav';

type Props = { page: CardPage; viewer: { userId: string; role: Role; timeZone: string }; saved: number | null };

/** Each role's view of one card; what a view may not see is not in `page` at all. */
export function CardScreen({ page, viewer, saved }: Props) {
  const crumbs = can(viewer.role, 'campaign.read')
    ? [{ href: links.campaign(page.head.campaignId), title: 'Кампания' }]
    : [{ href: links.home(), title: 'Главная' }];
  return (
    <Stack>
      <CardHeader page={page} timeZone={viewer.timeZone} crumbs={crumbs} />
      <Body page={page} viewer={viewer} saved={saved} />
    </Stack>
  );
}

function Body({ page, viewer, saved }: Props) {
  const { timeZone } = viewer;
  if (page.canFill)
    return (
      <FillCard
        page={page}
        userId={viewer.userId}
        timeZone={timeZone}
        saved={saved}
        canSubmit={viewer.role === 'SCHOOL_HEAD'}
      />
    );
  if (page.sections.length === 0) return <Closed page={page} />;
  if (viewer.role === 'CENTRE') return <CheckCard page={page} timeZone={timeZone} />;
  return (
    <Stack gap="medium">
      {page.closedBecause && <Notice title="Сейчас карту изменить нельзя">{page.closedBecause}</Notice>}
      {page.outcome && <OutcomePanel outcome={page.outcome} method={page.method} stepsHref={stepsHrefOf(page)} />}
      <SectionNav sections={page.sections} />
      <ReadCard page={page} timeZone={timeZone} canReply={isSchoolRole(viewer.role)} />
    </Stack>
  );
}

/** A draft belongs to the school: above it only how far it is. */
function Closed({ page }: { page: CardPage }) {
  const { head } = page;
  return (
    <Notice title="Ответы пока видит только школа">
      <p>Карта откроется, когда директор её отправит.</p>
      <Progress label="Заполнено" value={head.answered} max={head.applicable} unit="пунктов" />
    </Notice>
  );
}
