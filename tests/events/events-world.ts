import type { ActionResult } from '@/lib/access/action-result';
import type { Viewer } from '@/lib/access/viewer';
import { createEvent } from '@/lib/events/event-actions';
import { ownerClient } from '@/prisma/seed/builders/owner-client';
import type { BuiltSchool } from '@/prisma/seed/builders/school';
import { buildTown } from '../diagnostics/list-world';

export const owner = ownerClient();

type Values = Readonly<Record<string, unknown>>;

/** The fields of an event's form as a browser sends them. */
export const eventForm = (formId: string, change: Values = {}): Values => ({
  ...{ formId, title: 'Современный урок', direction: 'NETWORK', audience: 'Педагоги', baseSchoolId: '', reach: 'OPEN' },
  ...{ schools: [], firstDay: '2031-11-24', startTime: '10:00', endTime: '12:00', lastDay: '', term: '', year: '2031' },
  ...{ place: 'Актовый зал', link: '', speakers: 'Методист', capacity: '', isPublished: 'on', ...change },
});

export function said(answer: ActionResult): string {
  if (!answer.ok) throw new Error(`${answer.message} ${JSON.stringify(answer.fields)}`);
  return answer.message ?? '';
}

/** A town with schools, their directors, the centre and a seminar's form. */
export async function eventsTown(code: string, schools = 4) {
  const town = await buildTown(owner, code, schools);
  const centre = await town.viewer('CENTRE');
  const heads = await Promise.all(town.schools.map((school) => town.viewer('SCHOOL_HEAD', school)));
  const form = await owner.eventForm.findFirstOrThrow({ where: { municipalityId: town.id, name: 'Семинар' } });
  const school = (index: number): BuiltSchool => {
    const found = town.schools[index];
    if (!found) throw new Error(`no school ${index}`);
    return found;
  };
  const head = (index: number): Viewer => {
    const found = heads[index];
    if (!found) throw new Error(`no head ${index}`);
    return found;
  };
  /** An event of this town by the centre's own form; gives its id. */
  const plan = async (change: Values = {}): Promise<string> => {
    const answer = await createEvent.as(centre, eventForm(form.id, change));
    said(answer);
    return (answer.ok ? answer.to : '')?.split('/').at(-1) ?? '';
  };
  const event = (id: string) => owner.event.findUniqueOrThrow({ where: { id } });
  /** As if the event had been some days ago. */
  const letItPass = (id: string) =>
    owner.event.update({
      where: { id },
      data: { starts: new Date('2020-01-17T10:00:00Z'), ends: new Date('2020-01-17T12:00:00Z'), year: 2019 },
    });
  return { town, centre, head, school, form, plan, event, letItPass };
}
export type EventsTown = Awaited<ReturnType<typeof eventsTown>>;
