import type { Delivery } from '../../../contract/delivery.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import type { OrdersOfPage } from './OrderName.tsx';
import classes from './TroubleList.module.css';
import type { Choice } from './useChoice.ts';

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
