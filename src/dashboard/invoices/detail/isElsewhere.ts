import type { Invoice } from '../../../contract/invoice.ts';

/** Made from a url or a file: Salla says no amounts and no items, they are in the document alone. */
export function isElsewhere({ items, total, subTotal }: Invoice): boolean {
  return items.length === 0 && total === null && subTotal === null;
}
