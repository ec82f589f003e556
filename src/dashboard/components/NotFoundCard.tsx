import type { ReactNode } from 'react';
import { Card } from './Card.tsx';
import { EmptyState } from './EmptyState.tsx';

interface NotFoundCardProps {
  title: string;
  sentence: string;
  /** The way on: a link or a button. */
  action: ReactNode;
}

/** In place of a page whose subject doesn't exist. */
export function NotFoundCard(props: NotFoundCardProps) {
  return (
    <Card>
      <EmptyState {...props} />
    </Card>
  );
}
