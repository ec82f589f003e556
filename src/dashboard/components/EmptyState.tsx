import type { ReactNode } from 'react';
import { EmptyDrawing } from './EmptyDrawing.tsx';
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
      <EmptyDrawing />
      <p className={classes.title}>{title}</p>
      {sentence === undefined ? null : <p className="muted">{sentence}</p>}
      {action}
    </div>
  );
}
