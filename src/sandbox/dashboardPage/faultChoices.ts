import type { Fault } from './port.ts';
import type { Words } from './words/english.ts';

interface FaultChoice {
  name: string;
  label: (words: Words) => string;
  faults: readonly Fault[];
}

const everywhere = { method: '*', path: '/admin/v2' };
const lost = { method: 'POST', answer: 'reset', after: true } as const;

/** What can go wrong with Salla by one choice in the panel; anything finer is for scripts. */
export const faultChoices: readonly FaultChoice[] = [
  { name: 'none', label: (words) => words.faultNone, faults: [] },
  { name: '429', label: (words) => words.fault429, faults: [{ ...everywhere, answer: '429' }] },
  { name: '503', label: (words) => words.fault503, faults: [{ ...everywhere, answer: '503' }] },
  { name: '500', label: (words) => words.fault500, faults: [{ ...everywhere, answer: '500' }] },
  {
    name: 'slow',
    label: (words) => words.faultSlow,
    faults: [{ ...everywhere, answer: 'slow', ms: 5000 }],
  },
  { name: 'hang', label: (words) => words.faultHang, faults: [{ ...everywhere, answer: 'hang' }] },
  {
    name: 'reset',
    label: (words) => words.faultReset,
    faults: [{ ...everywhere, answer: 'reset' }],
  },
  {
    name: 'lost',
    label: (words) => words.faultLost,
    faults: [
      { ...lost, path: '/admin/v2/orders/invoices' },
      { ...lost, path: '/admin/v2/orders/*/send-invoice' },
    ],
  },
  {
    name: 'no-email',
    label: (words) => words.faultNoEmail,
    faults: [{ method: 'POST', path: '/admin/v2/orders/*/send-invoice', answer: '422' }],
  },
];

function sameFault(one: Fault, other: Fault): boolean {
  return (
    one.method === other.method &&
    one.path === other.path &&
    one.answer === other.answer &&
    Boolean(one.after) === Boolean(other.after)
  );
}

/** The choice that is in force, null when a script has set something else. */
export function chosenFault(faults: readonly Fault[]): string | null {
  const chosen = faultChoices.find(
    (choice) =>
      choice.faults.length === faults.length &&
      choice.faults.every((fault) => faults.some((one) => sameFault(fault, one))),
  );
  return chosen?.name ?? null;
}
