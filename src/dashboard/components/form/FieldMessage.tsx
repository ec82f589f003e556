import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import AlertCircleIcon from '@hugeicons/core-free-icons/AlertCircleIcon';
import type { ReactNode } from 'react';
import { Icon } from '../Icon.tsx';
import classes from './FieldMessage.module.css';

interface FieldMessageProps {
  tone: 'help' | 'error' | 'warning';
  /** What the field's input is described by. */
  id?: string;
  children: ReactNode;
}

const icons = { error: AlertCircleIcon, warning: Alert02Icon };

/** A sentence below a field: help, or in its place why it is refused; or what may be wrong. */
export function FieldMessage({ tone, id, children }: FieldMessageProps) {
  return (
    <div id={id} className={`${classes.message} ${classes[tone]}`}>
      {tone === 'help' ? null : <Icon icon={icons[tone]} />}
      <div>{children}</div>
    </div>
  );
}
