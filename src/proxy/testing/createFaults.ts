import {
  type SallaTransport,
  type TransportAnswer,
  TransportError,
} from '../salla/client/transport.ts';
import { contents, isCreation } from './createInvoice.ts';

/** A fault's answer, as the sandbox names it. */
export const creating = { method: 'POST', path: '/admin/v2/orders/invoices' } as const;

export const taxInvoice = { type: 'tax_invoice', ...contents.url };

/** Each creation of an invoice gets the next of these faults; the last one repeats. */
export function withFault(
  ...treatments: readonly ((forward: () => Promise<TransportAnswer>) => unknown)[]
) {
  let turn = 0;
  return (onward: SallaTransport): SallaTransport =>
    async (request) => {
      if (!isCreation(request)) return onward(request);
      const treat = treatments[Math.min(turn, treatments.length - 1)];
      turn += 1;
      const error = await treat?.(() => onward(request));
      if (error instanceof Error) throw error;
      return onward(request);
    };
}

/** The connection breaks after the request left. */
export const lost = new TransportError(
  { method: 'POST', url: 'http://salla.test/' },
  'reset',
  true,
);
export const unopened = new TransportError(
  { method: 'POST', url: 'http://salla.test/' },
  'connect',
  false,
);
