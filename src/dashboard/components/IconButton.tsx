import type { IconSvgElement } from '@hugeicons/react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon } from './Icon.tsx';
import classes from './IconButton.module.css';

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconSvgElement;
  /** What it does, for screen readers and as a hint. */
  label: string;
  pointing?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that is an icon alone. */
export function IconButton({ icon, label, pointing = false, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={classes.button} aria-label={label} title={label}>
      <Icon icon={icon} size={20} pointing={pointing} />
    </button>
  );
}
