import { useState } from 'react';
import type { Delivery } from '../../../contract/delivery.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './TroubleList.module.css';
import type { OrdersOfPage } from './useShownOrders.ts';

/** Which deliveries of a section are ticked. */
export interface Choice {
  ids: ReadonlySet<string>;
  choose: (ids: readonly string[], chosen: boolean) => void;
}

export function useChoice(): Choice {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    choose: (changed, chosen) =>
      setIds((known) => {
        const next = new Set(known);
        for (const id of changed) {
          if (chosen) next.add(id);
          else next.delete(id);
        }
        return next;
      }),
  };
}

interface ChooseAllProps {
  deliveries: readonly Delivery[];
  choice: Choice;
}

/** Ticks all of these, or none; indeterminate while some are ticked. */
export function ChooseAll({ deliveries, choice }: ChooseAllProps) {
  const { t } = useTranslation('batches');
  const ids = deliveries.map(({ id }) => id);
  const chosen = ids.filter((id) => choice.ids.has(id)).length;
  return (
    <label className={classes.choice}>
      <input
        type="checkbox"
        checked={chosen === ids.length}
        ref={(box) => {
          if (box !== null) box.indeterminate = chosen > 0 && chosen < ids.length;
        }}
        onChange={({ target }) => choice.choose(ids, target.checked)}
      />
      {t('page.failed.all')}
    </label>
  );
}

interface ChooseOneProps {
  delivery: Delivery;
  orders: OrdersOfPage;
  choice: Choice;
}

export function ChooseOne({ delivery: { id, orderId }, orders, choice }: ChooseOneProps) {
  const { t } = useTranslation('batches');
  const order = orders.byId.get(orderId)?.number ?? null;
  return (
    <label className={classes.choice}>
      <input
        type="checkbox"
        checked={choice.ids.has(id)}
        onChange={({ target }) => choice.choose([id], target.checked)}
        aria-label={
          order === null ? t('page.failed.chooseUnknown') : t('page.failed.choose', { order })
        }
      />
    </label>
  );
}
