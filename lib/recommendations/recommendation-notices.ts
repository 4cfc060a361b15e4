import { links } from '@/lib/kernel/links';
import { type Notice, ofCentre, ofSchool } from '@/lib/notices/notice';
import type { Recommendation } from '@/lib/recommendations/recommendation';
import type { MoveCode } from '@/lib/recommendations/recommendation-moves';
import { STATE_WORDS } from '@/lib/recommendations/words';

type Of = Pick<Recommendation, 'id' | 'schoolId' | 'schoolName' | 'version' | 'measure' | 'due'>;

/** What is still told in one line. */
const SHORT = 300;

/** One letter for all that was sent at once. */
export function sentNotice(
  schoolId: string,
  sent: readonly Pick<Recommendation, 'id' | 'version'>[],
): readonly Notice[] {
  const [first] = sent;
  if (!first) return [];
  return [
    {
      ...{ to: ofSchool(schoolId), kind: 'RECOMMENDATION', key: `recommendation-sent:${first.id}:${first.version}` },
      title: sent.length === 1 ? 'Центр прислал рекомендацию' : `Центр прислал рекомендации: ${sent.length}`,
      text: 'Примите или предложите иначе; о выполнении сообщают с подтверждением.',
      link: sent.length === 1 ? links.recommendation(first.id) : links.recommendations({ state: 'open' }),
    },
  ];
}

const SCHOOL_SAYS: Partial<Record<MoveCode, string>> = {
  accept: 'приняла рекомендацию',
  counter: 'предлагает иначе',
  report: 'сообщила о выполнении',
};

/** The other side is told of every move. */
export function movedNotice(
  { id, schoolId, schoolName, version, measure, due }: Of,
  {
    code,
    to,
    side,
  }: { readonly code: MoveCode; readonly to: keyof typeof STATE_WORDS; readonly side: 'SCHOOL' | 'CENTRE' },
): Notice {
  const known = {
    kind: 'RECOMMENDATION',
    key: `recommendation-moved:${id}:${version}`,
    link: links.recommendation(id),
  } as const;
  return side === 'SCHOOL'
    ? {
        ...known,
        to: ofCentre,
        title: `${schoolName} ${SCHOOL_SAYS[code] ?? 'ответила'}`,
        text: measure.slice(0, SHORT),
      }
    : {
        ...known,
        to: ofSchool(schoolId),
        title: `Рекомендация: ${STATE_WORDS[to]}`,
        text: measure.slice(0, SHORT),
        due,
      };
}
