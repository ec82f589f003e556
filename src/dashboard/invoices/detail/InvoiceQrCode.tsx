import { useState } from 'react';
import type { Invoice } from '../../../contract/invoice.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useHost } from '../../host/Host.ts';
import { lazyPart, loadPart } from '../../host/lazyPart.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './InvoiceQrCode.module.css';
import { QrReading } from './QrReading.tsx';
import { parseQrCode, type QrCodeContent } from './zatca.ts';

const QrDrawing = lazyPart({
  load: async () => (await loadPart(() => import('./QrDrawing.tsx'))).QrDrawing,
  pending: <Skeleton width="100%" height="100%" />,
  failed: NoDrawing,
  onFailure: 'reload',
});

/** The rest of the page works without the drawing. */
function NoDrawing() {
  const { t } = useTranslation('invoices');
  const { t: common } = useTranslation();
  const host = useHost();
  return (
    <div className={classes.missing}>
      <p>{t('qr.drawingMissing')}</p>
      <Button size="small" onClick={host.reload}>
        {common('actions.reload')}
      </Button>
    </div>
  );
}

/** The QR code as a drawing and in words, compared with the invoice. */
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
  const content = parseQrCode(text);
  return (
    <Card title={t('qr.label')}>
      {content.kind === 'picture' ? (
        <QrPicture key={content.address} address={content.address} />
      ) : (
        <QrOfText text={text} />
      )}
      <QrContent content={content} invoice={invoice} />
    </Card>
  );
}

/** The capacity of a QR code in bytes (version 40, lowest error correction). */
const longestInBytes = 2953;

function QrOfText({ text }: { text: string }) {
  const { t } = useTranslation('invoices');
  // A `data:` URL is the content of a file, not a code's text.
  if (/^\s*data:/i.test(text)) return null;
  if (new TextEncoder().encode(text).length > longestInBytes) {
    return <p className={classes.sentence}>{t('qr.drawFailed')}</p>;
  }
  return (
    <div className={classes.code}>
      <QrDrawing text={text} label={t('qr.image')} />
    </div>
  );
}

/** A picture where the code's text should be. An SVG can't run scripts in an `<img>`. */
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
            <bdi>{truncateText(content.text)}</bdi>
          </p>
        </>
      );
  }
}

const shownCharacters = 200;

function truncateText(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= shownCharacters) return text;
  return `${characters.slice(0, shownCharacters).join('')}…`;
}
