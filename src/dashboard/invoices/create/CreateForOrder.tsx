import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import type { Order } from '../../../contract/order.ts';
import { Button } from '../../components/Button.tsx';
import { NotFoundCard } from '../../components/NotFoundCard.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { SkeletonCards } from '../../components/SkeletonCards.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { ChosenOrder } from './ChosenOrder.tsx';
import { CreateForm } from './CreateForm.tsx';
import classes from './CreatePage.module.css';
import { useCreationData } from './useCreationData.ts';

interface CreateForOrderProps {
  orderId: number;
  type: CreatableType;
  /** The user has just chosen the order: it takes the focus. */
  takesFocus: boolean;
  onType: (type: CreatableType) => void;
  onOtherOrder: () => void;
}

/** The form for the order in the address. */
export function CreateForOrder({ orderId, takesFocus, ...form }: CreateForOrderProps) {
  const begun = useCreationData(orderId, form.type);
  return (
    <QueryState
      query={begun}
      skeleton={<CreateSkeleton />}
      missing={<OrderNotFound onOtherOrder={form.onOtherOrder} />}
    >
      {({ order, creation }) =>
        creation === null ? (
          <OrderWhileLoading
            order={order}
            takesFocus={takesFocus}
            onOtherOrder={form.onOtherOrder}
          />
        ) : (
          <CreateForm creation={creation} takesFocus={takesFocus} {...form} />
        )
      }
    </QueryState>
  );
}

interface OrderFirstProps {
  order: Order;
  takesFocus: boolean;
  onOtherOrder: () => void;
}

/** The order, shown while the rest of the form's data is loading. */
function OrderWhileLoading(props: OrderFirstProps) {
  return (
    <div className={classes.columns} aria-busy="true">
      <div className={classes.column}>
        <ChosenOrder {...props} invoices="pending" refused={null} />
        <SkeletonCards heights={[120]} />
      </div>
    </div>
  );
}

function CreateSkeleton() {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <SkeletonCards heights={[168, 120, 240]} />
      </div>
    </div>
  );
}

/** The order doesn't exist, or belongs to another store. */
function OrderNotFound({ onOtherOrder }: { onOtherOrder: () => void }) {
  const { t } = useTranslation('create');
  return (
    <NotFoundCard
      title={t('order.missingTitle')}
      sentence={t('order.missingSentence')}
      action={<Button onClick={onOtherOrder}>{t('order.another')}</Button>}
    />
  );
}
