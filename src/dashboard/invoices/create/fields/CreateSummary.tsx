import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Invoice } from '../../../../contract/invoice.ts';
import type { CreatableType } from '../../../../contract/invoiceTypes.ts';
import type { Order } from '../../../../contract/order.ts';
import { Card } from '../../../components/Card.tsx';
import { FileName } from '../../../components/FileName.tsx';
import { Isolate } from '../../../components/Isolate.tsx';
import { MissingText } from '../../../components/MissingText.tsx';
import { MoneyText } from '../../../components/MoneyText.tsx';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import type { CreateFormValues } from '../createForm.ts';
import classes from './CreateSummary.module.css';
import { currencyOf } from './currencyOf.ts';
import { SummaryAmounts } from './SummaryAmounts.tsx';

interface CreateSummaryProps {
  order: Order;
  /** The tax invoice that a credit note corrects. */
  source: Invoice | null;
  type: CreatableType;
}

/** What is about to be created, as far as it is entered. */
export function CreateSummary({ order, source, type }: CreateSummaryProps) {
  const { t } = useTranslation('createFields');
  const { control } = useFormContext<CreateFormValues>();
  const dataType = useWatch({ control, name: 'dataType' });
  return (
    <Card title={t('summary.title')}>
      <dl className={classes.lines}>
        <Line label={t('summary.type')}>{t(`summary.types.${type}`)}</Line>
        {source === null ? null : (
          <Line label={t('summary.corrects')}>
            <Isolate>{source.number ?? t('summary.noNumber')}</Isolate>
          </Line>
        )}
        <Line label={t('summary.order')}>
          {order.number === null ? <MissingText /> : <Isolate>{order.number}</Isolate>}
        </Line>
        <Line label={t('summary.from')}>
          {dataType === null ? (
            <span className="muted">{t('summary.notChosen')}</span>
          ) : (
            t(`summary.dataTypes.${dataType}`)
          )}
        </Line>
        {dataType === 'url' ? <AddressLine /> : null}
        {dataType === 'file' ? <FileLine /> : null}
        {dataType === 'data' ? <NumberLine type={type} /> : null}
        {dataType === 'order' ? (
          <Line label={t('labels.total')}>
            <MoneyText money={source?.total ?? order.total} />
          </Line>
        ) : null}
      </dl>
      {dataType === 'data' ? <SummaryAmounts currency={currencyOf(order)} /> : null}
    </Card>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Entered({ text }: { text: string | undefined }) {
  const { t } = useTranslation('createFields');
  if (!text) return <span className="muted">{t('summary.notEntered')}</span>;
  return <bdi className={classes.entered}>{text}</bdi>;
}

function NumberLine({ type }: { type: CreatableType }) {
  const { t } = useTranslation('createFields');
  const { control } = useFormContext<CreateFormValues>();
  const number = useWatch({ control, name: 'invoiceNumber' });
  return (
    <Line label={t(`numbers.${type}`)}>
      <Entered text={number.trim()} />
    </Line>
  );
}

function AddressLine() {
  const { t } = useTranslation('createFields');
  const { control } = useFormContext<CreateFormValues>();
  const url = useWatch({ control, name: 'url' });
  return (
    <Line label={t('summary.address')}>
      <Entered text={url.trim()} />
    </Line>
  );
}

function FileLine() {
  const { t } = useTranslation('createFields');
  const { control } = useFormContext<CreateFormValues>();
  const chosen = useWatch({ control, name: 'file' });
  return (
    <Line label={t('summary.file')}>
      {chosen === null ? (
        <Entered text="" />
      ) : (
        <span className={classes.entered}>
          <FileName name={chosen.file.name} />
        </span>
      )}
    </Line>
  );
}
