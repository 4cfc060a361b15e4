import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { DateInput, TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import type { Roadmap } from '@/lib/roadmaps/roadmap';
import { approveRoadmap } from '@/lib/roadmaps/roadmap-actions';

type Props = { page: { readonly roadmap: Roadmap; readonly rows: number; readonly today: string } };

/** The department puts its order under the plan it has read. */
export function ApproveScreen({ page }: Props) {
  const { roadmap } = page;
  return (
    <Stack>
      <PageHeader
        crumbs={[
          { href: links.roadmaps(), title: 'Дорожные карты' },
          { href: links.roadmap(roadmap.id), title: roadmap.title },
        ]}
        title="Утвердить дорожную карту"
        lead={
          <>
            В плане {count(page.rows, ['строка', 'строки', 'строк'])}. Перед подписью{' '}
            <SiteLink href={links.roadmap(roadmap.id)} className="link">
              прочтите план
            </SiteLink>
            : после утверждения по нему отчитываются{roadmap.schoolName ? ` (${roadmap.schoolName})` : ''}, а каждая
            правка видна в сравнении.
          </>
        }
      />
      <Surface>
        <ActionForm action={approveRoadmap} label="Утверждение дорожной карты">
          <input type="hidden" name="roadmapId" value={roadmap.id} />
          <input type="hidden" name="version" value={roadmap.version} />
          <TextInput name="orderNumber" label="Номер приказа" required maxLength={50} width="short" />
          <DateInput name="orderDate" label="Дата приказа" required defaultValue={page.today} />
          <SubmitButton pendingText="Утверждаем…">Утвердить приказом</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}
