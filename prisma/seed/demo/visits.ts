import type { Viewer } from '../../../lib/access/viewer';
import { type Day, dayAt } from '../../../lib/kernel/day';
import type { RubricLine } from '../../../lib/visits/visit';
import { visitSettings } from '../../../lib/visits/visit-queries';
import type { Owner } from '../builders/owner-client';
import type { BuiltSchool } from '../builders/school';
import { buildConsultation, buildVisit } from '../builders/visit';

type Actors = {
  readonly owner: Owner;
  readonly centre: Viewer;
  readonly curator: Viewer;
  readonly headOf: (school: BuiltSchool) => Promise<Viewer>;
  readonly schools: readonly BuiltSchool[];
  readonly now: Date;
};

const DAY_MS = 86_400_000;

/** Visits with what was agreed, and requests on every step of their way: of days of their own, so laid past the doors. */
export async function logVisits({ owner, centre, curator, headOf, schools, now }: Actors): Promise<void> {
  const school = (number: number): BuiltSchool => {
    const found = schools[number - 1];
    if (!found) throw new Error(`no school ${number}`);
    return found;
  };
  const day = (days: number): Day => dayAt(new Date(now.getTime() + days * DAY_MS), centre.timeZone);
  const { kinds, themes, rubrics } = await visitSettings.as(centre);
  const entry = (known: readonly { readonly id: string; readonly name: string }[], name: string): string => {
    const found = known.find((one) => one.name.startsWith(name));
    if (!found) throw new Error(`no entry ${name}`);
    return found.id;
  };
  const rubricOf = (name: string, marks: readonly Pick<RubricLine, 'mark' | 'note'>[]) => {
    const rubric = rubrics.find((one) => one.name === name);
    const lines = rubric?.lines ?? [];
    return {
      rubricName: name,
      rubric: lines.map((line, index) => ({ line, mark: 'NOT_SEEN' as const, note: '', ...marks[index] })),
    };
  };
  const municipalityId = school(1).municipalityId;
  await buildVisit(owner, {
    ...{ municipalityId, schoolId: school(5).id, termId: entry(kinds, 'Выездная'), authorId: centre.userId },
    ...{ on: day(-24), object: 'Реализация плана школы', isPublished: true },
    participants: 'методист центра, директор, заместитель директора, руководители ШМО',
    protocol: 'План известен педагогам и выполняется. Сроки двух мероприятий сдвинуты; подтверждения собраны не все.',
    ...rubricOf('Реализация плана школы', [
      { mark: 'YES', note: '' },
      { mark: 'PARTLY', note: 'два мероприятия сдвинуты' },
      { mark: 'NO', note: 'нет протоколов ШМО' },
      { mark: 'YES', note: '' },
      { mark: 'YES', note: '' },
    ]),
    actions: [
      { text: 'Собрать протоколы ШМО за четверть', due: day(-6), responsible: 'заместитель директора' },
      {
        ...{ text: 'Уточнить сроки двух мероприятий плана', due: day(-14), responsible: 'директор' },
        ...{ doneOn: day(-15), doneNote: 'Новые сроки в плане' },
      },
      { text: 'Обсудить итоги на педсовете', due: day(18), responsible: 'директор' },
    ],
  });
  await buildVisit(owner, {
    ...{ municipalityId, schoolId: school(7).id, termId: entry(kinds, 'Посещение'), authorId: curator.userId },
    ...{ on: day(-10), object: 'Уроки математики в 8–9 классах', isPublished: true },
    ...{ participants: 'куратор, учителя математики', protocol: 'Посмотрели три урока, разобрали вместе с учителями.' },
    ...rubricOf('Посещение урока', [
      { mark: 'YES', note: '' },
      { mark: 'PARTLY', note: 'на одном уроке из трёх' },
      { mark: 'YES', note: '' },
    ]),
    actions: [{ text: 'Подготовить задания трёх уровней к теме', due: day(9), responsible: 'руководитель ШМО' }],
  });
  await buildVisit(owner, {
    ...{ municipalityId, schoolId: school(13).id, termId: entry(kinds, 'Собеседование'), authorId: centre.userId },
    ...{ on: day(-2), object: 'Причины низких результатов', participants: 'методист центра, директор' },
    protocol: 'Черновик: дописать выводы.',
  });

  const ask = async (
    number: number,
    theme: string,
    days: number,
    text: string,
    way: { readonly taken?: number; readonly answered?: readonly [days: number, answer: string] } = {},
  ) => {
    const { taken, answered } = way;
    const head = await headOf(school(number));
    await buildConsultation(owner, {
      ...{ municipalityId, schoolId: school(number).id, termId: entry(themes, theme), askedById: head.userId, text },
      ...{ askedOn: day(days), kind: theme.startsWith('Психолого') ? 'PSYCHOLOGICAL' : 'METHODICAL' },
      level: theme.startsWith('Подготовка') ? 'TEACHERS' : 'HEADS',
      ...(taken !== undefined && { taken: { by: centre.userId, on: day(taken) } }),
      ...(answered && { answered: { on: day(answered[0]), answer: answered[1] } }),
    });
  };
  await ask(5, 'Программа перехода', -33, 'Как связать дорожную карту школы с муниципальной?', {
    taken: -32,
    answered: [-30, 'Возьмите копию муниципальной в «Настройки и копии»: строки придут со сроками, их можно править.'],
  });
  await ask(7, 'Подготовка к ОГЭ', -20, 'С чего начать группы для тех, кто не набрал порог на пробном?', {
    taken: -19,
    answered: [-16, 'С поэлементного анализа: три задания с наибольшей долей ошибок и занятие раз в неделю.'],
  });
  await ask(5, 'Объективность', -6, 'Как объяснить родителям разницу отметок и ВПР?', { taken: -4 });
  await ask(12, 'Анализ результатов', -3, 'Что писать в комментарии к ответу «нет данных»?');
  await ask(24, 'Психолого', -1, 'Можно ли пригласить психолога на классный час в 9 классе?');
}
