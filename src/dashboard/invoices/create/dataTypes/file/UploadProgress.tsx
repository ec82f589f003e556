import { useEffect, useRef } from 'react';
import { Button } from '../../../../components/Button.tsx';
import { useTranslation } from '../../../../i18n/useTranslation.tsx';
import type { UploadState } from '../../createForm.ts';
import classes from './FileField.module.css';

/** Upload progress with a cancel button until all bytes are sent. */
export function UploadProgress({ upload: { sent, total, cancel } }: { upload: UploadState }) {
  const { t } = useTranslation('createFields');
  const element = useRef<HTMLDivElement>(null);
  const percent = total === 0 ? 0 : Math.floor((sent / total) * 100);
  const taking = cancel === null;
  // Announced every 25 %, not at every step.
  const said = taking
    ? t('file.taking')
    : t('file.progress', { percent: percent - (percent % 25) });

  useEffect(() => {
    // The focused button is gone.
    if (taking && document.activeElement === document.body) element.current?.focus();
  }, [taking]);

  return (
    <div ref={element} tabIndex={-1} className={classes.upload}>
      <div
        role="progressbar"
        aria-label={t('file.uploading')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={taking ? undefined : percent}
        className={`${classes.bar} ${taking ? classes.taking : ''}`}
      >
        <div style={{ inlineSize: `${taking ? 100 : percent}%` }} />
      </div>
      <p aria-hidden="true">{taking ? t('file.taking') : t('file.progress', { percent })}</p>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {taking ? null : (
        <Button size="small" onClick={cancel}>
          {t('file.cancel')}
        </Button>
      )}
    </div>
  );
}
