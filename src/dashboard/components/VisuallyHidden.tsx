import type { ReactNode } from 'react';

/** For screen readers and copying; not seen. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}
