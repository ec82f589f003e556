import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

const NowContext = createContext(0);

interface NowProviderProps {
  /** Epoch ms at which the page was made. */
  initial: number;
  children: ReactNode;
}

/** One clock for every "3 minutes ago": it ticks twice a minute. */
export function NowProvider({ initial, children }: NowProviderProps) {
  const [now, setNow] = useState(initial);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return <NowContext value={now}>{children}</NowContext>;
}

/** The time as of the last tick, epoch ms; for what is shown, not for what is measured. */
export function useNow(): number {
  return useContext(NowContext);
}
