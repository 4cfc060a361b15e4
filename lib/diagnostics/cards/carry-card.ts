import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { isSchoolRole } from '@/lib/access/role';
import { lockCard } from '@/lib/diagnostics/cards/answer-store';
import { type CardMove, type CardMoveCode, findMove } from '@/lib/diagnostics/cards/card';
import { type CardState, schoolFactsOf } from '@/lib/diagnostics/cards/card-state';
import type { Gaps } from '@/lib/diagnostics/cards/gaps';
import { factsOf } from '@/lib/diagnostics/cards/live-card';
import type { StoredComputed } from '@/lib/diagnostics/computed/computed-store';
import { isContested, isSilentContest, settledContest } from '@/lib/diagnostics/computed/contest';
import { insertAssessment } from '@/lib/diagnostics/outcomes/assessment-store';
import { holdGeneration } from '@/lib/diagnostics/outcomes/generation-store';
import { recompute } from '@/lib/diagnostics/outcomes/recompute';
import { canonicalFacts } from '@/lib/diagnostics/scoring/input-hash';
import { CARD_STATUS_WORDS } from '@/lib/diagnostics/words';
import { newId } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { methodOfVersion } from '@/lib/methodology/queries';

/** The card under its lock; for somebody of another school or municipality it does not exist. */
export async function lockedCardOf({ viewer, tx }: QueryContext, cardId: string): Promise<CardState> {
  const card = await lockCard(tx, cardId);
  if (!card || (isSchoolRole(viewer.role) && card.schoolId !== viewer.schoolId)) throw notFound();
  return card;
}

/** The move that the life cycle gives this role now, or a refusal that says where the card stands. */
export function allowedMove({ viewer }: QueryContext, card: CardState, codes: readonly CardMoveCode[]): CardMove {
  const { role } = viewer;
  if (role === 'CURATOR' || role === 'ADMIN') throw notFound();
  for (const code of codes) {
    const move = findMove(code, card.status, role);
    if (move) return move;
  }
  throw new Refusal(
    'conflict',
    `Сейчас это сделать нельзя: карта уже в состоянии «${CARD_STATUS_WORDS[card.status]}». Обновите страницу.`,
  );
}

/** A check is of the round that the person read; a newer one asks him to read again. */
export function assertSameRound(card: CardState, seen: number): void {
  if (card.submittedRevision !== seen) {
    throw new Refusal(
      'conflict',
      'Пока вы читали карту, школа отправила её заново. Обновите страницу и посмотрите новые ответы.',
    );
  }
}

/** Stores the outcome of the locked round: at submission not accepted, at acceptance accepted. */
export async function storeOutcome({ tx }: QueryContext, card: CardState, accepted: boolean): Promise<void> {
  const { method, hash } = await methodOfVersion(tx, card.versionId);
  const answers = new Map(card.answers.map((answer) => [answer.item, answer]));
  const facts = canonicalFacts(factsOf(schoolFactsOf(card), answers));
  await insertAssessment(
    tx,
    {
      id: newId(card.now.getTime()),
      municipalityId: card.municipalityId,
      campaignId: card.campaignId,
      cardId: card.id,
      schoolId: card.schoolId,
      versionId: card.versionId,
      year: card.year,
      revision: card.revision,
      generation: await holdGeneration(tx, card.campaignId),
      accepted,
      ...recompute(method, hash, facts),
      facts,
    },
    card.now,
  );
}

const NAMED = 12;

/** Why a card with gaps is not sent yet: how many, which first, and a sentence at each item. */
export function gapsRefusal(left: Gaps): Refusal {
  const all = left.sections.flatMap((section) => section.gaps);
  const codes = all.slice(0, NAMED).map((gap) => gap.item.code);
  const more = all.length > NAMED ? ` и ещё ${all.length - NAMED}` : '';
  const forms = ['пункт', 'пункта', 'пунктов'] as const;
  return new Refusal(
    'invalid',
    `Карту ещё нельзя отправить: не готовы ${count(all.length, forms)} – ${codes.join(', ')}${more}. Ответьте на них; где данных нет, напишите в комментарии почему.`,
    Object.fromEntries(
      all.map((gap) => [
        gap.item.code,
        gap.reason === 'UNANSWERED' ? 'Ответа ещё нет' : 'Напишите в комментарии, почему данных нет',
      ]),
    ),
  );
}

/** The answers of a card beside what the portal has computed for it. */
const besides = (card: CardState, computed: readonly StoredComputed[]) =>
  computed.map((one) => ({
    item: one.item,
    computed: one,
    answer: card.answers.find(({ item }) => item === one.item) ?? null,
  }));

const namesOf = (items: readonly { readonly item: string }[]) => items.map(({ item }) => item).join(', ');

/** Refuses a card whose answers contradict the portal without a word: the centre could not decide who is right. */
export function assertContestsExplained(card: CardState, computed: readonly StoredComputed[]): void {
  const silent = besides(card, computed).filter(isSilentContest);
  if (silent.length === 0) return;
  throw new Refusal(
    'invalid',
    `Вы ответили иначе, чем посчитал портал: ${namesOf(silent)}. Напишите в комментарии почему и приложите документ – решит центр.`,
    Object.fromEntries(silent.map(({ item }) => [item, 'Ответ расходится с расчётом: напишите почему'])),
  );
}

/** Refuses to accept a card while nobody has decided whose answer is right. */
export function assertContestsDecided(card: CardState, computed: readonly StoredComputed[]): void {
  const open = besides(card, computed).filter((one) => isContested(one) && settledContest(one) === null);
  if (open.length === 0) return;
  throw new Refusal(
    'conflict',
    `Сначала решите, чей ответ верен: ${namesOf(open)}. Примите ответ школы с причиной или верните карту с замечанием.`,
  );
}
