import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import CheckmarkCircle02Icon from '@hugeicons/core-free-icons/CheckmarkCircle02Icon';
import HelpCircleIcon from '@hugeicons/core-free-icons/HelpCircleIcon';
import type { ReactNode } from 'react';
import { Icon } from '../../components/Icon.tsx';
import classes from './InvoiceQrCode.module.css';
import type { Verdict } from './qrComparison.ts';

const icons = { match: CheckmarkCircle02Icon, differs: Alert02Icon, unknown: HelpCircleIcon };

/** A comparison's outcome as icon, word and colour. */
export function VerdictMark({ verdict, children }: { verdict: Verdict; children: ReactNode }) {
  return (
    <span className={`${classes.verdict} ${classes[verdict]}`}>
      <Icon icon={icons[verdict]} />
      {children}
    </span>
  );
}
