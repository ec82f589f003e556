import type { IconSvgElement } from '@hugeicons/react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import classes from './StateChip.module.css';

type Tone = 'neutral' | 'accepted' | 'failed' | 'warning' | 'busy';

interface StateChipProps {
  tone: Tone;
  icon?: IconSvgElement;
  iconPoints?: boolean;
  title?: string;
  children: ReactNode;
}

/** A state as icon, word and colour: never colour alone. */
export function StateChip({ tone, icon, iconPoints = false, title, children }: StateChipProps) {
  return (
    <span className={`${classes.chip} ${classes[tone]}`} title={title}>
      {icon ? <Icon icon={icon} size={14} pointing={iconPoints} /> : null}
      {children}
    </span>
  );
}
