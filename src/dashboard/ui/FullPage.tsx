import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { EmptyDrawing } from './EmptyDrawing.tsx';
import { Isolate } from './Isolate.tsx';
import classes from './ProblemMessage.module.css';

interface FullPageProps {
  title: string;
  sentence: string;
  requestId?: string;
  /** The ways on. */
  children?: ReactNode;
}

/** A page that is one message. */
export function FullPage({ title, sentence, requestId = '', children }: FullPageProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.problem}>
      <EmptyDrawing />
      <h1 className={classes.title} tabIndex={-1}>
        {title}
      </h1>
      <p>{sentence}</p>
      <div className={classes.actions}>{children}</div>
      {requestId === '' ? null : (
        <p className={classes.request}>
          <Isolate>{t('requestId', { requestId })}</Isolate>
        </p>
      )}
    </div>
  );
}
