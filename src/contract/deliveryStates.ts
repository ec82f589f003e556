/** What a state means for the worker, the API and the screen. A new state is a compile error until it says so here. */
const states = {
  queued: { isActive: true, canRetry: false, blocksResend: false },
  sending: { isActive: true, canRetry: false, blocksResend: false },
  /** Salla accepted it; whether it arrived nobody knows. */
  sent: { isActive: false, canRetry: false, blocksResend: true },
  failed: { isActive: false, canRetry: true, blocksResend: false },
  /** It may have been sent, and a person decides. */
  unconfirmed: { isActive: false, canRetry: true, blocksResend: true },
  canceled: { isActive: false, canRetry: true, blocksResend: false },
} as const satisfies Record<
  string,
  {
    /** Queued or being sent. */
    isActive: boolean;
    /** A person may ask for a new delivery in its place. */
    canRetry: boolean;
    /** The customer got the email, or may have: a resend within minutes is skipped unless it is allowed. */
    blocksResend: boolean;
  }
>;

export type DeliveryState = keyof typeof states;
type Fact = keyof (typeof states)[DeliveryState];
type StatesWith<Key extends Fact> = {
  [State in DeliveryState]: (typeof states)[State][Key] extends true ? State : never;
}[DeliveryState];

const isState = (text: string): text is DeliveryState => Object.hasOwn(states, text);

/** All states, in the order in which a delivery goes through them. */
export const deliveryStates = Object.keys(states).filter(isState);

function statesWith<Key extends Fact>(fact: Key): StatesWith<Key>[] {
  return deliveryStates.filter((state): state is StatesWith<Key> => states[state][fact]);
}

export type RetryableState = StatesWith<'canRetry'>;

export const activeStates = statesWith('isActive');
export const retryableStates = statesWith('canRetry');
export const blockingStates = statesWith('blocksResend');

export function isActive(state: DeliveryState): state is StatesWith<'isActive'> {
  return states[state].isActive;
}

export function blocksResend(state: DeliveryState): state is StatesWith<'blocksResend'> {
  return states[state].blocksResend;
}
