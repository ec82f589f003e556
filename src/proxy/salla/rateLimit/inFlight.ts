import type { Urgency } from './types.ts';

/** One call that has a permit and no answer. */
export interface InFlightCall {
  readonly urgency: Urgency;
  readonly inLane: boolean;
  /** It leaves past a limit that nobody has named: it takes no turn of the lane from those who keep to that limit. */
  readonly pastGuess: boolean;
  /** Epoch ms. */
  leftAt: number;
  /** Counts up with everything that happens to the store's calls. */
  leftStep: number;
  hasLeft: boolean;
  /** It left and will not be answered: Salla may have counted it. */
  lostStep: number | null;
}

/** Longer than any call takes. What is still here after that was forgotten by its caller, and must not block the store. */
const longestMs = 180_000;

/** The calls of one store that Salla may be counting and hasn't answered. */
export function createInFlight() {
  const flights = new Set<InFlightCall>();
  return {
    count: () => flights.size,
    add: (flight: InFlightCall) => flights.add(flight),
    /** False for one that has ended before. */
    end: (flight: InFlightCall) => flights.delete(flight),
    has: (flight: InFlightCall) => flights.has(flight),
    /** Those that will still be answered. */
    onTheWay: () => [...flights].filter(({ lostStep }) => lostStep === null).length,
    isAnyAboutToLeave: () => [...flights].some(({ hasLeft }) => !hasLeft),
    /** Salla's word to a call that left at `step` has lost ones from before in it, whether it counted them or not. */
    forgetLost: (step: number) => {
      for (const flight of flights) {
        if (flight.lostStep !== null && flight.lostStep < step) flights.delete(flight);
      }
    },
    /** The clock was set back: none can have left later than this. */
    setBack: (at: number) => {
      for (const flight of flights) flight.leftAt = Math.min(flight.leftAt, at);
    },
    forgetOld: (now: number) => {
      for (const flight of flights) {
        if (flight.leftAt < now - longestMs) flights.delete(flight);
      }
    },
  };
}
