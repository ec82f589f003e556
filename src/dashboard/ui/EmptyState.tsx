import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  title: string;
  sentence?: string;
  /** The action that helps. */
  action?: ReactNode;
}

/** Nothing to show: why, and what helps. */
export function EmptyState({ title, sentence, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <svg
        className={classes.drawing}
        viewBox="0 0 96 72"
        fill="none"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d="M30 8h28l12 12v44H30z" className={classes.paper} />
        <path d="M58 8v12h12M38 30h24M38 38h24M38 46h14" />
        <path d="M14 64h68" className={classes.ground} />
      </svg>
      <p className={classes.title}>{title}</p>
      {sentence === undefined ? null : <p className="muted">{sentence}</p>}
      {action}
    </div>
  );
}
