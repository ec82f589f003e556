import { useEffect, useState } from 'react';

/** A wait gets a notice after this time. */
const slowAfterMs = 8000;

/** Whether the component has been shown for 8 s: what it waits for takes long. */
export function useIsSlow(): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return isSlow;
}
