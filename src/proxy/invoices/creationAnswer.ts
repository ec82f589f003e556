import { z } from 'zod';
import { InvoiceSummary } from '../../contract/invoice.ts';
import { SallaFailure } from '../salla/client/failure.ts';
import type { CreateOutcome } from '../salla/client/types.ts';

const SallaRow = InvoiceSummary.omit({
  orderNumber: true,
  customer: true,
  lastDelivery: true,
  createdAt: true,
});

/** What Salla decided about a creation, as it is kept for a repeat of the same call. */
const CreationAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('created'), invoice: SallaRow }),
  z.object({
    outcome: z.literal('refused'),
    fields: z.record(z.string(), z.array(z.string())).optional(),
    sallaMessage: z.string().optional(),
  }),
]);

/** What is to be kept of an outcome; null for one that decides nothing. */
export function answerOf(made: CreateOutcome): z.infer<typeof CreationAnswer> | null {
  if (made.outcome === 'created') return { outcome: 'created', invoice: made.invoice };
  if (made.outcome !== 'refused') return null;
  const { fields, sallaMessage } = made.failure;
  return {
    outcome: 'refused',
    fields: fields === null ? undefined : { ...fields },
    sallaMessage: sallaMessage ?? undefined,
  };
}

/** The outcome that was kept. */
export function outcomeOf(answer: unknown): CreateOutcome {
  const kept = CreationAnswer.parse(answer);
  if (kept.outcome === 'created') return kept;
  return { outcome: 'refused', failure: new SallaFailure('invalid_fields', kept) };
}
