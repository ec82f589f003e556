import { type ReactNode, useId } from 'react';
import classes from './Card.module.css';

interface CardProps {
  children: ReactNode;
  /** Shown as the card's heading, which also names it. */
  title?: string;
  /** Beside the title, at the inline end. */
  actions?: ReactNode;
  /** Tables and lists reach to the card's edge. */
  flush?: boolean;
  className?: string | undefined;
}

export function Card({ children, title, actions, flush = false, className }: CardProps) {
  const titleId = useId();
  return (
    <section
      className={`${classes.card} ${flush ? '' : classes.padded} ${className ?? ''}`}
      aria-labelledby={title === undefined ? undefined : titleId}
    >
      {title === undefined ? null : (
        <div className={classes.head}>
          <h2 id={titleId}>{title}</h2>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
