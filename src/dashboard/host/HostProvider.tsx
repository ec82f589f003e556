import { type ReactNode, useSyncExternalStore } from 'react';
import { type Host, HostContext, LayoutContext } from './Host.ts';

interface HostProviderProps {
  host: Host;
  children: ReactNode;
}

/** The host for everything inside, and its layout: watched once, read everywhere. */
export function HostProvider({ host, children }: HostProviderProps) {
  const { layout } = host;
  const current = useSyncExternalStore(layout.subscribe, layout.get, layout.get);
  return (
    <HostContext value={host}>
      <LayoutContext value={current}>{children}</LayoutContext>
    </HostContext>
  );
}
