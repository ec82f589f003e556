import { z } from 'zod';
import { parseZonedDate } from '../salla/parse/parseDate.ts';
import { parseId } from '../salla/parse/parseNumber.ts';

/**
 * What every webhook has. `storeId` is null where the event names no store that can be read: Salla's test events are
 * about none. `createdAt` in epoch ms, whole seconds; null where it is missing or can't be read.
 */
export const WebhookEvent = z
  .object({
    event: z.string().min(1).max(200),
    merchant: z.unknown().optional(),
    created_at: z.unknown().optional(),
    data: z.unknown().optional(),
  })
  .transform(({ event, merchant, created_at, data }) => ({
    event,
    storeId: readStoreId(merchant),
    createdAt: readCreatedAt(created_at),
    data,
  }));
export type WebhookEvent = z.infer<typeof WebhookEvent>;

function readStoreId(merchant: unknown): number | null {
  if (typeof merchant !== 'object' || merchant === null) return parseId(merchant);
  return 'id' in merchant ? parseId(merchant.id) : null;
}

const dateText = /^\w{3} \w{3} \d{1,2} \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}\b/;

/**
 * "2022-12-31 12:31:25" is store time; real deliveries also say "Wed Jun 30 2021 11:10:28 GMT+0300". Nothing else is
 * guessed at: `Date.parse` takes 05/10/2026 for a day in May.
 */
function readCreatedAt(wire: unknown): number | null {
  const { date, time } = parseZonedDate(wire);
  if (date !== null && time !== null) return Date.parse(`${date}T${time}+03:00`);
  if (typeof wire !== 'string' || !dateText.test(wire.trim())) return null;
  const at = Date.parse(wire.trim());
  return Number.isNaN(at) ? null : at;
}
