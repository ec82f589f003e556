import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import type { Order } from '../../../contract/order.ts';
import { useHost } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';

/** What became of a form that was left while it was being sent. */
export type LaterOutcome = 'created' | 'failed' | 'unanswered';

const kinds = { created: 'success', failed: 'error', unanswered: 'warning' } as const;

/** Says it wherever the person is by then, and of which order. */
export function useAnsweredLater(
  { id, number }: Pick<Order, 'id' | 'number'>,
  type: CreatableType,
): (outcome: LaterOutcome) => void {
  const { t } = useTranslation('create');
  const host = useHost();
  return (outcome) => {
    host.toast(kinds[outcome], t(`later.${outcome}.${type}`, { order: number ?? id }));
  };
}
