import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import CheckmarkCircle02Icon from '@hugeicons/core-free-icons/CheckmarkCircle02Icon';
import HelpCircleIcon from '@hugeicons/core-free-icons/HelpCircleIcon';
import type { ReactNode } from 'react';
import type { Invoice } from '../../../contract/invoice.ts';
import { DateText } from '../../components/DateText.tsx';
import { Icon } from '../../components/Icon.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './InvoiceQrCode.module.css';
import { decimalTextToUnits } from './minorUnits.ts';
import { compareWithInvoice, type Verdict } from './qrComparison.ts';
import type { ZatcaCode } from './zatca.ts';

const overallWords = { match: 'matches', differs: 'differs', unknown: 'unknown' } as const;

/** The fields of a ZATCA code, each compared with the invoice. */
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
  /** The invoice's own value, shown if the code differs. */
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

/** An amount of a ZATCA code in SAR; text that is no plain decimal number stays as it is. */
function CodeAmount({ text }: { text: string }) {
  if (decimalTextToUnits(text, 2) === null) return <bdi>{text}</bdi>;
  return <MoneyText money={{ amount: Number(text), currency: 'SAR' }} />;
}

const icons = { match: CheckmarkCircle02Icon, differs: Alert02Icon, unknown: HelpCircleIcon };

/** A comparison's result as icon, word and color. */
function VerdictMark({ verdict, children }: { verdict: Verdict; children: ReactNode }) {
  return (
    <span className={`${classes.verdict} ${classes[verdict]}`}>
      <Icon icon={icons[verdict]} />
      {children}
    </span>
  );
}
