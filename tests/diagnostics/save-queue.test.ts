import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerInput, SaveResponse, StoredAnswer } from '@/lib/diagnostics/cards/card-contract';
import {
  type Draft,
  failed,
  give,
  markSending,
  newsOf,
  nextBatch,
  type Queue,
  received,
  settle,
  startQueue,
  takeNews,
  unsent,
} from '@/lib/diagnostics/cards/save-queue';

const yes: Draft = { value: 'YES', number: '', comment: '' };
const no: Draft = { value: 'NO', number: '', comment: 'пересдали' };
const AT = '2026-11-23T11:32:00.000Z';

const send = (queue: Queue) => {
  const batch = nextBatch(queue);
  return { batch, queue: markSending(queue, batch) };
};
const accept = (batch: readonly AnswerInput[]): Pick<SaveResponse, 'saved' | 'conflicts' | 'refused'> => ({
  saved: batch.map(({ item, version }) => ({ item, version: version + 1, at: AT })),
  conflicts: [],
  refused: [],
});

describe('the queue between the screen and the database', () => {
  it('sends an answer with the version it saw and remembers the new one', () => {
    const { batch, queue } = send(give(startQueue({ А1: 3 }), 'А1', yes));
    expect(batch).toEqual([{ item: 'А1', value: 'YES', number: '', comment: '', version: 3 }]);
    expect(received(queue, accept(batch)).get('А1')).toEqual({ version: 4, state: { kind: 'saved', at: AT } });
  });

  it('keeps a comment without an answer until the answer is given', () => {
    const queue = give(startQueue({}), 'А1', { value: null, number: '', comment: 'данных нет' });
    expect(nextBatch(queue)).toEqual([]);
    expect(unsent(queue)).toEqual({ А1: { value: null, number: '', comment: 'данных нет', version: 0 } });
  });

  it('sends what was changed during a save after it, under the new version', () => {
    const first = send(give(startQueue({ А1: 1 }), 'А1', yes));
    const changed = give(first.queue, 'А1', no);
    expect(nextBatch(changed)).toEqual([]);
    const second = send(received(changed, accept(first.batch)));
    expect(second.batch).toEqual([{ item: 'А1', value: 'NO', number: '', comment: 'пересдали', version: 2 }]);
  });

  it('takes everything back to waiting when the network fails, in its latest words', () => {
    const first = send(give(startQueue({}), 'А1', yes));
    expect(nextBatch(failed(give(first.queue, 'А1', no)))).toEqual([{ item: 'А1', ...no, version: 0 }]);
  });

  it('repeats a lost save as it was and lets newer words follow it', () => {
    const first = send(give(startQueue({}), 'А1', yes));
    const newer = give(failed(first.queue), 'А1', no);
    const repeated = received(markSending(newer, first.batch), accept(first.batch));
    expect(nextBatch(repeated)).toEqual([{ item: 'А1', ...no, version: 1 }]);
  });

  it('shows both texts of a conflict and sends mine only when told to', () => {
    const theirs = { value: 'NO' as const, number: '', comment: 'их', version: 5, author: 'Заместитель', at: AT };
    const first = send(give(startQueue({ А1: 1 }), 'А1', yes));
    const conflict = received(first.queue, { saved: [], conflicts: [{ item: 'А1', theirs }], refused: [] });
    expect(nextBatch(conflict)).toEqual([]);
    expect(unsent(conflict)).toEqual({ А1: { ...yes, version: 1 } });
    expect(nextBatch(settle(conflict, 'А1', 'mine'))).toEqual([{ item: 'А1', ...yes, version: 5 }]);
    expect(unsent(settle(conflict, 'А1', 'theirs'))).toEqual({});
  });

  it('takes over others’ answers only where nothing is being changed here', () => {
    const stored = (item: string, version: number): StoredAnswer => ({
      item,
      value: 'NO',
      number: '',
      comment: '',
      version,
      author: 'А',
      at: AT,
    });
    const queue = give(startQueue({ А1: 1, А2: 1, А3: 2 }), 'А1', yes);
    const news = newsOf(queue, [stored('А1', 2), stored('А2', 2), stored('А3', 2)]);
    expect(news.map((one) => one.item)).toEqual(['А2']);
    expect(takeNews(queue, news).get('А2')?.version).toBe(2);
  });

  it('loses no answer whatever happens in whatever order: the last words are unsent or stored', () => {
    type Step = { do: 'give'; item: string; draft: Draft } | { do: 'send' } | { do: 'ok' } | { do: 'fail' };
    const item = fc.constantFrom('А1', 'А2', 'Г01');
    const draft = fc.record({
      value: fc.constantFrom('YES', 'NO', 'NO_DATA'),
      number: fc.constantFrom('', '34,5'),
      comment: fc.string({ maxLength: 5 }),
    }) as fc.Arbitrary<Draft>;
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({ do: fc.constant('give' as const), item, draft }),
      fc.constant<Step>({ do: 'send' }),
      fc.constant<Step>({ do: 'ok' }),
      fc.constant<Step>({ do: 'fail' }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let queue = startQueue({});
        let flying: readonly AnswerInput[] = [];
        const last = new Map<string, Draft>();
        const database = new Map<string, Draft>();
        for (const one of steps) {
          if (one.do === 'give') {
            queue = give(queue, one.item, one.draft);
            last.set(one.item, one.draft);
          } else if (one.do === 'send') {
            const batch = nextBatch(queue);
            if (batch.length > 0) {
              flying = batch;
              queue = markSending(queue, batch);
            }
          } else if (one.do === 'ok') {
            for (const answer of flying)
              database.set(answer.item, { value: answer.value, number: answer.number, comment: answer.comment });
            queue = received(queue, accept(flying));
            flying = [];
          } else {
            queue = failed(queue);
            flying = [];
          }
        }
        const kept = unsent(queue);
        for (const [code, words] of last) {
          const known = kept[code] ?? database.get(code);
          expect({ value: known?.value, number: known?.number, comment: known?.comment }).toEqual(words);
        }
      }),
    );
  });
});
