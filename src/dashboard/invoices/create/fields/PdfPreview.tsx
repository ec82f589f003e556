import { useEffect, useState } from 'react';
import { fileNameText } from '../../../i18n/fileName.ts';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import classes from './FileField.module.css';

/** Without the pages' thumbnails, as wide as the frame, where the viewer knows of it. */
const viewerOptions = '#navpanes=0&view=FitH';

interface Shown {
  /** A `blob:` address of this page alone. */
  address: string;
  /** Whether this browser shows PDFs inside pages. */
  inFrame: boolean;
}

/**
 * A PDF in a frame of its own, and a link for where that can't be seen. The file's type has to be `application/pdf`.
 *
 * The frame has no `sandbox`: with it, whatever it allows, Chromium shows its error page instead of any PDF, and
 * Firefox shows none either. What keeps the document apart all the same: only bytes that begin as a PDF come here,
 * the blob's type lets no browser read them as HTML, and browsers' PDF viewers run apart from the page around them.
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
