import { lazy, Suspense } from 'react';
import type { Invoice } from '../../contract/invoice.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { Card } from '../ui/Card.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import classes from './InvoiceQrCode.module.css';
import { QrReading } from './QrReading.tsx';
import { readQrCode } from './zatca.ts';

const QrDrawing = lazy(() => import('./QrDrawing.tsx'));

/** The QR code drawn, and what it says in plain words, held against the invoice. */
export function InvoiceQrCode({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const text = invoice.qrCode;
  if (text === null || text === '') {
    return (
      <Card title={t('qr.label')}>
        <p className={`${classes.sentence} muted`}>{t('qr.none')}</p>
      </Card>
    );
  }
  const content = readQrCode(text);
  return (
    <Card title={t('qr.label')}>
      <div className={classes.code}>
        <Suspense fallback={<Skeleton width="100%" height="100%" />}>
          <QrDrawing text={text} label={t('qr.image')} tooLong={t('qr.drawFailed')} />
        </Suspense>
      </div>
      {content.kind === 'zatca' ? (
        <QrReading code={content} invoice={invoice} />
      ) : (
        <>
          <p className={classes.sentence}>{t('qr.other')}</p>
          <p className={classes.text}>
            <bdi>{content.text}</bdi>
          </p>
        </>
      )}
    </Card>
  );
}
