import { useId } from 'react';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { Button } from '../../ui/Button.tsx';
import { reasonText } from '../deliveryWords.ts';
import type { OrdersOfDeliveries } from '../useOrdersOfDeliveries.ts';
import { counted } from './counted.ts';
import { FailedRow } from './FailedRow.tsx';
import { type FailureGroup, isOpen } from './failureGroups.ts';
import classes from './TroubleList.module.css';
import type { Choice } from './useChoice.ts';
import { useFirstOf } from './useFirstOf.ts';

interface FailedGroupViewProps {
  group: FailureGroup;
  orders: OrdersOfDeliveries;
  choice: Choice;
}

/** The failed ones of one reason: how many, what mends it, and each of them. */
export function FailedGroupView({ group, orders, choice }: FailedGroupViewProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { t: say } = useTranslation('deliveries');
  const [first] = group.deliveries;
  const headingId = useId();
  const { kind, deliveries, open } = group;
  const { shown, more, showAll } = useFirstOf(deliveries);
  const openIds = deliveries.filter(isOpen).map(({ id }) => id);
  const chosen = openIds.filter((id) => choice.ids.has(id)).length;
  return (
    <section className={classes.group} aria-labelledby={headingId}>
      <div className={classes.groupHead}>
        <h3 id={headingId}>
          {t(`page.failed.groups.${kind}`)} <bdi className="muted">({deliveries.length})</bdi>
        </h3>
        {open < 2 ? null : (
          <label className={classes.choice}>
            <input
              type="checkbox"
              checked={chosen === open}
              ref={(box) => {
                if (box !== null) box.indeterminate = chosen > 0 && chosen < open;
              }}
              onChange={({ target }) => choice.choose(openIds, target.checked)}
            />
            {t('page.failed.all')}
          </label>
        )}
      </div>
      {first === undefined || kind === 'unknown' ? null : (
        <p className={classes.why}>{reasonText(first, say)}</p>
      )}
      <ul className={classes.rows}>
        {shown.map((delivery) => (
          <FailedRow
            key={delivery.id}
            delivery={delivery}
            orders={orders}
            chosen={choice.ids.has(delivery.id)}
            onChoose={(isChosen) => choice.choose([delivery.id], isChosen)}
          />
        ))}
      </ul>
      {more === 0 ? null : (
        <Button size="small" variant="quiet" onClick={showAll}>
          {t('page.failed.more', counted(more, language))}
        </Button>
      )}
    </section>
  );
}
