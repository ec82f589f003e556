import type { IconSvgElement } from '@hugeicons/react';
import type { ReactNode } from 'react';
import classes from './Banner.module.css';
import { Icon } from './Icon.tsx';

interface BannerProps {
  tone: 'accepted' | 'warning' | 'failed' | 'neutral';
  icon: IconSvgElement;
  children: ReactNode;
  /** What the person can do about it. */
  action?: ReactNode;
}

/** A sentence above the content, said to screen readers when it appears. */
export function Banner({ tone, icon, children, action }: BannerProps) {
  return (
    <div className={`${classes.banner} ${classes[tone]}`} role="status">
      <Icon icon={icon} size={20} />
      <p>{children}</p>
      {action}
    </div>
  );
}
