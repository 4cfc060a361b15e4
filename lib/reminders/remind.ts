import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import type { Viewer } from '@/lib/access/viewer';
import { unsentCards } from '@/lib/diagnostics/cards/unsent-cards';
import { eventsTomorrow } from '@/lib/events/events-tomorrow';
import { type Day, dayAt } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { localOfMoment } from '@/lib/kernel/local-time';
import { type Notice, ofCentre, ofSchool } from '@/lib/notices/notice';
import { tell } from '@/lib/notices/outbox';
import { inScope } from '@/lib/platform/prisma';
import { openRecommendations } from '@/lib/recommendations/open-recommendations';
import { type Stage, stageOf, stageWords } from '@/lib/reminders/reminder';
import { rowChoices } from '@/lib/roadmaps/planning-queries';

/** Rows and recommendations of a municipality that one round looks at. */
const MOST = 20_000;

/** Reminders are made from eight in the morning; letters keep hours of their own. */
const MORNING = '08:00';

type Place = { readonly municipalityId: string; readonly timeZone: string };

/** The eyes of a job: what the centre of one municipality sees, nobody's account. */
const jobViewer = ({ municipalityId, timeZone }: Place): Viewer => ({
  ...{ sessionId: '', userId: '', name: 'Портал', email: '', role: 'CENTRE', membershipId: '', regionId: null },
  ...{ municipalityId, schoolId: null, municipalityName: null, centreName: null, officeName: null, regionName: null },
  ...{ schoolName: null, timeZone, publicLabel: '', memberships: 1, hasTotp: false },
});

/**
 * Tells the people of one municipality what is due in a week, in two days, or over. Each is told once: the round may run
 * as often as it likes, in as many processes.
 */
export async function remind(place: Place, now: Date): Promise<void> {
  if (localOfMoment(now, place.timeZone).slice(11) < MORNING) return;
  const viewer = jobViewer(place);
  await inScope(viewer, async (tx) => {
    const today = dayAt(now, place.timeZone);
    await tell(tx, await remindersOf({ viewer, tx }, today, now), place.timeZone);
  });
}

async function remindersOf(context: QueryContext, today: Day, now: Date): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  const add = (due: Day | null, make: (stage: Stage, due: Day) => Notice) => {
    const stage = due === null ? undefined : stageOf(due, today);
    if (stage && due !== null) notices.push(make(stage, due));
  };
  for (const { cardId, schoolId, due, isOpen } of await unsentCards(context)) {
    if (isOpen)
      notices.push({
        ...{ to: ofSchool(schoolId), kind: 'CARD', key: `card-open:${cardId}`, due, link: links.card(cardId) },
        ...{ title: 'Открыта диагностика: заполните карту школы', text: stageWords('week', due) },
      });
    add(due, (stage, day) => ({
      ...{ to: ofSchool(schoolId), kind: 'REMINDER', key: `card-due:${cardId}:${day}:${stage}`, due: day },
      ...{ title: 'Диагностическая карта ещё не отправлена', text: stageWords(stage, day), link: links.card(cardId) },
    }));
  }
  for (const { id, roadmapId, schoolId, measure, due } of await rowChoices(context, MOST))
    add(due, (stage, day) => ({
      ...{ to: schoolId ? ofSchool(schoolId) : ofCentre, kind: 'REMINDER', key: `row-due:${id}:${day}:${stage}` },
      ...{ title: `Дорожная карта: ${stageWords(stage, day).toLowerCase()}`, text: measure.slice(0, 300), due: day },
      link: links.roadmapRow(roadmapId, id),
    }));
  for (const { id, schoolId, measure, due } of await openRecommendations(context, MOST))
    add(due, (stage, day) => ({
      ...{ to: ofSchool(schoolId), kind: 'REMINDER', key: `recommendation-due:${id}:${day}:${stage}`, due: day },
      ...{ title: `Рекомендация центра: ${stageWords(stage, day).toLowerCase()}`, text: measure.slice(0, 300) },
      link: links.recommendation(id),
    }));
  for (const { eventId, title, when, sequence, schools } of await eventsTomorrow(context, now))
    if (schools.length > 0)
      notices.push({
        to: { roles: ['SCHOOL_HEAD', 'SCHOOL_DEPUTY'], schools },
        ...{ kind: 'REMINDER', key: `event-tomorrow:${eventId}:${sequence}`, title: `Завтра: ${title}`, text: when },
        link: links.event(eventId),
      });
  return notices;
}
