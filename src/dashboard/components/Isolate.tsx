import type { ReactNode } from 'react';

interface IsolateProps {
  children: ReactNode;
  /** Stays on one line, cut at the end of the text's own direction where there is no room; the whole text is its title. */
  cut?: boolean;
}

/** Text from outside (names, numbers, codes), kept from turning the text around it. */
export function Isolate({ children, cut = false }: IsolateProps) {
  if (!cut) return <bdi>{children}</bdi>;
  return (
    <bdi className="cut" title={typeof children === 'string' ? children : undefined}>
      {children}
    </bdi>
  );
}
