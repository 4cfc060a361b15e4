import type { CardItem } from '@/lib/diagnostics/cards/card-page';

type Beside = Pick<CardItem, 'computed' | 'answer'>;

/** The school has answered otherwise than the portal knows; what the portal does not know contradicts nobody. */
export const isContested = ({ computed, answer }: Beside): boolean =>
  computed !== null && answer !== null && computed.value !== 'NO_DATA' && computed.value !== answer.value;

/** The decision of the centre that this very answer stands; a later answer asks for another one. */
export const settledContest = ({ computed, answer }: Beside) =>
  computed?.settled && computed.settled.answer === answer?.value ? computed.settled : null;
