import { HugeiconsIcon, type IconSvgElement } from '@hugeicons/react';

interface IconProps {
  icon: IconSvgElement;
  /** In px; 16 in text, 20 beside it. */
  size?: number;
  /** For icons that point along the line (arrows, send): turned round in right-to-left. */
  pointing?: boolean;
  className?: string | undefined;
}

/** A stroke icon beside words that say the same; screen readers skip it. */
export function Icon({ icon, size = 16, pointing = false, className }: IconProps) {
  return (
    <HugeiconsIcon
      icon={icon}
      size={size}
      strokeWidth={1.5}
      aria-hidden="true"
      className={`${pointing ? 'pointing-icon' : ''} ${className ?? ''}`}
    />
  );
}
