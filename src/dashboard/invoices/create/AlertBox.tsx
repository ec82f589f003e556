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
  action?: ReactNode;
  /** Shown for support; empty if no answer came. */
  requestId?: string;
}

/** An alert above the form. After a failed submit it takes the focus if no field does. */
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
