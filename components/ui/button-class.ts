export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'medium' | 'small' | 'large';

const VARIANT: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent border-transparent hover:bg-accent-strong',
  secondary: 'bg-surface text-ink border-line-strong hover:bg-sunken',
  quiet: 'bg-transparent text-accent border-transparent hover:bg-accent-soft hover:text-accent-strong',
  danger: 'bg-surface text-danger border-danger hover:bg-danger-soft hover:text-danger-strong',
};

/* Even the small one is 44 px high where a finger may be used (pointer: coarse). */
const SIZE: Record<ButtonSize, string> = {
  small: 'min-h-9 pointer-coarse:min-h-11 px-3 text-sm',
  medium: 'min-h-11 px-5 text-base',
  large: 'min-h-14 px-7 text-lg',
};

/** The one skin of buttons and of links that look like buttons; used by client leaves too, so it needs no package. */
export function buttonClass(variant: ButtonVariant = 'primary', size: ButtonSize = 'medium'): string {
  return `inline-flex items-center justify-center gap-2 rounded-md border font-medium leading-tight no-underline text-center transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55 py-1.5 print:hidden ${VARIANT[variant]} ${SIZE[size]}`;
}
