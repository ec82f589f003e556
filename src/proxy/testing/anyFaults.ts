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
 * A fault of one call. `end` is what it leads to: `again` is tried again by
 * itself, `refreshed` within the same attempt, `stopped` once the store is connected again. `mails`: the email was sent.
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

/** Refusals send nothing, so only unconfirmed answers can follow an email. */
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

/** The state of an order whose calls get these faults in turn, and whether its customer may have an email. */
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

/** A Salla whose sends get, order by order, the faults in `queues`; others succeed. */
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
    // Another call's refresh invalidated this token: the call comes again with the new one.
    if (answered.status === 401) queue.unshift(trouble);
    else if (answer === 'garbage') return { ...answered, body: '<html>OK' };
    return answered;
  };
}

/** Instead of the 30 s timeout. */
const soon = 20;

function pathOf({ url }: TransportRequest): string {
  return new URL(url).pathname;
}
