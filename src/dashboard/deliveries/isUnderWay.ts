import type { DeliveryState } from '../../contract/delivery.ts';

/** Whether something will still become of it by itself. */
export function isUnderWay({ state }: { state: DeliveryState }): boolean {
  return state === 'queued' || state === 'sending';
}
