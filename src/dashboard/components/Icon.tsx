import type { IconSvgElement } from '@hugeicons/react';
import { createElement, type ReactElement } from 'react';

interface IconProps {
  icon: IconSvgElement;
  /** In px; 16 in text, 20 beside it. */
  size?: number;
  /** For icons that point along the line (arrows, send): turned round in right-to-left. */
  pointing?: boolean;
  className?: string | undefined;
}

/**
 * A stroke icon beside words that say the same; screen readers skip it. Drawn here and not by
 * `HugeiconsIcon`, which sorts and copies an icon's strokes each time: lists show one in every row.
 */
export function Icon({ icon, size = 16, pointing = false, className = '' }: IconProps) {
  return (
    <svg
      className={pointing ? `pointing-icon ${className}` : className || undefined}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      aria-hidden="true"
    >
      {strokesOf(icon)}
    </svg>
  );
}

/** The same elements each time, so that React has nothing to compare. */
const drawn = new WeakMap<IconSvgElement, readonly ReactElement[]>();

function strokesOf(icon: IconSvgElement): readonly ReactElement[] {
  const known = drawn.get(icon);
  if (known !== undefined) return known;
  const strokes = icon.map(([tag, attributes], index) =>
    createElement(tag, { ...attributes, key: index }),
  );
  drawn.set(icon, strokes);
  return strokes;
}
