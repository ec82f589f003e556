import { lazy, Suspense, useState } from 'react';
import type { Invoice } from '../../contract/invoice.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { Card } from '../ui/Card.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import classes from './InvoiceQrCode.module.css';
import { QrReading } from './QrReading.tsx';
import { type QrCodeContent, readQrCode } from './zatca.ts';

const QrDrawing = lazy(() => import('./QrDrawing.tsx'));

/** The QR code drawn, and what it says in plain words, held against the invoice. */
export function InvoiceQrCode({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const text = invoice.qrCode;
  if (text === null || text.trim() === '') {
    return (
      <Card title={t('qr.label')}>
        <p className={`${classes.sentence} muted`}>{t('qr.none')}</p>
      </Card>
    );
  }
  const content = readQrCode(text);
  return (
    <Card title={t('qr.label')}>
      {content.kind === 'picture' ? (
        <QrPicture key={content.address} address={content.address} />
      ) : isDrawn(text) ? (
        <div className={classes.code}>
          <Suspense fallback={<Skeleton width="100%" height="100%" />}>
            <QrDrawing text={text} label={t('qr.image')} tooLong={t('qr.drawFailed')} />
          </Suspense>
        </div>
      ) : null}
      <QrContent content={content} invoice={invoice} />
    </Card>
  );
}

/** A `data:` address is a file's content, not what a code says. */
function isDrawn(text: string): boolean {
  return !/^\s*data:/i.test(text);
}

/** A picture that stands where the code's text should; never run, whatever an SVG holds: it is an `<img>`. */
function QrPicture({ address }: { address: string }) {
  const { t } = useTranslation('invoices');
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) return <p className={classes.sentence}>{t('qr.brokenPicture')}</p>;
  return (
    <div className={classes.code}>
      <img
        className={classes.drawing}
        src={address}
        alt={t('qr.image')}
        onError={() => setIsBroken(true)}
        data-print
      />
    </div>
  );
}

function QrContent({ content, invoice }: { content: QrCodeContent; invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  switch (content.kind) {
    case 'zatca':
      return <QrReading code={content} invoice={invoice} />;
    case 'unreadable':
      return <p className={classes.sentence}>{t('qr.unreadable')}</p>;
    case 'picture':
      return <p className={classes.sentence}>{t('qr.picture')}</p>;
    case 'other':
      return (
        <>
          <p className={classes.sentence}>{t('qr.other')}</p>
          <p className={classes.text}>
            <bdi>{beginningOf(content.text)}</bdi>
          </p>
        </>
      );
  }
}

const shownCharacters = 200;

function beginningOf(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= shownCharacters) return text;
  return `${characters.slice(0, shownCharacters).join('')}…`;
}
