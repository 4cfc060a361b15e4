import { Disclosure } from '@/components/ui/disclosure';
import { Level, type LevelValue } from '@/components/ui/level';
import { Section, Surface } from '@/components/ui/surface';
import type { Method } from '@/lib/methodology/method';
import { findVerdict, paramWords, ruleWords } from '@/lib/methodology/method-words';

/** The scale of the kit has four places; a method may number its levels up to 9. */
const levelOf = (level: number | null): LevelValue =>
  level === null ? 'unknown' : level >= 3 ? 3 : level === 2 ? 2 : level === 1 ? 1 : 0;

/** How a sum becomes a verdict: rules in their order, verdicts, numbers. */
export function DecisionSection({ method }: { method: Method }) {
  return (
    <Section
      id="rules"
      title="Как выносится вывод"
      lead="Правила проверяют по порядку; решает первое, которое выполнено. Ответ «да» даёт 1 балл, «нет» – 0; «неприменимо» и «нет данных» не входят в возможную сумму."
    >
      <Surface flush>
        <ol>
          {method.rules.map((rule, index) => {
            const verdict = findVerdict(method, rule.verdict);
            return (
              <li
                key={rule.code}
                id={`rule-${rule.code}`}
                data-keep=""
                className="grid gap-x-6 gap-y-2 border-t border-line px-5 py-4 first:border-t-0 target:bg-accent-soft sm:grid-cols-[2rem_1fr_auto] print:px-0"
              >
                <p className="font-semibold tabular-nums">{index + 1}.</p>
                <div className="min-w-0 space-y-1">
                  <p>{ruleWords(method, rule)}.</p>
                  <div className="print:hidden">
                    <Disclosure title={<span className="text-sm">Выражение (CEL)</span>}>
                      <code className="block overflow-x-auto rounded-md bg-sunken px-3 py-2 text-sm">{rule.when}</code>
                    </Disclosure>
                  </div>
                </div>
                <div>
                  <Level level={levelOf(verdict.level)} word={verdict.words} />
                </div>
              </li>
            );
          })}
        </ol>
      </Surface>
      <h3 className="text-lg">Что значат выводы</h3>
      <dl className="space-y-3">
        {method.verdicts.map((verdict) => (
          <div key={verdict.code} data-keep="" className="max-w-measure">
            <dt className="font-medium">
              {verdict.words}
              {verdict.proposes && <span className="font-normal text-ink-soft"> – школу рассматривает комиссия</span>}
            </dt>
            <dd className="text-ink-soft">{verdict.explanation}</dd>
          </div>
        ))}
        <div className="max-w-measure">
          <dt className="font-medium">{method.borderlineWords}</dt>
          <dd className="text-ink-soft">Так дополняется вывод, который ещё могут изменить недостающие данные.</dd>
        </div>
      </dl>
      <h3 className="text-lg">Числа методики</h3>
      <dl className="max-w-3xl divide-y divide-line">
        {method.params.map((param) => (
          <div key={param.code} className="flex flex-wrap justify-between gap-x-6 py-2">
            <dt className="min-w-0">{param.title}</dt>
            <dd className="font-medium tabular-nums">{paramWords(param)}</dd>
          </div>
        ))}
        <div className="flex flex-wrap justify-between gap-x-6 py-2">
          <dt className="min-w-0">
            Низкие результаты процедуры: доля участников, получивших «2» или не набравших минимум
          </dt>
          <dd className="font-medium tabular-nums">
            не менее {method.lowShare.numerator}/{method.lowShare.denominator}
          </dd>
        </div>
        <div className="flex flex-wrap justify-between gap-x-6 py-2">
          <dt className="min-w-0">Процедур с низкими результатами для федерального правила</dt>
          <dd className="font-medium tabular-nums">не менее {method.federal.minimum}</dd>
        </div>
      </dl>
    </Section>
  );
}
