import { formatNumber } from '@/lib/kernel/russian';

type Props = {
  label: string;
  value: number;
  max: number;
  /** What is counted, in the genitive plural: «критериев». */
  unit?: string;
  compact?: boolean;
};

/** «23 из 35 критериев»: the bar repeats the words, a screen reader hears the words. */
export function Progress({ label, value, max, unit, compact = false }: Props) {
  const words = `${formatNumber(value)} из ${formatNumber(max)}${unit ? ` ${unit}` : ''}`;
  const share = max > 0 ? Math.min(100, Math.max(0, (100 * value) / max)) : 0;
  return (
    <div className="min-w-0">
      <div className={`flex flex-wrap items-baseline justify-between gap-x-4 ${compact ? 'text-sm' : ''}`}>
        <span className={compact ? 'sr-only' : 'font-medium'}>{label}</span>
        <span className="tabular-nums text-ink-soft">{words}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={words}
        className={`mt-1.5 overflow-hidden rounded-full border border-line-strong bg-sunken ${compact ? 'h-2' : 'h-3'}`}
      >
        <div className="h-full bg-accent" style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
