import { Link } from '@tanstack/react-router';
import type { Delivery } from '../../contract/delivery.ts';
import type { OrderSummary } from '../../contract/order.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { paths } from '../paths.ts';
import { MissingText } from '../ui/MissingText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
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
}

export function DeliveryRow({ delivery, order, pending, overtaken }: DeliveryRowProps) {
  const { t } = useTranslation('deliveries');
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
          <Skeleton width="96px" />
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
