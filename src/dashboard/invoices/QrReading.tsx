import type { Invoice } from '../../contract/invoice.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { DateText } from '../ui/DateText.tsx';
import classes from './InvoiceQrCode.module.css';
import { compareWithInvoice } from './qrComparison.ts';
import { VerdictMark } from './VerdictMark.tsx';
import type { ZatcaCode } from './zatca.ts';

const overallWords = { match: 'matches', differs: 'differs', unknown: 'unknown' } as const;

/** What a ZATCA code says, field by field, and whether the invoice says the same. */
export function QrReading({ code, invoice }: { code: ZatcaCode; invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const compared = compareWithInvoice(code, invoice);
  const hasTime = /\d[T ]\d/.test(code.time);
  const clock = /[T ](\d\d:\d\d)/.exec(code.time)?.[1] ?? null;
  const isZoned = /(Z|[+-]\d\d:?\d\d)\s*$/i.test(code.time) && hasTime;
  return (
    <>
      <p className={`${classes.overall} ${classes[compared.overall]}`}>
        <VerdictMark verdict={compared.overall}>
          {t(`qr.${overallWords[compared.overall]}`)}
        </VerdictMark>
      </p>
      <dl className={classes.reading}>
        <div>
          <dt>{t('qr.seller')}</dt>
          <dd className={classes.name}>
            <bdi>{code.sellerName}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('qr.vatNumber')}</dt>
          <dd>
            <bdi>{code.vatNumber}</bdi>
          </dd>
          <dd>
            <VerdictMark verdict={compared.vatNumberValid ? 'match' : 'differs'}>
              {t(compared.vatNumberValid ? 'qr.valid' : 'qr.invalid')}
            </VerdictMark>
          </dd>
        </div>
        <div>
          <dt>{t('qr.time')}</dt>
          <dd>
            {compared.day === null ? (
              <bdi>{code.time}</bdi>
            ) : (
              <DateText date={compared.day} time={isZoned ? code.time.trim() : clock} />
            )}
          </dd>
          <Compared verdict={compared.time} />
        </div>
        <div>
          <dt>{t('qr.total')}</dt>
          <dd>
            <bdi>{code.total}</bdi>
          </dd>
          <Compared verdict={compared.total} />
        </div>
        <div>
          <dt>{t('qr.vat')}</dt>
          <dd>
            <bdi>{code.vat}</bdi>
          </dd>
          <Compared verdict={compared.vat} />
        </div>
      </dl>
    </>
  );
}

const words = { match: 'match', differs: 'mismatch', unknown: 'notCompared' } as const;

function Compared({ verdict }: { verdict: keyof typeof words }) {
  const { t } = useTranslation('invoices');
  return (
    <dd>
      <VerdictMark verdict={verdict}>{t(`qr.${words[verdict]}`)}</VerdictMark>
    </dd>
  );
}
