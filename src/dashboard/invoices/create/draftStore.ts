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
import type { DraftOwner, TextField } from './createForm.ts';

const text = z.string().optional();
const typedTexts = {
  invoiceNumber: text,
  subTotal: text,
  shippingCost: text,
  cashOnDeliveryCost: text,
  tax: text,
  taxValue: text,
  total: text,
  url: text,
} satisfies Record<TextField, typeof text>;

/** A stored form: what the user typed and chose, without prefilled values. */
const DraftContent = z.object({
  typed: z.object({
    // A data type that this version doesn't know is left out; the rest of the draft stays.
    dataType: z.enum(dataTypes).optional().catch(undefined),
    ...typedTexts,
  }),
  /** The file itself can't be stored; null where there was none. */
  fileName: z.string().nullable(),
  /**
   * A submit with an unconfirmed outcome: its idempotency key and the fingerprint of its values. The stored name stays,
   * so that drafts of earlier versions can be read.
   */
  unanswered: z.object({ key: z.string(), values: z.string() }).nullable(),
});
export type DraftContent = z.infer<typeof DraftContent>;

const StoredDraft = z.object({
  of: z.object({
    storeId: z.number(),
    userId: z.number(),
    orderId: z.number(),
    type: z.enum(creatableTypes),
  }),
  /** Epoch ms. */
  at: z.number(),
  draft: DraftContent,
});

/** 12 hours: a draft is for the same working day. */
export const draftKeptMs = 12 * 60 * 60 * 1000;

export interface DraftStore {
  /** Null where there is none for this owner, or an expired one. */
  read: (of: DraftOwner) => DraftContent | null;
  write: (of: DraftOwner, draft: DraftContent) => void;
  clear: () => void;
}

/** Stores the one draft of this tab or frame in the first slot that works; `now` in epoch ms. */
export function createDraftStore(slots: readonly ReloadSlot[], now: () => number): DraftStore {
  return {
    read: (of) => {
      const stored = keptTexts(slots)
        .map((text) => StoredDraft.safeParse(parseJson(text)).data)
        .find((found) => found !== undefined && isSame(found.of, of));
      return stored !== undefined && now() - stored.at < draftKeptMs ? stored.draft : null;
    },
    write: (of, draft) => {
      keepText(slots, JSON.stringify({ of, at: now(), draft }));
    },
    clear: () => clearText(slots),
  };
}

function isSame(one: DraftOwner, other: DraftOwner): boolean {
  return (
    one.storeId === other.storeId &&
    one.userId === other.userId &&
    one.orderId === other.orderId &&
    one.type === other.type
  );
}
