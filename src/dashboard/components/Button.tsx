import type { IconSvgElement } from '@hugeicons/react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import classes from './Button.module.css';
import { Icon } from './Icon.tsx';

export type ButtonVariant = 'filled' | 'outlined' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One filled button a page. */
  variant?: ButtonVariant;
  size?: 'small' | 'medium';
  icon?: IconSvgElement;
  /** The icon points along the line, so right-to-left turns it. */
  iconPoints?: boolean;
  /** Something that it started is under way: it keeps its place and its focus, and does nothing. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  variant = 'outlined',
  size = 'medium',
  icon,
  iconPoints = false,
  busy = false,
  children,
  onClick,
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`${buttonClass(variant, size)} ${className ?? ''}`}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <span className={classes.spinner} aria-hidden="true" /> : null}
      {icon && !busy ? <Icon icon={icon} pointing={iconPoints} /> : null}
      {children}
    </button>
  );
}

/** The look of a button for a link that leads somewhere. */
export function buttonClass(
  variant: ButtonVariant = 'outlined',
  size: 'small' | 'medium' = 'medium',
): string {
  return `${classes.button} ${classes[variant]} ${classes[size]}`;
}
