import type { ReactNode } from 'react';

/** Text from outside (names, numbers, codes), kept from turning the text around it. */
export function Isolate({ children }: { children: ReactNode }) {
  return <bdi>{children}</bdi>;
}
