import { ActionForm } from '@/components/form/action-form';
import { CheckboxGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { Badge } from '@/components/ui/badge';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import { type Day, formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { groundCodes, isLate, type Recommendation } from '@/lib/recommendations/recommendation';
import { prepareRecommendations, sendRecommendations } from '@/lib/recommendations/recommendation-actions';
import type { SchoolRecommendations } from '@/lib/recommendations/recommendation-queries';
import { ADDRESSEE_WORDS } from '@/lib/recommendations/words';
import { AddresseeFields } from './advice-fields';
import { StateBadge } from './state-badge';

const YEARS_BACK = 3;
/** A month is what a measure usually takes; the specialist changes it. */
const USUAL_DAYS = 30;

const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const noteOf = (one: Recommendation) =>
  [
    groundCodes(one) && `для ${groundCodes(one)}`,
    ADDRESSEE_WORDS[one.addressee],
    one.due ? `до ${formatDay(one.due)}` : 'срок не назначен',
  ]
    .filter(Boolean)
    .join(' · ');

/** One school: why it needs help, what the catalogue proposes, drafts, and what was sent. */
export function SchoolRecommendationsScreen({ page, address }: { page: SchoolRecommendations; address: ListAddress }) {
  const { school, year, present, basis } = page;
  return (
    <Stack>
      <PageHeader
        crumbs={[
          { href: links.recommendations(), title: 'Рекомендации' },
          { href: links.recommendationSchools(), title: 'По школам' },
        ]}
        title={`Рекомендации: ${school.shortName}`}
        lead={`Учебный год ${formatSchoolYear(year)}. ${
          basis
            ? `Основание – принятая карта кампании «${basis.campaignTitle}» ${formatSchoolYear(basis.year)}.`
            : 'Принятой диагностической карты у школы ещё нет.'
        }`}
        actions={
          <>
            <ButtonLink
              href={links.newRecommendation(school.id, { year: String(year) })}
              icon="plus"
              variant="secondary"
            >
              Своя рекомендация
            </ButtonLink>
            <ButtonLink href={links.schoolSupport(school.id)} icon="school" variant="secondary">
              Поддержка школы
            </ButtonLink>
          </>
        }
      />
      <FilterBar
        address={address}
        label="Учебный год"
        filters={[
          {
            kind: 'select',
            name: 'year',
            label: 'Учебный год',
            all: formatSchoolYear(present),
            options: Array.from({ length: YEARS_BACK }, (_, index) => present - 1 - index).map((one) => ({
              value: String(one),
              label: formatSchoolYear(one),
            })),
          },
        ]}
      />
      <Why page={page} />
      <Proposals page={page} />
      {page.drafts.length > 0 && <Drafts page={page} />}
      <Sent page={page} />
    </Stack>
  );
}

function Why({ page }: { page: SchoolRecommendations }) {
  const { basis, gaps, covered, school, year } = page;
  if (!basis)
    return (
      <EmptyState title="Баллов пока нет" icon="card">
        Меры предлагаются по баллам карты, которую принял центр. Свою рекомендацию можно составить и без них.
      </EmptyState>
    );
  const codes = gaps.map(({ code }) => code).join(', ');
  return (
    <Section title="Почему: баллы карты с причинами">
      {gaps.length > 0 && (
        <Notice tone="warning" title={`Для ${codes} в каталоге нет мер`}>
          Добавьте меру в каталог или составьте рекомендацию своими словами: ссылки стоят у критерия.
        </Notice>
      )}
      <Surface>
        {basis.points.length === 0 ? (
          <p className="text-ink-soft">Отрицательных критериев нет: портал ничего не предлагает.</p>
        ) : (
          <ul className="divide-y divide-line">
            {basis.points.map((point) => (
              <li key={point.code} className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3">
                <span className="min-w-12">
                  <Badge tone="accent">{point.code}</Badge>
                </span>
                <div className="min-w-0 flex-1 basis-64">
                  <SiteLink className="link" href={links.card(basis.cardId, point.code)}>
                    {point.wording}
                  </SiteLink>
                  {point.reason && <p className="break-words text-sm text-ink-soft">{point.reason}</p>}
                  {covered.includes(point) && <p className="text-sm">Меры каталога для {point.code} уже в работе.</p>}
                </div>
                {gaps.includes(point) && (
                  <ButtonRow>
                    <ButtonLink
                      href={links.newRemedy({ item: point.code })}
                      variant="secondary"
                      size="small"
                      aria-label={`Добавить в каталог меру для ${point.code}`}
                    >
                      Мера в каталог
                    </ButtonLink>
                    <ButtonLink
                      href={links.newRecommendation(school.id, { year: String(year), item: point.code })}
                      variant="secondary"
                      size="small"
                      aria-label={`Составить свою рекомендацию для ${point.code}`}
                    >
                      Своими словами
                    </ButtonLink>
                  </ButtonRow>
                )}
              </li>
            ))}
          </ul>
        )}
      </Surface>
    </Section>
  );
}

function Proposals({ page }: { page: SchoolRecommendations }) {
  const { proposals, basis, school, year, today, catalogueSize } = page;
  if (!basis || basis.points.length === 0) return null;
  if (proposals.length === 0)
    return (
      <Section title="Что предлагает каталог">
        <EmptyState
          title={catalogueSize === 0 ? 'В каталоге ещё нет мер' : 'Предлагать больше нечего'}
          icon="check"
          actions={<ButtonLink href={links.remedies()}>Открыть каталог мер</ButtonLink>}
        >
          {catalogueSize === 0
            ? 'Скопируйте начальный каталог портала одной кнопкой или добавьте свои меры.'
            : 'Всё, что есть в каталоге для баллов школы, уже подготовлено, отправлено или сделано в этом году.'}
        </EmptyState>
      </Section>
    );
  return (
    <Section
      title="Что предлагает каталог"
      lead="Отметьте подходящее. Того, что в этом году уже отправлено или сделано, здесь нет. Причины – предположения."
    >
      <Surface>
        <ActionForm
          key={proposals.map(({ remedy }) => `${remedy.id}${remedy.version}`).join()}
          action={prepareRecommendations}
          label="Подготовить рекомендации"
        >
          <input type="hidden" name="schoolId" value={school.id} />
          <input type="hidden" name="year" value={year} />
          <CheckboxGroup
            name="remedies[]"
            label="Меры"
            required
            options={proposals.map(({ remedy, points }) => ({
              value: `${remedy.id}:${remedy.version}`,
              label: remedy.measure,
              hint: [
                points.length > 0 ? `Для ${points.map(({ code }) => code).join(', ')}.` : 'Для школы в целом.',
                remedy.cause,
                remedy.term && `Срок: ${remedy.term}.`,
                remedy.responsible && `Ответственный: ${remedy.responsible}.`,
              ]
                .filter(Boolean)
                .join(' '),
            }))}
          />
          <AddresseeFields due={daysAfter(today, USUAL_DAYS)} today={today} />
          <ButtonRow>
            <SubmitButton name="next" value="draft" pendingText="Готовим…">
              В черновики, чтобы поправить слова
            </SubmitButton>
            <SubmitButton name="next" value="send" variant="secondary" pendingText="Отправляем…">
              Отправить школе сразу
            </SubmitButton>
          </ButtonRow>
        </ActionForm>
      </Surface>
    </Section>
  );
}

function Drafts({ page }: { page: SchoolRecommendations }) {
  const { drafts, school, year } = page;
  return (
    <Section title="Черновики" lead="Школа их не видит. Поправьте слова, адресата и срок, затем отправьте отмеченные.">
      <TaskList
        tasks={drafts.map((draft) => ({
          href: links.editRecommendation(draft.id),
          title: draft.measure,
          note: noteOf(draft),
          status: <StateBadge state={draft.state} />,
        }))}
      />
      <Surface>
        <ActionForm
          key={drafts.map(({ id, version }) => `${id}${version}`).join()}
          action={sendRecommendations}
          label="Отправить черновики"
        >
          <input type="hidden" name="schoolId" value={school.id} />
          <input type="hidden" name="year" value={year} />
          <CheckboxGroup
            name="drafts[]"
            label="Что отправить школе"
            required
            defaultValue={drafts.filter(({ due }) => due !== null).map(({ id, version }) => `${id}:${version}`)}
            options={drafts.map((draft) => ({
              value: `${draft.id}:${draft.version}`,
              label: draft.measure,
              hint: noteOf(draft),
            }))}
          />
          <SubmitButton>Отправить школе</SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}

function Sent({ page }: { page: SchoolRecommendations }) {
  const { sent, today } = page;
  return (
    <Section title="Что отправлено">
      {sent.length === 0 ? (
        <p className="text-ink-soft">В этом учебном году школе ещё ничего не отправляли.</p>
      ) : (
        <TaskList
          tasks={sent.map((one) => ({
            href: links.recommendation(one.id),
            title: one.measure,
            note: noteOf(one),
            status: <StateBadge state={one.state} isLate={isLate(one, today)} />,
          }))}
        />
      )}
    </Section>
  );
}
