import type { QueryClient } from '@tanstack/react-query';
import type { Delivery, DeliveryBatch, DeliveryRequest } from '../../contract/delivery.ts';
import type { Order } from '../../contract/order.ts';
import type { Host } from '../host/Host.ts';
import type { Language } from '../i18n/language.ts';
import { deliveryQueries } from '../lib/deliveryQueries.ts';
import { orderQueries } from '../lib/orderQueries.ts';
import { storeQueries } from '../lib/storeQueries.ts';
import type { DeliveryWords } from './deliveryWords.ts';
import { requestDeliveries } from './requestDeliveries.ts';
import { repeatQuestion, sendQuestion } from './resendQuestions.ts';

/** What hovering the button fetched is young enough to ask with. */
const freshFor = 15_000;
/** A setting of the proxy, which hardly changes. */
const settingFreshFor = 600_000;

/** The order whose invoice is to be sent again, and the invoice it was asked from. */
export interface ResendTarget {
  orderId: number;
  invoiceId: number | null;
}

export interface ResendSurroundings {
  host: Pick<Host, 'confirm'>;
  queryClient: QueryClient;
  t: DeliveryWords;
  language: Language;
  now: () => number;
  randomId: () => string;
}

type Asked =
  | { outcome: 'agreed'; order: Order; undoSeconds: number }
  | { outcome: 'no_email'; order: Order }
  | { outcome: 'declined' };

export type ResendOutcome =
  | { outcome: 'started'; delivery: Delivery; order: Order }
  | { outcome: 'under_way'; delivery: Delivery; order: Order }
  | { outcome: 'no_email'; order: Order }
  | { outcome: 'declined' };

/** Fetches ahead what the question will say. */
export function prefetchQuestion(queryClient: QueryClient, { orderId }: ResendTarget): void {
  void queryClient.prefetchQuery({ ...orderQueries.detail(orderId), staleTime: freshFor });
  void queryClient.prefetchQuery({ ...deliveryQueries.ofOrder(orderId), staleTime: freshFor });
  void queryClient.prefetchQuery({ ...storeQueries.current(), staleTime: settingFreshFor });
}

/**
 * Says what will happen and asks. `again` is the delivery that is to be sent anew, where it is one; `undoSeconds` is how
 * long a first sending waits in which it can be taken back.
 * Throws `ProblemError` where what it says can't be fetched.
 */
export async function askToSend(
  { orderId }: Pick<ResendTarget, 'orderId'>,
  { host, queryClient, t, language, now }: Omit<ResendSurroundings, 'randomId'>,
  again?: Delivery,
): Promise<Asked> {
  const [order, known, { undoSeconds }] = await Promise.all([
    queryClient.fetchQuery({ ...orderQueries.detail(orderId), staleTime: freshFor }),
    queryClient.fetchQuery({ ...deliveryQueries.ofOrder(orderId), staleTime: freshFor }),
    queryClient.fetchQuery({ ...storeQueries.current(), staleTime: settingFreshFor }),
  ]);
  const email = order.customer?.email?.trim() ?? '';
  if (email === '') return { outcome: 'no_email', order };
  const deliveries = again ? [again, ...known.filter(({ id }) => id !== again.id)] : known;
  const speech = { t, language, now: now() };
  const agreed = await host.confirm(sendQuestion(order, email, deliveries, speech));
  return agreed ? { outcome: 'agreed', order, undoSeconds } : { outcome: 'declined' };
}

/**
 * One resend from the press of the button to the server's word: asks, and
 * asks again where it went out minutes ago, or may have. Throws `ProblemError` where it can't go on.
 */
export async function resend(
  target: ResendTarget,
  surroundings: ResendSurroundings,
): Promise<ResendOutcome> {
  const { host, t, language, now } = surroundings;
  const asked = await askToSend(target, surroundings);
  if (asked.outcome !== 'agreed') return asked;
  const { order, undoSeconds } = asked;
  let batch = await request(target, { allowRepeat: false, undoSeconds }, surroundings);
  const held = batch?.skipped.find(({ reason }) => reason === 'sent_recently');
  if (held !== undefined) {
    if (!(await host.confirm(repeatQuestion(held, { t, language, now: now() }))))
      return { outcome: 'declined' };
    batch = await request(target, { allowRepeat: true, undoSeconds }, surroundings);
  }
  const started = batch?.deliveries[0];
  if (started !== undefined) return { outcome: 'started', delivery: started, order };
  const underWay = batch?.skipped[0]?.delivery;
  return underWay ? { outcome: 'under_way', delivery: underWay, order } : { outcome: 'declined' };
}

function request(
  { orderId, invoiceId }: ResendTarget,
  how: Pick<DeliveryRequest, 'allowRepeat' | 'undoSeconds'>,
  surroundings: ResendSurroundings,
): Promise<DeliveryBatch | null> {
  const orders = [{ orderId, ...(invoiceId === null ? {} : { invoiceId }) }];
  return requestDeliveries({ orders, ...how }, surroundings);
}
