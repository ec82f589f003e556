import { maximumOrdersPerBatch } from '../../../contract/limits.ts';
import {
  clearText,
  keepText,
  keptTexts,
  parseJson,
  type ReloadSlot,
} from '../../host/reloadSlots.ts';
import type { SelectedInvoice, Selection } from './selection.ts';

/** Whose selection it is: nobody else, and no other store, gets to see it. */
export interface SelectionOwner {
  storeId: number;
  userId: number;
}

/** An older one is of another day's work. */
const keptForMs = 12 * 60 * 60 * 1000;

export interface KeptSelection {
  /** Null where there is none of this person and store, or an old one. */
  read: () => Selection | null;
  /** An empty one is forgotten. False where it could not be kept. */
  keep: (selection: Selection) => boolean;
}

/** Keeps a selection over a reload, in the first of the places that works; where none does it is in memory alone. `now` in epoch ms. */
export function keptSelection(
  slots: readonly ReloadSlot[],
  owner: SelectionOwner,
  now: () => number,
): KeptSelection {
  return {
    read: () => {
      const [text] = keptTexts(slots);
      return text === undefined ? null : parse(text, owner, now());
    },
    keep: (selection) => {
      if (selection.size === 0) {
        clearText(slots);
        return true;
      }
      const rows = [...selection.values()].map(({ id, orderId, isCreditNote }) => [
        id,
        orderId,
        isCreditNote ? 1 : 0,
      ]);
      return keepText(slots, JSON.stringify({ ...owner, at: now(), rows }));
    },
  };
}

function parse(text: string, owner: SelectionOwner, now: number): Selection | null {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return null;
  if (!('storeId' in value) || value.storeId !== owner.storeId) return null;
  if (!('userId' in value) || value.userId !== owner.userId) return null;
  if (!('at' in value) || typeof value.at !== 'number' || now - value.at > keptForMs) return null;
  if (!('rows' in value) || !Array.isArray(value.rows)) return null;
  const invoices = value.rows.map(parseRow).filter((row) => row !== null);
  return new Map(invoices.slice(0, maximumOrdersPerBatch).map((row) => [row.id, row]));
}

function parseRow(row: unknown): SelectedInvoice | null {
  if (!Array.isArray(row)) return null;
  const [id, orderId, creditNote]: unknown[] = row;
  if (!isId(id) || !isId(orderId)) return null;
  return { id, orderId, isCreditNote: creditNote === 1 };
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
