import type { ReactNode } from 'react';
import type { Invoice } from '../../../contract/invoice.ts';
import { DateText } from '../../components/DateText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './InvoiceQrCode.module.css';
import { decimalTextToUnits } from './minorUnits.ts';
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
          <Compared verdict={compared.time}>
            <DateText date={invoice.date} />
          </Compared>
        </div>
        <div>
          <dt>{t('qr.total')}</dt>
          <dd>
            <CodeAmount text={code.total} />
          </dd>
          <Compared verdict={compared.total}>
            <MoneyText money={invoice.total} />
          </Compared>
        </div>
        <div>
          <dt>{t('qr.vat')}</dt>
          <dd>
            <CodeAmount text={code.vat} />
          </dd>
          <Compared verdict={compared.vat}>
            <MoneyText money={invoice.tax?.amount ?? null} />
          </Compared>
        </div>
      </dl>
    </>
  );
}

const words = { match: 'match', differs: 'mismatch', unknown: 'notCompared' } as const;

interface ComparedProps {
  verdict: keyof typeof words;
  /** What the invoice says itself: told where the code says another thing. */
  children: ReactNode;
}

function Compared({ verdict, children }: ComparedProps) {
  const { t } = useTranslation('invoices');
  return (
    <>
      <dd>
        <VerdictMark verdict={verdict}>{t(`qr.${words[verdict]}`)}</VerdictMark>
      </dd>
      {verdict === 'differs' ? (
        <dd className={classes.own}>
          {t('qr.invoiceSays')} {children}
        </dd>
      ) : null}
    </>
  );
}

/** A ZATCA code counts in SAR; what is no plain decimal number stands as it came. */
function CodeAmount({ text }: { text: string }) {
  if (decimalTextToUnits(text, 2) === null) return <bdi>{text}</bdi>;
  return <MoneyText money={{ amount: Number(text), currency: 'SAR' }} />;
}
