import type { CreatableType } from '../../../contract/createInvoice.ts';
import { QueryState } from '../../ui/QueryState.tsx';
import { CreateForm } from './CreateForm.tsx';
import { CreateSkeleton } from './CreateSkeleton.tsx';
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
  const creation = useCreation(orderId, form.type);
  return (
    <QueryState
      query={creation}
      skeleton={<CreateSkeleton />}
      missing={<OrderNotFound onOtherOrder={form.onOtherOrder} />}
    >
      {(data) => <CreateForm creation={data} takesFocus={takesFocus} {...form} />}
    </QueryState>
  );
}
