import type { QueryClient } from '@tanstack/react-query';
import type { Delivery, DeliveryBatch, DeliveryRequest } from '../../../contract/delivery.ts';
import { blocksResend, isActive } from '../../../contract/deliveryStates.ts';
import type { Language } from '../../../contract/languages.ts';
import type { Order } from '../../../contract/order.ts';
import { deliveryQueries } from '../../api/deliveryQueries.ts';
import { orderQueries } from '../../api/orderQueries.ts';
import { ProblemError } from '../../api/ProblemError.ts';
import { storeQueries } from '../../api/storeQueries.ts';
import type { Host } from '../../host/Host.ts';
import type { DeliveryWords } from '../deliveryWords.ts';
import { previewDeliveries, requestDeliveries } from './requestDeliveries.ts';
import { type SentDocument, sendQuestion } from './resendQuestions.ts';

/** A setting of the proxy, which hardly changes. */
const settingFreshFor = 600_000;

/** The order whose invoice is to be sent, and the invoice it was asked from. */
export interface ResendTarget {
  orderId: number;
  invoiceId: number | null;
  /** The same invoice, where the page knows more of it than its id. */
  document?: SentDocument;
}

export interface ResendSurroundings {
  host: Pick<Host, 'confirm'>;
  queryClient: QueryClient;
  t: DeliveryWords;
  language: Language;
  now: () => number;
  randomId: () => string;
}

type NotAgreed =
  | { outcome: 'under_way'; delivery: Delivery; order: Order }
  | { outcome: 'no_email'; order: Order }
  | { outcome: 'declined' }
  /** What the question rests on could not be read, so nothing was asked and nothing was sent. */
  | { outcome: 'unread'; problem: ProblemError };

/** `repeats`: the person was told of `recent`, which went out minutes ago, or may have, and wants it sent all the same. */
type Asked =
  | { outcome: 'agreed'; order: Order; undoSeconds: number; repeats: Delivery | null }
  | NotAgreed;

export type ResendOutcome =
  | { outcome: 'started'; delivery: Delivery; order: Order; undoSeconds: number }
  | NotAgreed;

/** Fetches ahead what the question needs and hardly changes. The order is read at each press: it may be corrected in between. */
export function prefetchQuestion(queryClient: QueryClient): void {
  void queryClient.prefetchQuery({ ...storeQueries.current(), staleTime: settingFreshFor });
}

/**
 * Reads the order and its deliveries as they are now, says what will happen and asks, once. `again` is the delivery that
 * is to be sent anew, where it is one; `undoSeconds` is how long a first sending waits in which it can be taken back.
 */
export async function askToSend(
  { orderId, document }: Pick<ResendTarget, 'orderId' | 'document'>,
  surroundings: Omit<ResendSurroundings, 'randomId'>,
  again?: Delivery,
): Promise<Asked> {
  const { host, t, language, now } = surroundings;
  const facts = await readFacts(orderId, surroundings.queryClient);
  if (facts instanceof ProblemError) return { outcome: 'unread', problem: facts };
  const { order, known, preview, undoSeconds } = facts;
  const underWay = known.find(({ state }) => isActive(state));
  if (underWay !== undefined) return { outcome: 'under_way', delivery: underWay, order };
  const email = order.customer?.email?.trim() ?? '';
  if (email === '') return { outcome: 'no_email', order };
  const deliveries = again ? [again, ...known.filter(({ id }) => id !== again.id)] : known;
  // The proxy knows how long it holds back; the newest that may have gone out is why.
  const recent =
    preview.sentRecently > 0 ? (known.find(({ state }) => blocksResend(state)) ?? null) : null;
  const question = sendQuestion(
    { order, email, deliveries, recent, document },
    { t, language, now: now() },
  );
  const answer = await host.confirm(question);
  if (answer !== 'confirmed') return { outcome: 'declined' };
  return { outcome: 'agreed', order, undoSeconds, repeats: recent };
}

async function readFacts(orderId: number, queryClient: QueryClient) {
  try {
    const [order, known, preview, { undoSeconds }] = await Promise.all([
      queryClient.fetchQuery({ ...orderQueries.fresh(orderId), staleTime: 0 }),
      queryClient.fetchQuery({ ...deliveryQueries.ofOrder(orderId), staleTime: 0 }),
      previewDeliveries({ orders: [{ orderId }] }),
      queryClient.fetchQuery({ ...storeQueries.current(), staleTime: settingFreshFor }),
    ]);
    return { order, known, preview, undoSeconds };
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

/**
 * One resend from the press of the button to the server's word. Throws `ProblemError` where the request was refused.
 */
export async function resend(
  target: ResendTarget,
  surroundings: ResendSurroundings,
): Promise<ResendOutcome> {
  for (;;) {
    const asked = await askToSend(target, surroundings);
    if (asked.outcome !== 'agreed') return asked;
    const { order, undoSeconds, repeats } = asked;
    const how = { allowRepeat: repeats !== null, undoSeconds };
    const batch = await requestSending(target, how, surroundings);
    if (batch === null) return { outcome: 'declined' };
    const [started] = batch.deliveries;
    if (started !== undefined) return { outcome: 'started', delivery: started, order, undoSeconds };
    const [skipped] = batch.skipped;
    if (skipped === undefined) return { outcome: 'declined' };
    if (skipped.reason === 'already_queued')
      return { outcome: 'under_way', delivery: skipped.delivery, order };
    // Somebody else sent it while the question was open: the person decides again, knowing that.
  }
}

/** Asks for the order's email; null where the answer was lost and the person did not try again. */
export function requestSending(
  { orderId, invoiceId }: ResendTarget,
  how: Pick<DeliveryRequest, 'allowRepeat' | 'undoSeconds'>,
  surroundings: Pick<ResendSurroundings, 'host' | 't' | 'randomId'>,
): Promise<DeliveryBatch | null> {
  const orders = [{ orderId, ...(invoiceId === null ? {} : { invoiceId }) }];
  return requestDeliveries({ orders, ...how }, surroundings);
}
