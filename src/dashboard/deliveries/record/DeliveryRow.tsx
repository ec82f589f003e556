import { Link } from '@tanstack/react-router';
import type { Delivery } from '../../../contract/delivery.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { Isolate } from '../../components/Isolate.tsx';
import { MissingText } from '../../components/MissingText.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { DeliveryChip } from '../DeliveryChip.tsx';
import { DeliveryReasonText } from '../DeliveryReasonText.tsx';
import { staffName } from '../deliveryWords.ts';
import { DeliveryActions } from './DeliveryActions.tsx';
import classes from './DeliveryTable.module.css';
import { OrderLabel } from './OrderLabel.tsx';
import type { OrdersOfDeliveries } from './useOrdersOfDeliveries.ts';

interface DeliveryRowProps {
  delivery: Delivery;
  orders: OrdersOfDeliveries;
  /** A newer one of the same order stands above it. */
  overtaken: boolean;
  /** It leads to what was sent together with it. */
  namesBatch: boolean;
}

export function DeliveryRow(props: DeliveryRowProps) {
  const { delivery, orders, overtaken, namesBatch } = props;
  const { t } = useTranslation('deliveries');
  const { t: say } = useTranslation('batches');
  const { orderId, invoiceId, resolvedBy } = delivery;
  const order = orders.byId.get(orderId);
  const number = order?.number ?? null;
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
            <Link to={paths.deliveries} search={{ orderId }}>
              {say('page.failed.anew')}
            </Link>
          </p>
        )}
        {resolvedBy === null ? null : (
          <p className={classes.note}>{t('page.decidedBy', { name: staffName(resolvedBy, t) })}</p>
        )}
      </td>
      <th scope="row" className={classes.order}>
        <OrderLabel orderId={orderId} orders={orders} />
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
        <Isolate cut>{delivery.requestedBy.name ?? t('staffMember')}</Isolate>
        {namesBatch ? (
          <Link
            to={paths.batch}
            params={{ batchId: delivery.batchId }}
            className={`${classes.together} touch-link`}
          >
            {say('page.now.toBatch')}
          </Link>
        ) : null}
      </td>
      <td className={classes.when} data-muted>
        <RelativeTime instant={delivery.finishedAt ?? delivery.requestedAt} />
      </td>
      <td className={classes.actions}>
        <DeliveryActions
          delivery={delivery}
          order={order}
          pending={orders.pending.has(orderId)}
          overtaken={overtaken}
        />
      </td>
    </tr>
  );
}
