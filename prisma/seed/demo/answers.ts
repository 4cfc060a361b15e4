import { assessCard } from '../../../lib/diagnostics/scoring/assess-card';
import type { Method } from '../../../lib/methodology/method';
import type { BuiltCard } from '../builders/campaign';
import { type Answers, factsOf, type Given } from '../builders/card';
import type { Chance } from './chance';

/** Answers that results give, by item code. */
export type Known = Readonly<Record<string, 'YES' | 'NO'>>;

/** How often a school of this standing answers «да»; the rules, not these numbers, make the verdict. */
const YES_RATE: Readonly<Record<string, number>> = { list: 0.55, risk: 0.34, clear: 0.13 };

const COMMENTS_NO_DATA = [
  'Протокол ещё не поступил из региона.',
  'Сведения запросили у заместителя, внесём при первой возможности.',
  'В школе не сохранилась сводка за этот год.',
];
const COMMENTS_YES = [
  'Работаем с учителями-предметниками, план утверждён в октябре.',
  'Один выпускник пересдал в сентябре.',
  'Параллель малочисленная, один результат меняет долю.',
];

/**
 * A full card that the method itself judges as `verdict`: answers are drawn by chance, then single ones are turned until
 * the assessment says so. What loaded results say (`known`) is answered so, and turned only when nothing else leads there.
 * Refuses when no turning leads there.
 */
export function answersFor(
  method: Method,
  card: BuiltCard,
  verdict: string,
  chance: Chance,
  known: Known = {},
): Answers {
  const rate = YES_RATE[verdict] ?? 0.13;
  const answers: Record<string, Given> = {};
  for (const item of card.asked) {
    const told = known[item];
    answers[item] = told ? { value: told } : drawn(rate, chance);
  }
  const free = card.asked.filter((item) => known[item] === undefined);
  const level = (code: string) => method.verdicts.find((known) => known.code === code)?.level ?? -1;
  for (let turn = 0; turn < 2000; turn += 1) {
    const outcome = assessCard(method, factsOf(card, answers));
    if (outcome.verdict === verdict && !outcome.borderline) return answers;
    const item = chance.pick(turn < FREE_TURNS && free.length > 0 ? free : card.asked);
    answers[item] =
      level(outcome.verdict) > level(verdict)
        ? { value: 'NO' }
        : level(outcome.verdict) < level(verdict)
          ? { value: 'YES' }
          : drawn(rate, chance);
  }
  throw new Error(`No answers of ${card.school.shortName} lead to ${verdict}`);
}

const FREE_TURNS = 300;

function drawn(rate: number, chance: Chance): Given {
  if (chance.happens(0.02)) return { value: 'NO_DATA', comment: chance.pick(COMMENTS_NO_DATA) };
  if (chance.happens(rate))
    return chance.happens(0.2) ? { value: 'YES', comment: chance.pick(COMMENTS_YES) } : { value: 'YES' };
  return { value: 'NO' };
}
