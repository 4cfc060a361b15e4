import { CardState, type CardStateKey } from '@/components/ui/card-state';
import { DescriptionList } from '@/components/ui/description-list';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Surface } from '@/components/ui/surface';
import { STAGE_WORDS } from '@/lib/diagnostics/campaigns/campaign-words';
import { CARD_STATUS_WORDS } from '@/lib/diagnostics/words';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { SchoolPage } from '@/lib/schools/queries';

type Card = NonNullable<SchoolPage['cards']>[number];
type Listing = SchoolPage['listings'][number];

const STATE: Record<Card['status'], CardStateKey> = {
  DRAFT: 'draft',
  SUBMITTED: 'submitted',
  RETURNED: 'returned',
  ACCEPTED: 'accepted',
  CLOSED: 'closed',
};

const listingWords = (listing: Listing, label: string) =>
  `${listing.decision === 'INCLUDE' ? `Включена в список (${label})` : 'Получает поддержку без включения в список'} приказом № ${listing.orderNumber} от ${formatDay(listing.orderDate)}`;

/** Cards of the school and the approved lists it stands in; what was only proposed appears nowhere. */
export function SchoolCards({ page }: { page: SchoolPage }) {
  if (!page.cards) return null;
  return (
    <>
      <Section title="Диагностические карты">
        <Surface>
          {page.cards.length === 0 ? (
            <p className="text-ink-soft">Школа ещё не участвовала в диагностике.</p>
          ) : (
            <DescriptionList
              items={page.cards.map((card) => ({
                term: `${formatSchoolYear(card.year)}, ${STAGE_WORDS[card.stage]}`,
                value: (
                  <SiteLink href={links.card(card.id)} className="link">
                    {card.campaignTitle || 'Диагностическая карта'}
                  </SiteLink>
                ),
                action:
                  card.status === 'DRAFT' && !card.isStarted ? (
                    <CardState state="absent" word="не начата" />
                  ) : (
                    <CardState state={STATE[card.status]} word={CARD_STATUS_WORDS[card.status]} />
                  ),
              }))}
            />
          )}
        </Surface>
      </Section>
      {page.listings.length > 0 && (
        <Section
          title="Утверждённые списки"
          lead="Список утверждает управление образования, чтобы школа получила помощь."
        >
          <Surface>
            <DescriptionList
              items={page.listings.map((listing) => ({
                term: `${formatSchoolYear(listing.year)}, ${STAGE_WORDS[listing.stage]}`,
                value: listingWords(listing, page.publicLabel),
              }))}
            />
          </Surface>
        </Section>
      )}
    </>
  );
}
