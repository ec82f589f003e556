import type { ComponentProps } from 'react';
import classes from './ToggleButton.module.css';

interface ToggleButtonProps extends ComponentProps<'button'> {
  'aria-pressed': boolean;
}

/** A choice of a filter, which stays pressed. Its owner sizes it for touch. */
export function ToggleButton(props: ToggleButtonProps) {
  return <button type="button" className={classes.toggle} {...props} />;
}
