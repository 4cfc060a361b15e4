import fc from 'fast-check';
import { answerValue } from '@/lib/diagnostics/scoring/answer-value';
import type { CardFacts } from '@/lib/diagnostics/scoring/card-facts';
import { itemsOf } from '@/lib/methodology/items';
import type { Method } from '@/lib/methodology/method';

const KINDS = ['PRIMARY', 'BASIC', 'SECONDARY', 'GYMNASIUM', 'LYCEUM'];

/** Whole schools are usual; holes in the grades are not, but nothing forbids them. */
const randomGrades = fc.oneof(
  fc.constantFrom(4, 9, 11).map((last) => Array.from({ length: last }, (_, index) => index + 1)),
  fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
);

/** Shares of «2» around the usual thresholds, because a random one is nearly always low. */
const randomResult = (code: string) =>
  fc.nat(40).chain((participants) => fc.nat(Math.floor(participants / 2)).map((low) => ({ code, participants, low })));

/** Any card of a method: any school, any procedures held, some items answered, some results. */
export function randomCard(method: Method, answer = fc.constantFrom(...answerValue.options)): fc.Arbitrary<CardFacts> {
  const codes = method.procedures.map((procedure) => procedure.code);
  const items = itemsOf(method).map((item) => item.code);
  const answered = fc.oneof(fc.constant(items), fc.subarray(items));
  return fc.record({
    school: fc.record({ kind: fc.constantFrom(...KINDS), grades: randomGrades }),
    held: fc.oneof(fc.constant(codes), fc.subarray(codes)).map((held) => [...held]),
    answers: answered.chain((some) =>
      fc
        .array(answer, { minLength: some.length, maxLength: some.length })
        .map((values) => Object.fromEntries(some.flatMap((code, index) => pairOf(code, values[index])))),
    ),
    procedures: fc
      .oneof(fc.constant<string[]>([]), fc.subarray(codes))
      .chain((some) => fc.tuple(...some.map(randomResult))),
  });
}

const pairOf = <T>(code: string, value: T | undefined) => (value === undefined ? [] : [[code, value] as const]);
