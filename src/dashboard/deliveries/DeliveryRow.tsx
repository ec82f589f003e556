import { Link } from '@tanstack/react-router';
import type { Delivery } from '../../contract/delivery.ts';
import type { OrderSummary } from '../../contract/order.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { paths } from '../paths.ts';
import { MissingText } from '../ui/MissingText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { DeliveryActions } from './DeliveryActions.tsx';
import { DeliveryChip } from './DeliveryChip.tsx';
import { DeliveryReasonText } from './DeliveryReasonText.tsx';
import classes from './DeliveryTable.module.css';
import { staffName } from './deliveryWords.ts';

interface DeliveryRowProps {
  delivery: Delivery;
  /** Where it is known. */
  order: OrderSummary | undefined;
  /** The order may still come. */
  pending: boolean;
  /** A newer one of the same order stands above it. */
  overtaken: boolean;
  /** It leads to what was sent together with it. */
  namesBatch: boolean;
}

export function DeliveryRow(props: DeliveryRowProps) {
  const { delivery, order, pending, overtaken, namesBatch } = props;
  const { t } = useTranslation('deliveries');
  const { t: say } = useTranslation('batches');
  const { t: common } = useTranslation();
  const { invoiceId, resolvedBy } = delivery;
  const number = order?.number ?? null;
  const customer = order?.customer?.name ?? null;
  return (
    <tr className={classes.row}>
      <td className={classes.state}>
        <DeliveryChip state={delivery.state} />
        <DeliveryReasonText delivery={delivery} />
        {delivery.state === 'unconfirmed' ? (
          <p className={classes.note}>{t('page.decideHint')}</p>
        ) : null}
        {delivery.followedBy === null ? null : (
          <p className={classes.note}>
            <Link to={paths.deliveries} search={{ orderId: delivery.orderId }}>
              {say('page.failed.anew')}
            </Link>
          </p>
        )}
        {resolvedBy === null ? null : (
          <p className={classes.note}>{t('page.decidedBy', { name: staffName(resolvedBy, t) })}</p>
        )}
      </td>
      <th scope="row" className={classes.order}>
        {number !== null ? (
          <span className={classes.number}>
            <bdi>{number}</bdi>
          </span>
        ) : pending ? (
          <>
            <Skeleton width="96px" />
            <VisuallyHidden>{common('loading')}</VisuallyHidden>
          </>
        ) : (
          <MissingText />
        )}
        {customer === null ? null : (
          <span className={classes.customer}>
            <bdi>{customer}</bdi>
          </span>
        )}
      </th>
      <td className={classes.invoice} data-empty={invoiceId === null || undefined}>
        {invoiceId === null ? (
          <MissingText />
        ) : (
          <Link
            to={paths.invoice}
            params={{ invoiceId }}
            aria-label={
              number === null
                ? t('page.openInvoiceWhole')
                : t('page.openInvoiceOf', { order: number })
            }
          >
            {t('page.openInvoice')}
          </Link>
        )}
      </td>
      <td className={classes.by} data-muted>
        <span className={classes.byLabel}>{t('page.by')} </span>
        <bdi>{delivery.requestedBy.name ?? t('staffMember')}</bdi>
        {namesBatch ? (
          <Link
            to={paths.batch}
            params={{ batchId: delivery.batchId }}
            className={classes.together}
            title={say('page.now.toBatch')}
          >
            {say('page.now.together')}
          </Link>
        ) : null}
      </td>
      <td className={classes.when} data-muted>
        <RelativeTime instant={delivery.finishedAt ?? delivery.requestedAt} />
      </td>
      <td className={classes.actions}>
        <DeliveryActions delivery={delivery} order={order} overtaken={overtaken} />
      </td>
    </tr>
  );
}
