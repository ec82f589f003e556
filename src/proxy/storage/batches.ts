/** What was asked for together. Its deliveries are rows of their own; `skipped_orders` are those held back when it was asked for. */
export interface BatchTables {
  batches: {
    id: string;
    store_id: number;
    requested_by_id: number;
    requested_by_name: string | null;
    requested_at: number;
    requested_from: 'tab' | 'embedded';
    paused: 0 | 1;
    retry_of: string | null;
  };
  skipped_orders: {
    store_id: number;
    batch_id: string;
    position: number;
    order_id: number;
    reason: 'sent_recently' | 'already_queued';
    /** The delivery that stood in the way. */
    delivery_id: string;
  };
}
