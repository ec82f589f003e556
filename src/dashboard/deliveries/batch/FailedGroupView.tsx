import { useId } from 'react';
import { useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { reasonText } from '../deliveryWords.ts';
import { ChooseAll } from './ChooseAll.tsx';
import { FailedRow } from './FailedRow.tsx';
import type { FailureGroup } from './failureGroups.ts';
import { MoreRows } from './MoreRows.tsx';
import type { OrdersOfPage } from './OrderName.tsx';
import classes from './TroubleList.module.css';
import type { Choice } from './useChoice.ts';
import { useFirstOf } from './useFirstOf.ts';

interface FailedGroupViewProps {
  group: FailureGroup;
  /** All of them were read, so they can be counted. */
  isWhole: boolean;
  orders: OrdersOfPage;
  choice: Choice;
}

/** The failed ones of one reason: how many, what mends it, and each of them. */
export function FailedGroupView({ group, isWhole, orders, choice }: FailedGroupViewProps) {
  const { t } = useTranslation('batches');
  const { t: say } = useTranslation('deliveries');
  const { language } = useLayout();
  const headingId = useId();
  const { kind, deliveries } = group;
  const [first] = deliveries;
  const { shown, more, showAll } = useFirstOf(deliveries);
  return (
    <section className={classes.group} aria-labelledby={headingId}>
      <div className={classes.groupHead}>
        <h3 id={headingId}>
          {t(`page.failed.groups.${kind}`)}{' '}
          {isWhole ? (
            <bdi className="muted">({formatNumber(deliveries.length, language)})</bdi>
          ) : null}
        </h3>
        {deliveries.length < 2 ? null : (
          <ChooseAll ids={deliveries.map(({ id }) => id)} choice={choice} />
        )}
      </div>
      {first === undefined || kind === 'unknown' ? null : (
        <p className={classes.why}>{reasonText(first, say)}</p>
      )}
      <ul className={classes.rows}>
        {shown.map((delivery) => (
          <FailedRow key={delivery.id} delivery={delivery} orders={orders} choice={choice} />
        ))}
      </ul>
      <MoreRows more={more} onShow={showAll} />
    </section>
  );
}
