import { useState } from 'react';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { Button } from './Button.tsx';
import { copyText } from './copyText.ts';
import classes from './SupportCode.module.css';
import { supportCode } from './supportCode.ts';

/** The request in eight characters to read out, and its whole id to copy. Shows nothing where no answer came. */
export function SupportCode({ requestId }: { requestId: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<'copied' | 'refused' | null>(null);
  if (requestId === '') return null;
  return (
    <div className={classes.support}>
      <span>
        {t('support.code')} <bdi className={classes.code}>{supportCode(requestId)}</bdi>
      </span>
      <Button
        size="small"
        variant="quiet"
        onClick={() => {
          void copyText(requestId).then((done) => setCopied(done ? 'copied' : 'refused'));
        }}
      >
        {t('support.copy')}
      </Button>
      <span role="status">
        {copied === 'copied' ? t('support.copied') : null}
        {/* Where the browser lets nobody copy, the whole of it can be selected. */}
        {copied === 'refused' ? <bdi className={classes.whole}>{requestId}</bdi> : null}
      </span>
    </div>
  );
}
