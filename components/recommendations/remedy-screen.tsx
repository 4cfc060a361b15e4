import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { archiveRemedy, restoreRemedy } from '@/lib/recommendations/catalogue-actions';
import type { RemedyPage } from '@/lib/recommendations/catalogue-queries';
import { ADVICE_CELLS, type RemedyWords } from '@/lib/recommendations/remedy';
import { CELL_WORDS, EVIDENCE_WORDS, itemWords } from '@/lib/recommendations/words';

export const CATALOGUE_CRUMBS = [
  { href: links.recommendations(), title: 'Рекомендации' },
  { href: links.remedies(), title: 'Каталог мер' },
];

const factsOf = (remedy: RemedyWords) => [
  { term: 'Критерий', value: itemWords(remedy.item) },
  ...ADVICE_CELLS.filter((name) => remedy[name] !== '').map((name) => ({
    term: CELL_WORDS[name],
    value: remedy[name],
  })),
  { term: 'Уровень доказательности', value: EVIDENCE_WORDS[remedy.evidence] },
  ...(remedy.provenance ? [{ term: 'Откуда', value: remedy.provenance }] : []),
];

/** One measure with every version of its words. */
export function RemedyScreen({ page }: { page: RemedyPage }) {
  const { remedy, versions } = page;
  const isArchived = remedy.archivedAt !== null;
  const [, ...older] = versions;
  return (
    <Stack>
      <PageHeader
        crumbs={CATALOGUE_CRUMBS}
        overline={`Версия ${remedy.version}`}
        title={remedy.item ? `Мера для ${remedy.item}` : 'Мера для любого критерия'}
        status={isArchived && <Badge>в архиве</Badge>}
        lead={remedy.measure}
        actions={
          !isArchived && (
            <ButtonLink href={links.editRemedy(remedy.id)} icon="edit" variant="secondary">
              Править
            </ButtonLink>
          )
        }
      />
      <Surface>
        <DescriptionList items={factsOf(remedy)} />
      </Surface>
      <ActionForm
        key={String(isArchived)}
        action={isArchived ? restoreRemedy : archiveRemedy}
        label={isArchived ? 'Вернуть в каталог' : 'В архив'}
      >
        <input type="hidden" name="remedyId" value={remedy.id} />
        <p className="max-w-measure text-ink-soft">
          {isArchived
            ? 'Мера в архиве: портал её не предлагает, отправленное по ней остаётся.'
            : 'В архиве мера не предлагается, отправленное по ней остаётся.'}
        </p>
        <SubmitButton variant="secondary" pendingText="Переносим…">
          {isArchived ? 'Вернуть в каталог' : 'Перенести в архив'}
        </SubmitButton>
      </ActionForm>
      <Section title="Прежние версии" lead="Их слова остались в том, что было по ним отправлено.">
        {older.length === 0 && <p className="text-ink-soft">Меру ещё не правили.</p>}
        {older.map((version) => (
          <Surface key={version.number}>
            <Disclosure
              title={`Версия ${version.number}: ${version.author}, ${formatMoment(version.at, page.timeZone)}`}
            >
              <DescriptionList items={factsOf(version)} />
            </Disclosure>
          </Surface>
        ))}
      </Section>
    </Stack>
  );
}
