import { maximumOrdersPerBatch } from '../../../contract/limits.ts';
import {
  clearText,
  keepText,
  keptTexts,
  parseJson,
  type ReloadSlot,
} from '../../host/reloadSlots.ts';
import type { SelectedInvoice, Selection } from './selection.ts';
import type { SelectionStorage } from './selectionStore.ts';

/** A selection is restored only for the same user in the same store. */
export interface SelectionOwner {
  storeId: number;
  userId: number;
}

/** 12 hours: a selection is for the same working day. */
const maximumAgeMs = 12 * 60 * 60 * 1000;

interface SlotStorage extends SelectionStorage {
  /** False if no slot works. An empty selection clears the slots. */
  write: (selection: Selection) => boolean;
}

/**
 * Stores a selection over a reload, in the first slot that works; without one it is in memory only. `now` in epoch ms.
 */
export function createSelectionStorage(
  slots: readonly ReloadSlot[],
  owner: SelectionOwner,
  now: () => number,
): SlotStorage {
  function write(selection: Selection): boolean {
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
  }

  return {
    getItem: () => {
      const [text] = keptTexts(slots);
      const selection = text === undefined ? null : parse(text, owner, now());
      return selection === null ? null : { state: { selection } };
    },
    setItem: (_name, { state }) => write(state.selection),
    removeItem: () => clearText(slots),
    write,
  };
}

function parse(text: string, owner: SelectionOwner, now: number): Selection | null {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return null;
  if (!('storeId' in value) || value.storeId !== owner.storeId) return null;
  if (!('userId' in value) || value.userId !== owner.userId) return null;
  if (!('at' in value) || typeof value.at !== 'number' || now - value.at > maximumAgeMs)
    return null;
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
