import { Icon } from '@/components/ui/icon';
import type { ViewSettings } from './view-settings';

const BUTTON =
  'inline-flex min-h-11 items-center gap-2 rounded-md px-3 text-left text-sm leading-tight font-medium text-ink hover:bg-sunken hover:text-accent';

/** «Версия для слабовидящих» as a form of one button: works without JavaScript, comes back to the same page. */
export function VisionSwitch({ view, compact = false }: { view: ViewSettings; compact?: boolean }) {
  const large = view.vision === 'large';
  return (
    <form action="/api/view" method="post">
      <button type="submit" name="vision" value={large ? 'usual' : 'large'} className={BUTTON}>
        <Icon name="eye" />
        <span className={compact && !large ? 'max-xl:sr-only' : ''}>
          {large ? 'Обычная версия' : 'Версия для слабовидящих'}
        </span>
      </button>
    </form>
  );
}

const NEXT_THEME = {
  auto: { value: 'dark', icon: 'moon', words: 'Тёмное оформление' },
  light: { value: 'dark', icon: 'moon', words: 'Тёмное оформление' },
  dark: { value: 'light', icon: 'sun', words: 'Светлое оформление' },
} as const;

/** Light or dark by hand; without a choice the device decides. Hidden in the high-contrast version, which is one. */
export function ThemeSwitch({ view, wordless = false }: { view: ViewSettings; wordless?: boolean }) {
  if (view.vision === 'large') return null;
  const { value, icon, words } = NEXT_THEME[view.theme];
  return (
    <form action="/api/view" method="post">
      <button
        type="submit"
        name="theme"
        value={value}
        className={`${BUTTON} ${wordless ? 'min-w-11 justify-center' : ''}`}
      >
        <Icon name={icon} />
        <span className={wordless ? 'sr-only' : ''}>{words}</span>
      </button>
    </form>
  );
}
