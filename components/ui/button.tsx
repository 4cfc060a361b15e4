import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';
import { Icon, type IconName } from './icon';
import { SiteLink } from './site-link';

type Skin = { variant?: ButtonVariant; size?: ButtonSize; icon?: IconName; children: ReactNode };

/** A plain button. To send a form with a waiting state, use SubmitButton of components/form. */
export function Button({
  variant = 'primary',
  size,
  icon,
  children,
  type = 'button',
  ...rest
}: Skin & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'>) {
  return (
    <button type={type} className={buttonClass(variant, size)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that is the next step of the page: going somewhere is a link, doing something is a button. */
export function ButtonLink({
  href,
  variant = 'primary',
  size,
  icon,
  children,
  ...rest
}: Skin & { href: string; download?: boolean; 'aria-label'?: string; 'aria-describedby'?: string }) {
  return (
    <SiteLink href={href} className={buttonClass(variant, size)} data-plain="" {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </SiteLink>
  );
}

/** Actions in a row that wraps on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
