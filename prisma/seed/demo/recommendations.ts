import type { ActionResult } from '../../../lib/access/action-result';
import type { Viewer } from '../../../lib/access/viewer';
import { dayAt } from '../../../lib/kernel/day';
import { copyStarter } from '../../../lib/recommendations/catalogue-actions';
import type { RecommendationState } from '../../../lib/recommendations/recommendation-moves';
import { schoolRecommendations } from '../../../lib/recommendations/recommendation-queries';
import { planRecommendation } from '../../../lib/roadmaps/planning-actions';
import { recommendationPlan } from '../../../lib/roadmaps/planning-queries';
import type { Owner } from '../builders/owner-client';
import { buildRecommendation } from '../builders/recommendation';
import type { BuiltSchool } from '../builders/school';

type Actors = {
  readonly owner: Owner;
  readonly centre: Viewer;
  readonly headOf: (school: BuiltSchool) => Promise<Viewer>;
  readonly schools: readonly BuiltSchool[];
  readonly year: number;
  readonly now: Date;
};

type Scene = {
  readonly key: string;
  /** Days from now to the last one; negative: it is over. */
  readonly due: number;
  /** What became of it since it was sent, by whom, how many days ago. */
  readonly steps: readonly (readonly [
    to: RecommendationState,
    side: 'CENTRE' | 'SCHOOL',
    daysAgo: number,
    text?: string,
  ])[];
  readonly link?: { readonly title: string; readonly url: string };
};

/** One recommendation in each state that a visitor should meet, by the key of its measure in the starting catalogue. */
const SCENES: Readonly<Record<number, readonly Scene[]>> = {
  5: [
    {
      ...{ key: 'oge-errors', due: -4 },
      steps: [
        ['SENT', 'CENTRE', 34],
        ['ACCEPTED', 'SCHOOL', 31, 'Берём в работу, ответственный назначен.'],
      ],
    },
    { ...{ key: 'oge-teachers', due: 12 }, steps: [['SENT', 'CENTRE', 6]] },
    {
      ...{ key: 'oge-certificate', due: 20 },
      steps: [
        ['SENT', 'CENTRE', 21],
        ['ACCEPTED', 'SCHOOL', 19],
        ['REPORTED', 'SCHOOL', 5, 'Перечень составлен, наставники назначены приказом.'],
        ['RETURNED', 'CENTRE', 3, 'Приложите, пожалуйста, сам приказ: по ссылке открывается только его проект.'],
      ],
      link: { title: 'Проект приказа о наставниках', url: 'https://school5.svetlorechensk.example/orders/nastavniki' },
    },
    {
      ...{ key: 'oge-maths', due: 30 },
      steps: [
        ['SENT', 'CENTRE', 10],
        ['COUNTERED', 'SCHOOL', 2, 'Предлагаем начать после каникул: два учителя математики сейчас на курсах.'],
      ],
    },
  ],
  7: [
    {
      ...{ key: 'oge-errors', due: 8 },
      steps: [
        ['SENT', 'CENTRE', 28],
        ['ACCEPTED', 'SCHOOL', 26],
        ['REPORTED', 'SCHOOL', 1, 'Поэлементный анализ проведён, справка на сайте школы.'],
      ],
      link: { title: 'Справка о поэлементном анализе', url: 'https://school7.svetlorechensk.example/analysis' },
    },
    {
      ...{ key: 'oge-teachers', due: -12 },
      steps: [
        ['SENT', 'CENTRE', 45],
        ['ACCEPTED', 'SCHOOL', 43],
        ['REPORTED', 'SCHOOL', 20, 'Прошло шесть взаимных посещений со школой-партнёром, листы посещения приложены.'],
        ['DONE', 'CENTRE', 18],
      ],
      link: { title: 'Листы посещения уроков', url: 'https://school7.svetlorechensk.example/visits' },
    },
    { ...{ key: 'oge-maths', due: 25 }, steps: [['SENT', 'CENTRE', 3]] },
    { ...{ key: 'ege-choice', due: 40 }, steps: [] },
  ],
};

function done(answer: ActionResult): void {
  if (!answer.ok) throw new Error(`The demo could not be loaded: ${answer.message}`);
}

const DAY_MS = 86_400_000;

/**
 * The city takes over the starting catalogue by its own door; recommendations stand at days of their own, which no action
 * could give them, so they are laid past it.
 */
export async function adviseSchools({ owner, centre, headOf, schools, year, now }: Actors): Promise<void> {
  done(await copyStarter.as(centre, {}));
  const copies = await owner.remedy.findMany({
    where: { municipalityId: centre.municipalityId ?? '' },
    select: { id: true, starterKey: true },
  });
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  for (const [number, scenes] of Object.entries(SCENES)) {
    const school = schools[Number(number) - 1];
    if (!school) throw new Error(`no school ${number}`);
    const head = await headOf(school);
    const { basis, proposals } = await schoolRecommendations.as(centre, school.id, year);
    for (const { key, due, steps, link } of scenes) {
      const copy = copies.find(({ starterKey }) => starterKey === key);
      const found = proposals.find(({ remedy }) => remedy.id === copy?.id);
      if (!found) continue;
      const { id, version, cause, measure, term, responsible, result, indicator, proof, cost } = found.remedy;
      const userOf = { CENTRE: centre.userId, SCHOOL: head.userId };
      const laid = await buildRecommendation(owner, {
        ...{ municipalityId: school.municipalityId, schoolId: school.id, year, authorId: centre.userId },
        ...{ cause, measure, term, responsible, result, indicator, proof, cost, remedy: { id, version } },
        ...{ cardId: basis?.cardId ?? null, addressee: key === 'oge-teachers' ? 'SCHOOL_TEAM' : 'HEAD' },
        grounds: found.points.map(({ code, wording, reason }) => ({ code, wording, reason })),
        due: dayAt(ago(-due), centre.timeZone),
        steps: steps.map(([to, side, days, text = '']) => ({ to, text, by: userOf[side], at: ago(days) })),
        links: link ? [{ ...link, by: head.userId }] : [],
      });
      // One that is accepted stands in the plan of its school.
      const { plans } = await recommendationPlan.as(centre, laid.id);
      if (steps.at(-1)?.[0] === 'ACCEPTED' && plans[0])
        done(await planRecommendation.as(centre, { recommendationId: laid.id, roadmapId: plans[0].id }));
    }
  }
}
