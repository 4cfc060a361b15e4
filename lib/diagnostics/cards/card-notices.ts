import { type Day, formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { type Notice, ofCentre, ofSchool } from '@/lib/notices/notice';

type Of = { readonly id: string; readonly schoolId: string; readonly revision: number };

/** The centre learns that there is something to check. */
export const submittedNotice = ({ id, revision }: Of, schoolName: string): Notice => ({
  ...{ to: ofCentre, kind: 'CARD', key: `card-submitted:${id}:${revision}`, title: `${schoolName}: карта на проверку` },
  ...{ text: revision > 1 ? 'Школа исправила ответы по замечаниям.' : '', link: links.card(id) },
});

/** The school learns that its card was accepted. Not what it makes: that is read on the card. */
export const acceptedNotice = ({ id, schoolId, revision }: Of): Notice => ({
  ...{
    to: ofSchool(schoolId),
    kind: 'CARD',
    key: `card-accepted:${id}:${revision}`,
    title: 'Диагностическая карта принята',
  },
  link: links.card(id),
});

/** The school learns that there is something to correct, and by when. */
export const returnedNotice = ({ id, schoolId, revision }: Of, due: Day): Notice => ({
  ...{ to: ofSchool(schoolId), kind: 'CARD', key: `card-returned:${id}:${revision}`, due, link: links.card(id) },
  ...{ title: 'Диагностическая карта ждёт исправлений', text: `Замечания центра – в карте. Срок – ${formatDay(due)}.` },
});

/** A question goes out at once. */
export const askedNotice = (
  { id, schoolId }: Pick<Of, 'id' | 'schoolId'>,
  remarkId: string,
  item: string | null,
): Notice => ({
  ...{
    to: ofSchool(schoolId),
    kind: 'CARD',
    key: `card-question:${remarkId}`,
    title: `Вопрос центра к пункту ${item}`,
  },
  ...{ text: 'Ответьте на странице карты.', link: links.card(id, item ?? undefined) },
});

/** And so does its answer. */
export const repliedNotice = ({ id }: Pick<Of, 'id'>, remarkId: string, schoolName: string): Notice => ({
  ...{ to: ofCentre, kind: 'CARD', key: `card-reply:${remarkId}`, title: `${schoolName} ответила на вопрос` },
  link: links.card(id),
});
