import { Disclosure } from '@/components/ui/disclosure';
import { Level } from '@/components/ui/level';
import { SiteLink } from '@/components/ui/site-link';
import { Stat } from '@/components/ui/stat';
import { Columns, Surface } from '@/components/ui/surface';
import type { CardMethod, CardOutcome } from '@/lib/diagnostics/cards/card-page';
import { links } from '@/lib/kernel/links';
import { levelValue } from './level-value';

type Props = {
  outcome: CardOutcome;
  method: CardMethod;
  /** Where the smallest changes of each point are told; none where nothing is computed. */
  stepsHref?: string | undefined;
};

const STEADINESS = {
  STEADY: 'Вывод устойчив: ни один критерий и ни одно число методики в шаге от нынешнего его не меняют.',
  NEAR: 'Вывод рядом с границей: его изменил бы один критерий или шаг числа методики.',
  CHANCE: 'Вывод, возможно, случаен: он держится на очень малом числе участников.',
} as const;

const STEP = { DECIDED: 'выполнено – решило', FAILED: 'не выполнено', NOT_ASKED: 'не проверялось' } as const;

/** The sum, the verdict and how it came about: every number opens to the rule that made it. */
export function OutcomePanel({ outcome, method, stepsHref }: Props) {
  const { verdict, sum, max, extra, sumResults, maxResults, missing, applicable } = outcome;
  return (
    <Surface>
      <div className="space-y-5">
        <div className="space-y-2">
          <p className="text-sm text-ink-soft">
            {outcome.isLive ? 'Предварительно, видно только вашей школе' : 'Расчёт по отправленной карте'}
          </p>
          <Level level={levelValue(outcome.level)} word={verdict.words} />
          <p className="max-w-measure">{verdict.explanation}</p>
          <p className="text-sm text-ink-soft">{STEADINESS[outcome.stability.level]}</p>
        </div>
        <Columns count={3}>
          <Stat
            label="Сумма отрицательных критериев"
            value={String(sum)}
            {...(max > 0 ? { share: { numerator: sum, denominator: max } } : {})}
            note={extra > 0 ? `с пропусками от ${sum} до ${sum + extra}` : 'пропусков нет'}
          />
          <Stat
            label="Без зоны объективности"
            value={`${sumResults} из ${maxResults}`}
            note="баллы раздела объективности – это не баллы низких результатов"
          />
          <Stat
            label="Нет данных"
            value={`${missing} из ${applicable}`}
            note="критериев; составной критерий считается одним"
          />
        </Columns>
        {stepsHref && (
          <p>
            <SiteLink className="link" href={stepsHref}>
              В одном шаге: что изменило бы отдельные баллы
            </SiteLink>
          </p>
        )}
        {outcome.stability.because.length > 0 && (
          <Disclosure title="Что изменило бы вывод">
            <ul className="max-w-measure list-disc space-y-2 pl-6">
              {outcome.stability.because.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </Disclosure>
        )}
        <Disclosure title="Почему такой вывод">
          <ol className="max-w-measure list-decimal space-y-2 pl-6">
            {verdict.steps.map((step) => (
              <li key={step.code} className={step.state === 'DECIDED' ? 'font-semibold' : 'text-ink-soft'}>
                {step.words} → {step.verdict} <span className="text-sm font-normal">({STEP[step.state]})</span>
              </li>
            ))}
          </ol>
          <p className="mt-3 text-sm text-ink-soft">
            <SiteLink className="link" href={links.methodVersion(method.versionId)}>
              {method.title}, версия {method.number}
            </SiteLink>
            {outcome.inputHash && <> · отпечаток расчёта {outcome.inputHash.slice(0, 12)}</>}
          </p>
        </Disclosure>
      </div>
    </Surface>
  );
}
