import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import AlertCircleIcon from '@hugeicons/core-free-icons/AlertCircleIcon';
import InformationCircleIcon from '@hugeicons/core-free-icons/InformationCircleIcon';
import type { ReactNode } from 'react';
import { Icon } from '../../components/Icon.tsx';
import { SupportCode } from '../../components/SupportCode.tsx';
import classes from './AlertBox.module.css';

const icons = { failed: AlertCircleIcon, warning: Alert02Icon, neutral: InformationCircleIcon };

interface AlertBoxProps {
  title: string;
  tone: keyof typeof icons;
  children?: ReactNode;
  /** What the person can do about it. */
  action?: ReactNode;
  /** To read out to support; empty where no answer came. */
  requestId?: string;
}

/** Says above the form what came of it; takes the focus when nothing in the form is refused before it. */
export function AlertBox({ title, tone, children, action, requestId = '' }: AlertBoxProps) {
  return (
    <div role="alert" tabIndex={-1} data-refusal className={`${classes.alert} ${classes[tone]}`}>
      <Icon icon={icons[tone]} size={20} className={classes.icon} />
      <div className={classes.text}>
        <strong>{title}</strong>
        {children}
        {action ? <div className={classes.actions}>{action}</div> : null}
        <SupportCode requestId={requestId} />
      </div>
    </div>
  );
}
