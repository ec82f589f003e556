import { useEffect, useState } from 'react';
import { fileNameText } from '../../../../i18n/fileName.ts';
import { useTranslation } from '../../../../i18n/useTranslation.tsx';
import classes from './FileField.module.css';

/** Viewer options: no thumbnails, fit to width. Viewers that don't know them ignore them. */
const viewerOptions = '#navpanes=0&view=FitH';

interface Shown {
  /** A `blob:` URL of this page. */
  address: string;
  /** Whether the browser shows PDFs inside pages. */
  inFrame: boolean;
}

/**
 * A PDF in an iframe, with a link for browsers that can't show it. The file's type must be `application/pdf`. The
 * iframe has no `sandbox`: with any value of it Chromium shows an error page in place of a PDF, and Firefox shows
 * nothing. The document is isolated all the same: only bytes that start as a PDF get here, the blob's type keeps
 * browsers from parsing them as HTML, and PDF viewers run apart from the page.
 */
export function PdfPreview({ file }: { file: File }) {
  const { t } = useTranslation('createFields');
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const address = URL.createObjectURL(file);
    setShown({ address, inFrame: navigator.pdfViewerEnabled });
    return () => URL.revokeObjectURL(address);
  }, [file]);
  if (shown === null) return null;
  return (
    <div className={classes.preview}>
      {shown.inFrame ? (
        <iframe
          src={`${shown.address}${viewerOptions}`}
          title={t('file.preview', { name: fileNameText(file.name) })}
        />
      ) : (
        <p className="muted">{t('file.noPreview')}</p>
      )}
      {shown.inFrame ? <p className="muted">{t('file.notSeen')}</p> : null}
      <a href={shown.address} target="_blank" rel="noreferrer">
        {t('file.open')}
      </a>
    </div>
  );
}
