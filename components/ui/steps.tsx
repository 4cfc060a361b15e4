import { Icon } from './icon';
import { SiteLink } from './site-link';

export type Step = { title: string; note?: string; state: 'done' | 'current' | 'ahead'; href?: string };

const WORD = { done: 'готово', current: 'сейчас', ahead: 'впереди' } as const;

/** Where a long job stands: what is done, what is now, what is ahead. In a row on a wide screen, a list on a phone. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <div className="@container">
      <ol aria-label={label} className="flex flex-col gap-4 @md:flex-row @md:gap-0">
        {steps.map((step, index) => (
          <li
            key={step.title}
            aria-current={step.state === 'current' ? 'step' : undefined}
            className={`flex min-w-0 flex-1 gap-3 border-line @md:flex-col @md:gap-2 @md:border-t-4 @md:pt-3 @md:pr-4 ${step.state === 'ahead' ? '' : '@md:border-accent'}`}
          >
            <span
              className={`inline-flex size-7 shrink-0 items-center justify-center rounded-full border-2 text-sm font-semibold ${
                step.state === 'done'
                  ? 'border-accent bg-accent text-on-accent'
                  : step.state === 'current'
                    ? 'border-accent text-accent'
                    : 'border-line-strong text-ink-soft'
              }`}
            >
              {step.state === 'done' ? <Icon name="check" size={16} /> : index + 1}
            </span>
            <span className="min-w-0">
              <span className={`block ${step.state === 'current' ? 'font-semibold' : 'font-medium'}`}>
                {step.href ? (
                  <SiteLink href={step.href} className="link">
                    {step.title}
                  </SiteLink>
                ) : (
                  step.title
                )}
                <span className="sr-only"> ({WORD[step.state]})</span>
              </span>
              {step.note && <span className="block text-sm text-ink-soft">{step.note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
