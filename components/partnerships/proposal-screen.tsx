import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Stat } from '@/components/ui/stat';
import { Columns, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { acceptProposal } from '@/lib/partnerships/proposal-actions';
import type { ProposalPage } from '@/lib/partnerships/proposal-queries';
import { leftOutWords, whyNot, whyThis } from '@/lib/partnerships/why';
import { PartnerTabs } from './partner-tabs';

type Row = ProposalPage['rows'][number];

/** Who could help whom, balanced over the municipality: a partner for each school, why this one, and who would be next. */
export function ProposalScreen({ page }: { page: ProposalPage }) {
  const found = page.rows.filter(({ partner }) => partner !== null);
  return (
    <>
      <PageHeader
        title="Предложение портала"
        lead="Каждой школе – один партнёр, сильный там, где она слаба. Пары подобраны сразу на весь муниципалитет: сумма пригодности наибольшая, и ни у кого не занято больше мест, чем есть."
      />
      <PartnerTabs now="proposal" canPropose />
      <Stack gap="medium">
        <Columns count={3}>
          <Stat label="Школ без партнёра" value={page.rows.length} note={`уже с партнёром: ${page.helped}`} />
          <Stat label="Пара найдена" value={found.length} />
          <Stat label="Свободных мест у помощников" value={page.places} href={links.partnerHelpers()} />
        </Columns>
        {page.rows.length === 0 ? (
          <EmptyState title="Всем, кому нужно, партнёр уже найден" icon="check">
            Предложение строится для школ, которые в утверждённом списке, получают поддержку или предлагаются в список
            по принятой карте.
          </EmptyState>
        ) : page.canChange && found.length > 0 ? (
          <ActionForm action={acceptProposal} label="Предложенные пары">
            <Rows rows={page.rows} canChange />
            <SubmitButton pendingText="Принимаем…">Принять отмеченные пары</SubmitButton>
            <p className="max-w-measure text-sm text-ink-soft">
              Школы пока ничего не увидят: откройте каждое партнёрство, поправьте слова и попросите партнёра.
            </p>
          </ActionForm>
        ) : (
          <Rows rows={page.rows} canChange={false} />
        )}
      </Stack>
    </>
  );
}

function Rows({ rows, canChange }: { rows: readonly Row[]; canChange: boolean }) {
  return (
    <ul className="space-y-4">
      {rows.map((row) => (
        <li key={row.weak.id}>
          <Surface>
            <Pair row={row} canChange={canChange} />
          </Surface>
        </li>
      ))}
    </ul>
  );
}

function Pair({ row, canChange }: { row: Row; canChange: boolean }) {
  const { weak, partner, next } = row;
  const leftOut = leftOutWords(row);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        {partner && canChange ? (
          <span className="flex min-h-11 min-w-0 items-center gap-3">
            <input
              id={`pair-${weak.id}`}
              className="choice"
              type="checkbox"
              name="pairs[]"
              value={`${weak.id}:${partner.school.id}`}
              defaultChecked
            />
            <label htmlFor={`pair-${weak.id}`} className="text-lg font-semibold">
              {weak.name} – {partner.school.name}
            </label>
          </span>
        ) : (
          <p className="text-lg font-semibold">{partner ? `${weak.name} – ${partner.school.name}` : weak.name}</p>
        )}
        {partner ? (
          <Badge tone="accent">пригодность {partner.score} из 1000</Badge>
        ) : (
          <Badge tone="warning" icon="warning">
            партнёра не нашлось
          </Badge>
        )}
      </div>
      {partner ? (
        <ul className="list-disc space-y-1 pl-5">
          {whyThis(weak, partner).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : (
        <p>
          {weak.points.length === 0
            ? 'У принятой карты нет баллов: не на что опереться. Предложите партнёра сами.'
            : 'Свободных мест у подходящих школ нет, или подходящих школ нет совсем. Добавьте место помощнику или предложите организацию.'}
        </p>
      )}
      {!partner && canChange && (
        <ButtonLink href={links.newPartnership({ school: weak.id })} variant="secondary" size="small" icon="plus">
          Предложить своего партнёра
        </ButtonLink>
      )}
      <Disclosure title="Кто следующий и кто не подошёл">
        {next.length > 0 && (
          <ol className="list-decimal space-y-1 pl-5">
            {next.map((other) => (
              <li key={other.school.id}>{whyNot(other, partner)}</li>
            ))}
          </ol>
        )}
        {leftOut && <p className="mt-2 text-sm text-ink-soft">Не подошли: {leftOut}.</p>}
      </Disclosure>
    </div>
  );
}
