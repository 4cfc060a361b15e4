import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LANDING } from './words';

const PROMISE_ICONS = ['people', 'lock', 'check', 'eye'] as const;

/** The public first page: what the centre does, for whom, and what one may rely on. */
export function Landing() {
  return (
    <>
      <Opening />
      <Loop />
      <Roles />
      <Promises />
    </>
  );
}

function Opening() {
  return (
    <section className="border-b border-line bg-surface">
      <div className="mx-auto grid max-w-6xl items-center gap-10 px-4 py-14 sm:px-6 sm:py-20 lg:grid-cols-[1.25fr_1fr]">
        <div>
          <h1 className="text-3xl max-sm:text-[2rem]">{LANDING.title}</h1>
          <p className="mt-5 max-w-[52ch] text-lg text-ink-soft">{LANDING.lead}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink href="/login" size="large">
              {LANDING.signIn}
            </ButtonLink>
            <ButtonLink href="#how" size="large" variant="quiet">
              {LANDING.more}
            </ButtonLink>
          </div>
        </div>
        <Rising />
      </div>
    </section>
  );
}

/** A calm picture of the idea: steps that rise, each a little further than the one before. */
function Rising() {
  const steps = [0, 1, 2, 3, 4];
  return (
    <svg
      viewBox="0 0 420 300"
      className="h-auto w-full max-lg:hidden large:hidden"
      aria-hidden="true"
      focusable="false"
    >
      {steps.map((step) => (
        <rect
          key={step}
          x={step * 84}
          y={244 - step * 46}
          width="76"
          height={56 + step * 46}
          rx="10"
          fill={step === 4 ? 'var(--accent)' : 'var(--accent-soft)'}
          stroke={step === 4 ? 'none' : 'var(--chart-soft)'}
          strokeWidth="1.5"
        />
      ))}
      <path
        d="M38 220 122 174 206 128 290 82 374 36"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeDasharray="1 11"
      />
      {steps.map((step) => (
        <circle
          key={step}
          cx={38 + step * 84}
          cy={220 - step * 46}
          r={step === 4 ? 13 : 9}
          fill={step === 4 ? 'var(--accent)' : 'var(--surface)'}
          stroke="var(--accent)"
          strokeWidth="3"
        />
      ))}
    </svg>
  );
}

function Loop() {
  return (
    <section id="how" className="mx-auto max-w-6xl scroll-mt-6 px-4 py-16 sm:px-6 sm:py-20">
      <h2 className="text-2xl">{LANDING.loopTitle}</h2>
      <p className="mt-2 max-w-measure text-lg text-ink-soft">{LANDING.loopLead}</p>
      <ol className="mt-10 grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-5">
        {LANDING.loop.map((step, index) => (
          <li key={step.title} className="border-t-4 border-accent pt-4">
            <h3 className="text-lg">
              <span className="mr-2 text-ink-soft tabular-nums">{index + 1}</span>
              {step.title}
            </h3>
            <p className="mt-2 text-ink-soft">{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Roles() {
  return (
    <section className="border-y border-line bg-surface">
      <div className="mx-auto max-w-6xl px-4 py-16 sm:px-6 sm:py-20">
        <h2 className="text-2xl">{LANDING.rolesTitle}</h2>
        <div className="mt-8 grid gap-x-10 gap-y-8 md:grid-cols-3">
          {LANDING.roles.map((role) => (
            <div key={role.title}>
              <h3 className="text-lg">{role.title}</h3>
              <p className="mt-2 text-ink-soft">{role.text}</p>
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

function Promises() {
  return (
    <section className="mx-auto max-w-6xl px-4 py-16 sm:px-6 sm:py-20">
      <h2 className="text-2xl">{LANDING.promisesTitle}</h2>
      <ul className="mt-8 grid gap-x-10 gap-y-8 md:grid-cols-2">
        {LANDING.promises.map((promise, index) => (
          <li key={promise.title} className="flex gap-4">
            <span className="flex size-12 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent">
              <Icon name={PROMISE_ICONS[index] ?? 'check'} size={24} />
            </span>
            <div>
              <h3 className="text-lg">{promise.title}</h3>
              <p className="mt-1 text-ink-soft">{promise.text}</p>
            </div>
          </li>
        ))}
      </ul>
      <div className="mt-14 flex flex-wrap items-center justify-between gap-6 rounded-lg bg-accent-soft px-6 py-6 large:border large:border-line">
        <div className="max-w-measure">
          <h2 className="text-lg">{LANDING.joinTitle}</h2>
          <p className="mt-1">{LANDING.joinText}</p>
        </div>
        <ButtonLink href="/login" variant="secondary">
          {LANDING.signIn}
        </ButtonLink>
      </div>
    </section>
  );
}
