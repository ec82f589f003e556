import type { DeliveryReason } from '../../contract/delivery.ts';
import type { DeliveryState } from '../../contract/deliveryStates.ts';
import type { Fault } from '../../sandbox/dashboardPage/port.ts';
import type {
  SallaTransport,
  TransportAnswer,
  TransportRequest,
} from '../salla/client/transport.ts';
import { TransportError } from '../salla/client/transport.ts';

/**
 * What can go wrong with one call. `end` is what the table of the states makes of it: `again` is tried again by
 * itself, `refreshed` within the same attempt, `stopped` once the store is connected again. `mails`: the email went out.
 */
export interface FaultCase {
  answer:
    | Pick<Fault, 'answer' | 'after' | 'ms'>
    | 'refused connection'
    | 'garbage'
    | TransportAnswer;
  end: 'again' | 'refreshed' | 'stopped' | [DeliveryState, DeliveryReason | null];
  mails?: boolean;
}

const unauthorized = (message: string): TransportAnswer => ({
  status: 401,
  headers: {},
  body: JSON.stringify({ status: 401, success: false, error: { code: 'Unauthorized', message } }),
});

/** Those that refuse have sent nothing, so only what leaves that open may come after the email. */
export const faultCases: readonly FaultCase[] = [
  { answer: { answer: '429', ms: 1000 }, end: 'again' },
  { answer: { answer: '429', ms: 20_000 }, end: 'again' },
  { answer: { answer: '503' }, end: 'again' },
  { answer: 'refused connection', end: 'again' },
  { answer: unauthorized('The access token is invalid'), end: 'refreshed' },
  { answer: unauthorized('The user is inactive'), end: 'stopped' },
  { answer: { answer: '422' }, end: ['failed', 'refused'] },
  { answer: { answer: '404' }, end: ['failed', 'not_found'] },
  { answer: { answer: 'slow', ms: 3 }, end: ['sent', null], mails: true },
  ...[true, false].flatMap((after): FaultCase[] => [
    { answer: { answer: '500', after }, end: ['unconfirmed', 'salla_error'], mails: after },
    { answer: { answer: 'reset', after }, end: ['unconfirmed', 'interrupted'], mails: after },
    { answer: { answer: 'hang', after }, end: ['unconfirmed', 'timeout'], mails: after },
  ]),
  { answer: 'garbage', end: ['unconfirmed', 'salla_error'], mails: true },
];

/** What becomes of an order whose calls meet these one after the other, and whether its customer may have an email then. */
export function endOf(met: readonly FaultCase[]): {
  state: DeliveryState;
  reason: DeliveryReason | null;
  mailed: boolean;
} {
  const last = met.find(({ end }) => typeof end !== 'string');
  if (last === undefined || typeof last.end === 'string') {
    return { state: 'sent', reason: null, mailed: true };
  }
  const [state, reason] = last.end;
  return { state, reason, mailed: last.mails ?? false };
}

/** A Salla whose sends meet, order by order, what is in `queues`; what is not in there is well. */
export function meeting(
  queues: Map<number, FaultCase[]>,
  strike: (fault: Fault) => void,
): (onward: SallaTransport) => SallaTransport {
  return (onward) => async (request) => {
    const orderId = Number(/orders\/(\d+)\/send-invoice$/.exec(request.url)?.[1]);
    const queue = queues.get(orderId) ?? [];
    const trouble = queue.shift();
    if (trouble === undefined) return onward(request);
    const { answer } = trouble;
    if (answer === 'refused connection') throw new TransportError(request, 'connect', false);
    if (typeof answer === 'object' && 'status' in answer) return answer;
    if (typeof answer === 'object') {
      strike({ ...answer, orderId, method: 'POST', path: pathOf(request), times: 1 });
    }
    const isHanging = typeof answer === 'object' && answer.answer === 'hang';
    const answered = await onward(isHanging ? { ...request, timeoutMs: soon } : request);
    // Another's refresh ended this call's token before it arrived: it will come again with the new one.
    if (answered.status === 401) queue.unshift(trouble);
    else if (answer === 'garbage') return { ...answered, body: '<html>OK' };
    return answered;
  };
}

/** In place of the 30 s that a call which hangs is waited for. */
const soon = 20;

function pathOf({ url }: TransportRequest): string {
  return new URL(url).pathname;
}
