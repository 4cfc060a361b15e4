import { setTimeout as pause } from 'node:timers/promises';
import type { ActionResult } from '../../../lib/access/action-result';
import type { Viewer } from '../../../lib/access/viewer';
import { computeCards } from '../../../lib/diagnostics/computed/compute-cards';
import { confirmComputed } from '../../../lib/diagnostics/computed/computed-actions';
import { resultsTable } from '../../../lib/diagnostics/computed/results-table-queries';
import { itemsOf } from '../../../lib/methodology/items';
import { compileMeasures } from '../../../lib/methodology/measures/compile-measures';
import { compute } from '../../../lib/methodology/measures/compute';
import type { Method } from '../../../lib/methodology/method';
import { objectivitySchool } from '../../../lib/objectivity/objectivity-queries';
import { procedureKey } from '../../../lib/objectivity/procedure';
import { replyToReview, reviewSign } from '../../../lib/objectivity/review-actions';
import { inScope } from '../../../lib/platform/prisma';
import { applyResults } from '../../../lib/results/actions';
import { resultImportPage } from '../../../lib/results/import-queries';
import { saveReference, saveScale } from '../../../lib/results/reference-actions';
import { saveTaskPlan } from '../../../lib/results/task-plan-actions';
import { uploadResults } from '../../../lib/results/upload-results';
import type { BuiltCampaign } from '../builders/campaign';
import type { BuiltSchool, SchoolDraft } from '../builders/school';
import type { Known } from './answers';
import { type CitySchool, cityExamFiles, DEMO_BORDERS, DEMO_TASKS, ODD } from './city-exams';

/**
 * Results of the demo city, taken in by the doors that take in real files: uploaded, screened and confirmed by the centre's
 * specialist, so that imports, results, the journal and the objectivity map are what they are for a real centre.
 */
export async function loadResults(centre: Viewer, schools: readonly CitySchool[], year: number): Promise<void> {
  for (const of of [year - 2, year - 1, year]) {
    for (const { subject, grade, maxScore, borders } of DEMO_BORDERS) {
      const [three, four, five] = borders;
      const source = 'Описание проверочной работы (пример)';
      done(
        await saveScale.as(centre, {
          year: `${of}`,
          subject,
          grade: `${grade}`,
          ...texts({ maxScore, three, four, five }),
          source,
        }),
      );
    }
  }
  for (const { subject, grade, text } of DEMO_TASKS) {
    const work = { year: `${year}`, exam: 'VPR', subject, grade: `${grade}` };
    done(await saveTaskPlan.as(centre, { ...work, tasks: text, source: 'Описание проверочной работы (пример)' }));
  }
  for (const file of cityExamFiles(schools, year)) {
    const to = await uploadResults(centre, [file], null);
    const page = await settled(centre, to.split('/').at(-1) ?? '', file.name);
    done(await applyResults.as(centre, { id: page.id, version: `${page.version}` }), file.name);
  }
  const source = 'Сводка региона (пример)';
  const region = [
    { subject: 'russian', grade: 4, mean: '25,1', sd: '7,4', maxScore: 38 },
    { subject: 'math', grade: 4, mean: '12,2', sd: '3,7', maxScore: 20 },
    { subject: 'russian', grade: 5, mean: '26,4', sd: '9,1', maxScore: 45 },
    { subject: 'math', grade: 5, mean: '11,2', sd: '3,8', maxScore: 20 },
  ] as const;
  for (const { subject, grade, mean, sd, maxScore } of region) {
    done(
      await saveReference.as(centre, {
        ...{ year: `${year}`, exam: 'VPR', subject, grade: `${grade}`, participants: '9200', mean, sd },
        ...{ maxScore: `${maxScore}`, marks: '', histogram: '', ratioLow: '', ratioHigh: '', ratioSchools: '', source },
      }),
    );
  }
}

const texts = (numbers: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, `${value}`]));

function done(answer: ActionResult, what = ''): void {
  if (!answer.ok) throw new Error(`The demo could not be loaded: ${what} ${answer.message}`);
}

/** An uploaded file is read beside the request that brought it: its row says when it is ready. */
async function settled(centre: Viewer, id: string, name: string) {
  for (;;) {
    const page = await resultImportPage.as(centre, id);
    const { status, version, failure } = page.found;
    if (status === 'CHECK') return { id, version };
    if (status !== 'READING') throw new Error(`${name}: ${status} ${failure}`);
    await pause(20);
  }
}

/** What is known of a school before any file: a weak one stays weak in all of them. */
export const citySchoolOf =
  (drafts: readonly SchoolDraft[], weak: ReadonlySet<number>, risky: ReadonlySet<number>) =>
  (school: BuiltSchool, index: number): CitySchool => {
    const draft = drafts[index];
    const code = (system: string) => draft?.aliases?.find((alias) => alias.system === system)?.code ?? '';
    const number = index + 1;
    return {
      number,
      name: school.shortName,
      login: code('FIS_OKO').replace('edu', ''),
      gia: code('GIA9') || (draft?.code ?? ''),
      gia11: code('GIA11'),
      pupils: draft?.pupils ?? 0,
      grades: school.grades,
      level: weak.has(number) ? -0.9 : risky.has(number) ? -0.45 : 0.1 + ((number * 7) % 5) / 20,
    };
  };

/** The centre has looked at some of the signs: a question with its answer, a confirmation, a rejection. */
export async function reviewSigns(
  centre: Viewer,
  headOf: (school: BuiltSchool) => Promise<Viewer>,
  schools: readonly BuiltSchool[],
  year: number,
): Promise<void> {
  const first = async (number: number) => {
    const school = schools[number - 1];
    if (!school) throw new Error(`no school ${number}`);
    const page = await objectivitySchool.as(centre, school.id, year, {});
    const [work] = page.works.filter(({ present }) => present.length > 0);
    const [found] = work?.present ?? [];
    if (!work || !found) throw new Error(`the map shows nothing at ${school.shortName}`);
    return {
      school,
      place: { schoolId: school.id, year: `${year}`, work: procedureKey(work.procedure), sign: found.sign.code },
    };
  };
  const asked = await first(ODD.spike);
  done(
    await reviewSign.as(centre, {
      ...asked.place,
      step: 'ASKED',
      reason: 'Много работ ровно на границе отметки. Как была организована проверка, кто присутствовал?',
    }),
  );
  const head = await headOf(asked.school);
  const page = await objectivitySchool.as(centre, asked.school.id, year, {});
  const review = page.reviews.at(-1);
  if (review) {
    const text = 'Проверяли вдвоём с учителем другой параллели, наблюдатель был. Пограничные работы перепроверим.';
    done(await replyToReview.as(head, { reviewId: review.id, text }));
  }
  const confirmed = await first(ODD.journal);
  done(
    await reviewSign.as(centre, {
      ...confirmed.place,
      step: 'CONFIRMED',
      reason: 'Отметки в журнале расходятся с работами почти у всех; справка по итогам выезда от центра.',
    }),
  );
  const rejected = await first(ODD.raised);
  done(
    await reviewSign.as(centre, {
      ...rejected.place,
      step: 'REJECTED',
      reason: 'Класс с углублённой математикой: те же дети так же написали городскую работу под наблюдением.',
    }),
  );
}

/** What the loaded results answer of each card of a campaign, so that invented answers do not gainsay them. */
export async function knownAnswers(
  centre: Viewer,
  method: Method,
  campaign: BuiltCampaign,
  year: number,
): Promise<ReadonlyMap<string, Known>> {
  const { municipalityId } = centre;
  if (!municipalityId) throw new Error('a centre belongs to a municipality');
  // All cards are open still: those that will be sent keep beside their answers what the portal computed.
  await computeCards({ municipalityId, campaignId: campaign.id });
  const table = await inScope(centre, (tx) => resultsTable(tx, municipalityId, campaign.id, year));
  const { answersOf } = compute(compileMeasures(method), table, year);
  // A sign that was found is no answer until the centre has looked at it.
  const signs = new Set(itemsOf(method).flatMap((item) => (item.isSign ? [item.code] : [])));
  return new Map(
    campaign.cards.map((card) => [
      card.id,
      Object.fromEntries(
        [...answersOf(card.school.id)].flatMap(([item, value]) =>
          value === 'NO_DATA' || !card.asked.includes(item) || (value === 'YES' && signs.has(item))
            ? []
            : [[item, value] as const],
        ),
      ),
    ]),
  );
}

/** The portal has answered what it can; some directors have confirmed it, the others still have it before them. */
export async function answerFromResults(
  centre: Viewer,
  headOf: (school: BuiltSchool) => Promise<Viewer>,
  { id, cards }: BuiltCampaign,
): Promise<void> {
  if (centre.municipalityId) await computeCards({ municipalityId: centre.municipalityId, campaignId: id });
  for (const number of CONFIRMED) {
    const card = cards[number - 1];
    if (card) done(await confirmComputed.as(await headOf(card.school), { cardId: card.id }));
  }
}

/** Schools whose cards are begun and whose directors took what the portal has computed. */
const CONFIRMED = [2, 17, 29];
