import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import { links } from '@/lib/kernel/links';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';

const PARTS = [
  ['whole', 'Содержание', links.methodEdit],
  ['sections', 'Разделы', links.methodEditSections],
  ['measures', 'Показатели', links.methodEditMeasures],
  ['rules', 'Правила и выводы', links.methodEditRules],
  ['lists', 'Списки', links.methodEditLists],
  ['procedures', 'Процедуры', links.methodEditProcedures],
] as const;

type Props = {
  page: DraftPage;
  current: (typeof PARTS)[number][0];
  /** One thing of the part; the part's tab leads back to all of them. */
  title?: string;
  overline?: string;
  lead?: ReactNode;
  children: ReactNode;
};

/** What all pages of a draft share: which draft it is, its parts, and the way to try it. */
export function DraftFrame({ page, current, title, overline, lead, children }: Props) {
  const { method, versionId } = page;
  return (
    <>
      <PageHeader
        title={title ?? method.title}
        overline={overline ?? `Версия ${method.number}`}
        status={<Badge>черновик</Badge>}
        crumbs={[
          { href: links.method(), title: 'Методика' },
          { href: links.methodVersion(versionId), title: `${method.title}, версия ${method.number}` },
        ]}
        lead={lead}
        actions={
          <>
            <ButtonLink variant="secondary" icon="chart" href={links.methodTrial(versionId)}>
              Пробный расчёт
            </ButtonLink>
            {(method.measures ?? method.lists) && (
              <ButtonLink variant="secondary" href={links.methodValues(versionId)}>
                По школам
              </ButtonLink>
            )}
          </>
        }
      />
      <Tabs
        label="Части черновика"
        tabs={PARTS.map(([part, words, href]) => ({ href: href(versionId), title: words, current: part === current }))}
      />
      {children}
    </>
  );
}

/** Which draft and which content of it the form was drawn from. */
export function Seen({ page }: { page: Pick<DraftPage, 'versionId' | 'seen'> }) {
  return (
    <>
      <input type="hidden" name="versionId" value={page.versionId} />
      <input type="hidden" name="seen" value={page.seen} />
    </>
  );
}
