import { z } from 'zod';
import { SallaId } from '../../contract/common.ts';

/** What every webhook has. `createdAt` in epoch ms, null where Salla's text can't be read. */
export const WebhookEvent = z
  .object({
    event: z.string().min(1).max(200),
    merchant: z.union([
      SallaId,
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number)
        .pipe(SallaId),
    ]),
    created_at: z.unknown().optional(),
    data: z.unknown().optional(),
  })
  .transform(({ event, merchant, created_at, data }) => ({
    event,
    storeId: merchant,
    createdAt: readCreatedAt(created_at),
    data,
  }));
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** "2022-12-31 12:31:25" is store time; real deliveries also say "Wed Jun 30 2021 11:10:28 GMT+0300". */
function readCreatedAt(wire: unknown): number | null {
  if (typeof wire !== 'string') return null;
  const plain = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d+)?$/.exec(wire.trim());
  const at = Date.parse(plain === null ? wire : `${plain[1]}T${plain[2]}+03:00`);
  return Number.isNaN(at) ? null : at;
}
