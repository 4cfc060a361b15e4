import type { CardAnswer, CardComputed } from '@/lib/diagnostics/cards/card-page';

type Beside = {
  readonly computed: Pick<CardComputed, 'value' | 'because' | 'settled'> | null;
  readonly answer: Pick<CardAnswer, 'value' | 'source' | 'comment'> | null;
};

/** The school has answered otherwise than the portal knows; what the portal does not know contradicts nobody. */
export const isContested = ({ computed, answer }: Beside): boolean =>
  computed !== null && answer !== null && computed.value !== 'NO_DATA' && computed.value !== answer.value;

/** The comment is the portal's own reason, taken over with its answer: said once, beside what was computed. */
export const isPortalReason = ({ computed, answer }: Beside): boolean =>
  computed !== null &&
  answer?.source === 'COMPUTED' &&
  answer.comment !== '' &&
  computed.because.startsWith(answer.comment);

/** Contested without a word: nobody could decide who is right. */
export const isSilentContest = (item: Beside): boolean => isContested(item) && item.answer?.comment.trim() === '';

/** The decision of the centre that this very answer stands; a later answer asks for another one. */
export const settledContest = ({ computed, answer }: Beside) =>
  computed?.settled && computed.settled.answer === answer?.value ? computed.settled : null;
