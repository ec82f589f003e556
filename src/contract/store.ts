import { z } from 'zod';
import { Instant, SallaId } from './common.ts';
import { maximumUndoSeconds } from './limits.ts';

/**
 * How the store issues its invoices, as Salla's answers have shown: by Salla from the order (data type `order`
 * alone), by its own system (`data`, `url`, `file`), or by Salla's default provider, which takes none from outside
 * (Salla: Creating an invoice).
 */
export const IssuanceSetting = z.enum(['salla', 'custom', 'default_provider']);
export type IssuanceSetting = z.infer<typeof IssuanceSetting>;

/**
 * The store of the session; `issuance` is null until an answer of Salla's has shown it. `undoSeconds` is how long a
 * single resend waits in which it can be taken back.
 */
export const Store = z.object({
  id: SallaId,
  name: z.string().nullable(),
  issuance: z.object({ setting: IssuanceSetting, learnedAt: Instant }).nullable(),
  undoSeconds: z.int().min(0).max(maximumUndoSeconds),
});
export type Store = z.infer<typeof Store>;
