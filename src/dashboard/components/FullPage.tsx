import type { ReactNode } from 'react';
import { EmptyDrawing } from './EmptyDrawing.tsx';
import classes from './ProblemMessage.module.css';
import { SupportCode } from './SupportCode.tsx';

interface FullPageProps {
  title: string;
  sentence: string;
  requestId?: string;
  /** The ways on. */
  children?: ReactNode;
}

/** A page that is one message. */
export function FullPage({ title, sentence, requestId = '', children }: FullPageProps) {
  return (
    <div className={classes.problem}>
      <EmptyDrawing />
      <h1 className={classes.title} tabIndex={-1}>
        {title}
      </h1>
      <p>{sentence}</p>
      <div className={classes.actions}>{children}</div>
      <SupportCode requestId={requestId} />
    </div>
  );
}
