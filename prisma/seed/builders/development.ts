import type { ActionResult } from '../../../lib/access/action-result';
import type { Viewer } from '../../../lib/access/viewer';
import {
  addAssociation,
  addAssociationMember,
  addMinutes,
  addPlanRow,
} from '../../../lib/development/association-actions';
import { addCourse, addCoursePackage, sendCourseRequest } from '../../../lib/development/course-actions';
import { addDeficit, addDevelopmentWord } from '../../../lib/development/deficit-actions';
import { addPaperLink } from '../../../lib/development/paper-actions';
import { addAppearance, reportNumbers } from '../../../lib/development/school-actions';
import type { Owner } from './owner-client';

/** What an action made, by the address it leads to; a refusal is a fault of the seed. */
export function made(answer: ActionResult): string {
  if (!answer.ok) throw new Error(`Development could not be laid: ${answer.message} ${JSON.stringify(answer.fields)}`);
  return (answer.to ?? '').split('?')[0]?.split('/').at(-1) ?? '';
}

type Plan = {
  readonly centre: Viewer;
  readonly head: Viewer;
  readonly year: number;
  /** Told in every name, so that several can stand in one municipality. */
  readonly label: string;
};

/**
 * One of everything that a year of development has, by the doors that people use: a deficit, requests that wait, are gathered
 * and have a course, an association with its parts, numbers and an appearance of the school.
 */
export async function buildDevelopment(owner: Owner, { centre, head, year, label }: Plan) {
  const here = { municipalityId: centre.municipalityId ?? '' };
  const schoolId = head.schoolId ?? '';
  made(await addDevelopmentWord.as(centre, { kind: 'DEFICIT', name: `Дефицит ${label}` }));
  made(await addDevelopmentWord.as(centre, { kind: 'COURSE', name: `Курс ${label}` }));
  const where = { ...here, name: `Дефицит ${label}` };
  const { id: wordId } = await owner.developmentWord.findFirstOrThrow({ where, select: { id: true } });
  const deficitId = made(
    await addDeficit.as(head, {
      ...{ year: String(year), wordId, subject: 'математика', teachers: '3', ofTeachers: '8' },
      ...{ source: 'Диагностика института', foundOn: '2026-10-01' },
    }),
  );
  const ask = async () =>
    made(
      await sendCourseRequest.as(head, {
        ...{ year: String(year), theme: `Тема ${label}`, form: 'MIXED', term: 'ноябрь' },
        ...{
          linePositions: ['учитель', ''],
          lineSubjects: ['математика', ''],
          linePeople: ['4', ''],
          lineRisk: ['2', ''],
        },
      }),
    );
  const requestId = await ask();
  const packageId = made(
    await addCoursePackage.as(centre, {
      ...{ year: String(year), title: `Пакет ${label}`, institute: 'Институт развития образования' },
      requests: [await ask()],
    }),
  );
  made(
    await addPaperLink.as(centre, { packageId, kind: 'ORDER', title: 'Приказ', url: 'https://portal.example/order' }),
  );
  const courseId = made(
    await addCourse.as(centre, {
      ...{ year: String(year), title: `Курс ${label}`, organisation: 'Институт', hours: '36', form: 'MIXED' },
      ...{ startsOn: '2026-10-05', endsOn: '2026-10-16', requests: [await ask()] },
    }),
  );
  const associationId = made(
    await addAssociation.as(centre, {
      ...{ kind: 'DISTRICT', subject: `Математика ${label}`, baseSchool: schoolId, forProject: 'on' },
      headPosition: 'учитель математики',
    }),
  );
  const of = { associationId, year: String(year) };
  made(await addAssociationMember.as(centre, { ...of, memberSchool: schoolId, position: 'учитель', people: '2' }));
  made(await addPlanRow.as(centre, { ...of, theme: 'Разбор заданий', term: 'октябрь', form: 'семинар' }));
  made(
    await addMinutes.as(centre, {
      ...{ associationId, heldOn: '2026-10-20', number: '1', agenda: 'О плане работы' },
      ...{ decisionTexts: ['Провести семинар'], decisionTerms: ['октябрь'] },
    }),
  );
  const reported = await owner.developmentYear.findFirst({
    where: { ...here, schoolId, year },
    select: { version: true },
  });
  made(await reportNumbers.as(head, { ...NUMBERS, year: String(year), version: String(reported?.version ?? 0) }));
  made(
    await addAppearance.as(head, {
      ...{ year: String(year), kind: 'COMPETITION', title: `Конкурс ${label}`, level: 'REGIONAL' },
    }),
  );
  return { wordId, deficitId, requestId, packageId, courseId, associationId };
}

const NUMBERS = {
  teachers: '20',
  riskTeachers: '6',
  routesSuccessful: '5',
  routesDifficulty: '7',
  source: 'Отчёт школы',
};
