import { PrintButton } from '@/components/lists/print-button';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { findingSentence } from '@/lib/objectivity/finding-words';
import type { ObjectivitySchoolPage } from '@/lib/objectivity/objectivity-queries';
import type { ObjectivitySearch } from '@/lib/objectivity/objectivity-search';
import { procedureKey } from '@/lib/objectivity/procedure';
import { fullProcedure } from '@/lib/objectivity/procedure-words';
import type { WorkSigns } from '@/lib/objectivity/school-page';
import type { SchoolSign } from '@/lib/objectivity/school-signs';
import { decisionOf, isAbout, type SignPlace, type SignReview } from '@/lib/objectivity/sign-review';
import { MARKER, MARKER_NOTE, PURPOSE_NOTE, SIGN_WORDS } from '@/lib/objectivity/sign-words';
import { BesideChart } from './beside-chart';
import { ReviewForm } from './review-form';
import { ReviewList } from './review-list';
import { STEP_DONE } from './review-words';

const PARTICIPANTS = ['участник', 'участника', 'участников'] as const;

/** Behind a mark of the map: what raised it, what can explain it honestly, what to check. */
export function SchoolScreen({ page, search }: { page: ObjectivitySchoolPage; search: ObjectivitySearch }) {
  const marked = page.works.reduce((sum, work) => sum + work.present.length, 0);
  return (
    <Stack gap="medium">
      <PageHeader
        title={page.name}
        overline={`Признаки ${formatSchoolYear(page.year)} учебного года`}
        crumbs={[{ href: links.objectivity(search), title: 'Карта объективности' }]}
        lead={`${marked === 0 ? 'Признаков не выявлено.' : MARKER_NOTE} ${PURPOSE_NOTE}`}
        actions={<PrintButton />}
      />
      {page.isProfile && (
        <Notice tone="info" title="Лицей, гимназия или углублённое изучение">
          <p>Высокие результаты такой школы ожидаемы. Уточнённый признак «выше ожидаемого» к ней не применяется.</p>
        </Notice>
      )}
      {page.works.length === 0 && (
        <EmptyState title="Результатов за этот год нет" icon="grid">
          Признаки появятся, когда загрузят результаты ВПР или ОГЭ этой школы.
        </EmptyState>
      )}
      {page.works.map((work) => (
        <WorkSection key={procedureKey(work.procedure)} work={work} page={page} />
      ))}
      <GoneSigns reviews={page.reviews.filter(({ work }) => !isWritten(page, work))} page={page} />
    </Stack>
  );
}

function WorkSection({ work, page }: { work: WorkSigns; page: ObjectivitySchoolPage }) {
  const key = procedureKey(work.procedure);
  const placeOf = (sign: SchoolSign) => ({ schoolId: page.schoolId, year: page.year, sign: sign.code, work: key });
  const about = (place: SignPlace) => page.reviews.filter((review) => isAbout(review, place));
  const gone = page.reviews.filter(
    (review) => review.work === key && !work.present.some(({ sign }) => sign.code === review.code),
  );
  return (
    <Section id={key} title={fullProcedure(work.procedure)} lead={`Писали: ${count(work.participants, PARTICIPANTS)}.`}>
      {work.present.map(({ sign, picture }, i) => (
        <div key={`${sign.code} ${sign.numbers.cut ?? sign.numbers.border ?? ''}`} className="space-y-4">
          <PresentSign sign={sign} decision={decisionOf(about(placeOf(sign)))} />
          {picture && <BesideChart picture={picture} />}
          <ReviewList reviews={about(placeOf(sign))} timeZone={page.timeZone} />
          {page.canReview && isFirst(work, i) && (
            <ReviewForm place={placeOf(sign)} decision={decisionOf(about(placeOf(sign)))} />
          )}
        </div>
      ))}
      <GoneSigns reviews={gone} page={page} />
      <Disclosure title={work.present.length > 0 ? 'Остальные признаки' : 'Признаков нет. Показать расчёты'}>
        <OtherSigns signs={work.others} />
      </Disclosure>
    </Section>
  );
}

const isWritten = ({ works }: ObjectivitySchoolPage, work: string) =>
  works.some(({ procedure }) => procedureKey(procedure) === work);

/** What was decided on results that have been replaced or taken back since stays in force until it is decided otherwise. */
function GoneSigns({ reviews, page }: { reviews: readonly SignReview[]; page: ObjectivitySchoolPage }) {
  const places = new Map(reviews.map(({ code, work }) => [`${work} ${code}`, { sign: code, work }]));
  if (places.size === 0) return null;
  return (
    <Section
      title="Признаки, которых теперь нет"
      lead="Результаты с тех пор заменили или отменили. Решение, которое было принято, остаётся в силе, пока центр его не изменит или не снимет."
    >
      {[...places].map(([key, { sign, work }]) => {
        const about = reviews.filter((review) => review.code === sign && review.work === work);
        const decision = decisionOf(about);
        const place = { schoolId: page.schoolId, year: page.year, sign, work };
        return (
          <div key={key} className="space-y-4">
            <h3 className="text-lg">
              {sign}. {about.at(-1)?.finding.title}
            </h3>
            <ReviewList reviews={about} timeZone={page.timeZone} />
            {page.canReview && decision && <ReviewForm place={place} decision={decision} />}
          </div>
        );
      })}
    </Section>
  );
}

/** A peak may stand at two borders of one work: it is one sign and is decided once. */
const isFirst = ({ present }: WorkSigns, place: number) =>
  present.findIndex(({ sign }) => sign.code === present[place]?.sign.code) === place;

function PresentSign({ sign, decision }: { sign: SchoolSign; decision: ReturnType<typeof decisionOf> }) {
  const words = SIGN_WORDS[sign.name];
  return (
    <Surface>
      <div className="max-w-measure space-y-3">
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
          {sign.code}. {words.title}
          <Badge tone="warning" icon="eye">
            {MARKER}
          </Badge>
          {decision && <Badge tone="neutral">{STEP_DONE[decision].toLowerCase()}</Badge>}
        </h3>
        <p>{findingSentence(sign)}</p>
        <p className="text-sm text-ink-soft">
          Формула: {words.formula}. Источник: {words.source}.
        </p>
        <div>
          <h4 className="font-semibold">Что может объяснить</h4>
          <List items={words.explanations} />
        </div>
        <div>
          <h4 className="font-semibold">Что проверить</h4>
          <List items={words.checks} />
        </div>
      </div>
    </Surface>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function OtherSigns({ signs }: { signs: readonly SchoolSign[] }) {
  // A peak is asked about at three borders of one work: the same answer is said once.
  const said = new Map(signs.map((sign) => [`${sign.code} ${findingSentence(sign)}`, sign]));
  return (
    <ul className="space-y-2 text-sm">
      {[...said].map(([key, sign]) => (
        <li key={key}>
          <span className="font-semibold">
            {sign.code}. {SIGN_WORDS[sign.name].title}:
          </span>{' '}
          {sign.state === 'UNDEFINED' ? 'нельзя посчитать. ' : 'нет. '}
          {findingSentence(sign)}
        </li>
      ))}
    </ul>
  );
}
