import { type DeliveryState, isActive } from './deliveryStates.ts';

/** What tells when an invoice or a credit note was made; `date` and `time` are store time, `createdAt` is an exact instant. */
export interface DatedDocument {
  id: number;
  date: string | null;
  time: string | null;
  createdAt: string | null;
}

/** A delivery of the document's order; `at` is when it ended, or when it was asked for while it has not. */
export interface DatedDelivery {
  invoiceId: number | null;
  state: DeliveryState;
  at: string;
}

/**
 * Whether a delivery of an order counts for this document of it: the email has what existed when it left. Where only a
 * day is known, a delivery of the same day counts; where nothing is known, every delivery does.
 */
export function countsFor(document: DatedDocument, delivery: DatedDelivery): boolean {
  if (isActive(delivery.state)) return true;
  if (delivery.invoiceId === document.id) return true;
  const madeAt = earliestMoment(document);
  return Number.isNaN(madeAt) || Date.parse(delivery.at) >= madeAt;
}

/** Epoch ms; NaN where nothing readable tells. Riyadh has no daylight saving. */
function earliestMoment({ date, time, createdAt }: DatedDocument): number {
  if (createdAt !== null) return Date.parse(createdAt);
  if (date === null) return Number.NaN;
  return Date.parse(`${date}T${time ?? '00:00:00'}+03:00`);
}
