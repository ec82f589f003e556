import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import { useHost, usePageTitle } from '../host/Host.ts';
import { Button } from './Button.tsx';
import classes from './PageHeading.module.css';

interface PageHeadingProps {
  title: string;
  /** Beside the title, in a tab. */
  children?: ReactNode;
}

/**
 * The page's title: its heading and its primary action in a tab; in Salla's frame the host shows both
 * and the heading stays for screen readers alone.
 */
export function PageHeading({ title, children }: PageHeadingProps) {
  const { kind, primaryAction } = useHost();
  usePageTitle(title);
  const action = useSyncExternalStore(
    primaryAction.subscribe,
    primaryAction.get,
    primaryAction.get,
  );
  if (kind === 'embedded') {
    return (
      <h1 tabIndex={-1} className="visually-hidden">
        {title}
      </h1>
    );
  }
  return (
    <div className={classes.head}>
      <h1 tabIndex={-1}>
        {/* Another title is another text: the same one that grows would count as moved in right-to-left. */}
        <span key={title}>{title}</span>
      </h1>
      {children}
      {action ? (
        <Button variant="filled" onClick={action.onClick} disabled={action.disabled}>
          {action.title}
        </Button>
      ) : null}
    </div>
  );
}
