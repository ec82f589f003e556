import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { QueryState } from '../../components/QueryState.tsx';
import { CreateForm } from './CreateForm.tsx';
import { CreateSkeleton } from './CreateSkeleton.tsx';
import { OrderFirst } from './OrderFirst.tsx';
import { OrderNotFound } from './OrderNotFound.tsx';
import { useCreation } from './useCreation.ts';

interface CreateForOrderProps {
  orderId: number;
  type: CreatableType;
  /** A person chose the order just now: the focus goes to it. */
  takesFocus: boolean;
  onType: (type: CreatableType) => void;
  onOtherOrder: () => void;
}

/** The order at the address, then the form for it. */
export function CreateForOrder({ orderId, takesFocus, ...form }: CreateForOrderProps) {
  const begun = useCreation(orderId, form.type);
  return (
    <QueryState
      query={begun}
      skeleton={<CreateSkeleton />}
      missing={<OrderNotFound onOtherOrder={form.onOtherOrder} />}
    >
      {({ order, creation }) =>
        creation === null ? (
          <OrderFirst order={order} takesFocus={takesFocus} onOtherOrder={form.onOtherOrder} />
        ) : (
          <CreateForm creation={creation} takesFocus={takesFocus} {...form} />
        )
      }
    </QueryState>
  );
}
