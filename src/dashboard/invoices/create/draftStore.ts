import { z } from 'zod';
import { dataTypes } from '../../../contract/dataTypes.ts';
import { creatableTypes } from '../../../contract/invoiceTypes.ts';
import {
  clearText,
  keepText,
  keptTexts,
  parseJson,
  type ReloadSlot,
} from '../../host/reloadSlots.ts';
import type { DraftOf } from './createForm.ts';

/** A form as it is kept: what the person typed and chose in it, without what was filled in for them. */
const KeptDraft = z.object({
  typed: z.object({
    dataType: z.enum(dataTypes).optional(),
    invoiceNumber: z.string().optional(),
    subTotal: z.string().optional(),
    shippingCost: z.string().optional(),
    cashOnDeliveryCost: z.string().optional(),
    tax: z.string().optional(),
    taxValue: z.string().optional(),
    total: z.string().optional(),
    url: z.string().optional(),
  }),
  /** The file itself can't be kept; null where none is asked for. */
  fileName: z.string().nullable(),
  /** A submit without an answer: its key, and a text that is the same for the same values. */
  unanswered: z.object({ key: z.string(), values: z.string() }).nullable(),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

const StoredDraft = z.object({
  of: z.object({
    storeId: z.number(),
    userId: z.number(),
    orderId: z.number(),
    type: z.enum(creatableTypes),
  }),
  /** Epoch ms. */
  at: z.number(),
  draft: KeptDraft,
});

/** An older one is of another day's work. */
export const draftKeptMs = 12 * 60 * 60 * 1000;

export interface DraftStore {
  /** Null where there is none for this invoice, person and store, or an old one. */
  read: (of: DraftOf) => KeptDraft | null;
  keep: (of: DraftOf, draft: KeptDraft) => void;
  clear: () => void;
}

/** Keeps the one draft of this tab or frame, in the first of the places that works; `now` in epoch ms. */
export function createDraftStore(slots: readonly ReloadSlot[], now: () => number): DraftStore {
  return {
    read: (of) => {
      const stored = keptTexts(slots)
        .map((text) => StoredDraft.safeParse(parseJson(text)).data)
        .find((found) => found !== undefined && isSame(found.of, of));
      return stored !== undefined && now() - stored.at < draftKeptMs ? stored.draft : null;
    },
    keep: (of, draft) => {
      keepText(slots, JSON.stringify({ of, at: now(), draft }));
    },
    clear: () => clearText(slots),
  };
}

function isSame(one: DraftOf, other: DraftOf): boolean {
  return (
    one.storeId === other.storeId &&
    one.userId === other.userId &&
    one.orderId === other.orderId &&
    one.type === other.type
  );
}
