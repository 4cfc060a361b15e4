import { DownloadLink } from '@/components/table/download-link';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { type Roadmap, spanWords } from '@/lib/roadmaps/roadmap';
import { RoadmapStatusBadge } from './state-badge';

type Props = {
  roadmap: Roadmap;
  current: 'table' | 'sheet' | 'board' | 'timeline' | 'compare';
  canChange: boolean;
  canApprove: boolean;
};

const orderWords = ({ orderNumber, orderDate }: Roadmap) =>
  orderDate ? `Утверждена приказом №\u00a0${orderNumber} от ${formatDay(orderDate)}.` : 'Ещё не утверждена.';

/** The head of every view of a roadmap: whose it is, by which order, and where else to look. */
export function RoadmapHead({ roadmap, current, canChange, canApprove }: Props) {
  const { id, status } = roadmap;
  return (
    <>
      <PageHeader
        crumbs={[{ href: links.roadmaps(), title: 'Дорожные карты' }]}
        overline={`${roadmap.schoolName ?? 'Муниципалитет'} · ${spanWords(roadmap)}`}
        title={roadmap.title}
        status={<RoadmapStatusBadge status={status} />}
        lead={orderWords(roadmap)}
        actions={
          <>
            {canApprove && (
              <ButtonLink href={links.roadmapApprove(id)} icon="order">
                {status === 'DRAFT' ? 'Утвердить приказом' : 'Утвердить изменения'}
              </ButtonLink>
            )}
            {canChange && (
              <ButtonLink href={links.roadmapSettings(id)} variant="secondary" icon="settings">
                Настройки и копии
              </ButtonLink>
            )}
            <DownloadLink href={links.roadmapDocument(id)} title="Скачать документ" format="docx" />
          </>
        }
      />
      <Tabs
        label="Виды дорожной карты"
        tabs={[
          { href: links.roadmap(id), title: 'Таблица', current: current === 'table' },
          ...(canChange
            ? [{ href: links.roadmapSheet(id), title: 'Правка таблицей', current: current === 'sheet' }]
            : []),
          { href: links.roadmapTimeline(id), title: 'По месяцам', current: current === 'timeline' },
          ...(status === 'DRAFT'
            ? []
            : [
                { href: links.roadmapBoard(id), title: 'По состоянию', current: current === 'board' },
                { href: links.roadmapCompare(id), title: 'Что изменилось', current: current === 'compare' },
              ]),
        ]}
      />
    </>
  );
}
